"""How sources that were just written are told, in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scale_explorer.data.editing.drafts import Draft

from .drawing.blocks import Column, Sheet, id_column

_COLUMNS = (
    Column("title", least=20),
    Column("words", right=True),
    Column("text", least=20, spare=True),
    id_column(),
)


def source_sheet(drafts: Iterable[Draft]) -> Sheet:
    """Return a row a source."""
    return Sheet(
        _COLUMNS,
        tuple((each.given.article.title, _words(each), each.text, each.id) for each in drafts),
    )


def source_objects(drafts: Iterable[Draft]) -> Iterator[dict[str, Any]]:
    """Yield each source as its table stands in the file, with how many words its text has."""
    return ({**each.table, "words": _words(each)} for each in drafts)


def _words(draft: Draft) -> int:
    return len(draft.given.article.text.split())
