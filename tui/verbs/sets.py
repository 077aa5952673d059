"""`sets`: the data sets that come with the program."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.loading.sets import DEFAULT_SET, bundled
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.sets import SetRow
from scale_explorer.models.frozen import dataclass

from .answer import Answer
from .drawing.blocks import Block, Column, Sheet
from .json_text import json_text

_COLUMNS = (
    Column("name"),
    Column("title", least=20),
    Column("records", right=True, spare=True),
    Column("quotes", right=True, spare=True),
    Column("opens"),
)


@dataclass(frozen=True, slots=True)
class Sets(Answer):
    """The bundled sets by name, each with its own row."""

    sets: tuple[tuple[str, SetRow], ...]

    def blocks(self) -> Iterator[Block]:
        """Yield a table of the sets."""
        yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a set."""
        return Sheet(_COLUMNS, tuple(_cells(name, row) for name, row in self.sets))

    def items(self) -> Iterator[str]:
        """Yield the sets with their counts."""
        return (json_text(_item(name, row)) for name, row in self.sets)


def run() -> Sets:
    """List the bundled sets."""
    return Sets(tuple((known.name, _summary(known.name)) for known in bundled()))


def _summary(name: str) -> SetRow:
    with open_store(name) as store:
        return store.summary()


def _cells(name: str, row: SetRow) -> tuple[str | int, ...]:
    opens = "unless told otherwise" if name == DEFAULT_SET else f"with --data {name}"
    return (name, row.title, _records(row), row.verification.quotes, opens)


def _item(name: str, row: SetRow) -> dict[str, object]:
    return {
        "name": name,
        "id": row.id,
        "title": row.title,
        "summary": row.summary,
        "records": {kind.value: count for kind, count in row.counts},
        "quotes": row.verification.quotes,
        "default": name == DEFAULT_SET,
    }


def _records(row: SetRow) -> int:
    return sum(count for _, count in row.counts)
