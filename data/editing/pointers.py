"""Where in the tables of a set ids of records stand: what must follow when one is renamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..loading.entries import EXPECT, HEADER, KNOWN
from ..loading.shapes import Table, as_list, as_table
from .ops import Path

_Way: TypeAlias = tuple[str, ...]
_EACH = "*"
"""Stands in a way for every member of a list, or every value of a table."""

_QUOTE: tuple[_Way, ...] = (("source",), ("mentions", _EACH))
_EVIDENCE = tuple(("evidence", _EACH, *way) for way in _QUOTE)
_HISTORY = tuple(("history", _EACH, *way) for way in _EVIDENCE)
_OF_CLAIM = (*_EVIDENCE, *_HISTORY)

WAYS: Mapping[str, tuple[_Way, ...]] = {
    HEADER: (("lead", _EACH),),
    EXPECT: (("that",),),
    KNOWN: (("record",),),
    **{kind.value: _EVIDENCE for kind in ENTITY_KINDS},
    Kind.GROUP: (("members", _EACH), ("part_of",), *_EVIDENCE),
    Kind.RELATIONSHIP: (("subject",), ("object",), ("deal",), *_OF_CLAIM),
    Kind.DEAL: (("parties", _EACH, "entity"), *_OF_CLAIM),
    Kind.FIGURE: (
        ("subject",), ("scope",), ("relative_to",), ("period", "before"), ("period", "after"),
        ("formula",), *_EVIDENCE,
    ),
    Kind.STATEMENT: (("speaker",), ("holder",), ("about", _EACH, "id"), *_EVIDENCE),
    Kind.REASON: (("cause",), ("effect",), *_EVIDENCE),
}  # fmt: skip
"""The ways to ids in the tables of each name; in formulas they stand in braces."""

_FORMULAS = frozenset({(EXPECT, "that"), (Kind.FIGURE.value, "formula")})
_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def pointers(name: str, table: Table) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a table of some name that are an id, or a formula with ids in it."""
    for way in WAYS.get(name, ()):
        for path, value in _followed(table, way):
            if isinstance(value, str):
                yield path, value


def ids_in(name: str, path: Path, text: str) -> tuple[str, ...]:
    """Return the ids that a text names, found by `pointers` in a table of some name."""
    if (name, path[-1]) in _FORMULAS:
        return tuple(found.strip() for found in _IN_BRACES.findall(text))
    return (text,)


def renamed_in(name: str, path: Path, text: str, new_id: Callable[[str], str]) -> str:
    """Return such a text with every id in it replaced by its new one."""
    if (name, path[-1]) in _FORMULAS:
        return _IN_BRACES.sub(lambda found: f"{{{new_id(found[1].strip())}}}", text)
    return new_id(text)


def _followed(value: Any, way: _Way, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield where a way leads: nowhere, to one value or to several."""
    if not way:
        yield path, value
        return
    first, *rest = way
    for key, inner in _inner(value, first):
        yield from _followed(inner, tuple(rest), (*path, key))


def _inner(value: Any, part: str) -> Iterator[tuple[str | int, Any]]:
    table, members = as_table(value), as_list(value)
    if part == _EACH and members is not None:
        yield from enumerate(members)
    elif table is not None:
        yield from (
            table.items() if part == _EACH else ((k, v) for k, v in table.items() if k == part)
        )
