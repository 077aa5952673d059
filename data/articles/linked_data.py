"""What a page says of its article to search engines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from scale_explorer.models.frozen import dataclass

from ..loading.parse import REFUSED
from ..loading.shapes import Table, as_list, as_table
from .limits import LINKED_DATA_CHARACTERS

_DEPTH = 4
"""Lists and graphs inside one another that are looked into."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """An article's own data; what is not said is empty."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """Return what the first script that is about an article says; a broken script says nothing."""
    for script in scripts:
        for table in _tables(_parsed(script)):
            if _is_article(table):
                return _read(table)
    return LinkedData()


def _parsed(script: str) -> Any:
    try:
        return json.loads(script) if len(script) <= LINKED_DATA_CHARACTERS else None
    except REFUSED:
        return None


def _tables(value: Any, depth: int = _DEPTH) -> Iterator[Table]:
    table = as_table(value)
    if table is not None:
        yield table
    for inner in as_list(value if table is None else table.get("@graph")) or ():
        if depth:
            yield from _tables(inner, depth - 1)


def _is_article(table: Table) -> bool:
    kinds = as_list(table.get("@type")) or [table.get("@type")]
    return any(isinstance(kind, str) and kind.endswith(("Article", "Posting")) for kind in kinds)


def _read(table: Table) -> LinkedData:
    return LinkedData(
        title=_text(table.get("headline")),
        publisher=next(_names(table.get("publisher")), ""),
        authors=tuple(_names(table.get("author"))),
        published=_text(table.get("datePublished")),
        url=_text(table.get("url")),
    )


def _names(value: Any) -> Iterator[str]:
    for each in as_list(value) or [value]:
        table = as_table(each)
        if name := _text(each if table is None else table.get("name")):
            yield name


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
