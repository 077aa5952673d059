"""`list KIND [FILTER…]`: the records of a kind, all or those that a filter keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.data.query import Filter, parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ..day_marks import signs_of
from ..exits import FINE, FOUND
from .answer import Answer
from .drawing.blocks import Block, Cell, Column, Sheet, id_column
from .json_text import json_text
from .kinds import known_kind, none_found

COLUMNS = (
    Column("title", least=32),
    Column("amount", right=True),
    Column("when"),
    Column("state"),
    Column("detail", least=20, spare=True),
    Column("quotes", right=True, spare=True),
    Column("claims", right=True, spare=True),
    id_column(),
)


@dataclass(frozen=True, slots=True)
class Listing(Answer):
    """The matching records of a kind; in JSON and CSV whole, else a line each."""

    store: Store
    kind: Kind
    matching: Filter

    def blocks(self) -> Iterator[Block]:
        """Yield a table with a line a record."""
        records = tuple(self._records())
        rows = tuple(record_cells(row) for row in records)
        if any(signs_of(row.flags) for row in records):
            told = zip(records, rows, strict=True)
            marked = tuple((signs_of(row.flags), *cells) for row, cells in told)
            yield Sheet((Column("mark"), *COLUMNS), marked)
        elif rows:
            yield Sheet(COLUMNS, rows)

    def sheet(self) -> Sheet:
        """Return the whole records, spread over columns."""
        records = [_flat(json.loads(document)) for document in self.items()]
        names = tuple(dict.fromkeys(name for record in records for name in record))
        rows = tuple(tuple(record.get(name) for name in names) for record in records)
        return Sheet(tuple(map(Column, names)), rows)

    def items(self) -> tuple[str, ...]:
        """Return the whole records."""
        return self.store.documents(self.kind, self.matching)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self._count() else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self._count() else none_found(self.kind, self.matching)

    def _count(self) -> int:
        return self.store.count(self.kind, self.matching)

    def _records(self) -> Iterator[RecordRow]:
        after: str | None = None
        while rows := self.store.records(self.kind, self.matching, after=after):
            yield from rows
            if len(rows) < PAGE:
                return
            after = rows[-1].id


def run(store: Store, kind: str | None, words: Sequence[str], lens: Lens = PLAIN_LENS) -> Listing:
    """List the records of `kind` that the filter in `words` keeps."""
    return Listing(through(store, lens), known_kind(kind, "list"), parse(" ".join(words)))


def record_cells(row: RecordRow) -> tuple[Cell, ...]:
    """Return a record's cells for `COLUMNS`."""
    return (
        row.title, row.amount, row.when, row.state, row.detail, row.quotes, row.claims, row.id,
    )  # fmt: skip


def _flat(value: Any, name: str = "") -> dict[str, Cell]:
    """Spread a record over columns, such as `value.low`; what is not said has none."""
    if value is None:
        return {}
    if table := as_table(value):
        parts = (_flat(part, f"{name}.{key}" if name else key) for key, part in table.items())
        return {column: cell for part in parts for column, cell in part.items()}
    return {name: _cell(value)}


def _cell(value: Any) -> Cell:
    """Set texts and quotes of a list side by side; other lists stay JSON."""
    if (parts := as_list(value)) is not None:
        words = [_words(part) for part in parts]
        return json_text(parts) if None in words else " | ".join(filter(None, words))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str | int) else json_text(value)


def _words(part: Any) -> str | None:
    """Return the words of a list's part: a text, or a quote's exact words."""
    words = table.get("exact") if (table := as_table(part)) else part
    return words if isinstance(words, str) else None
