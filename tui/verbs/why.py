"""`why ID`: the chain of reasons to a record and from it, every link on its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows import PLAIN_LENS, ClaimRow, Lens, RecordRow

from ..exits import FINE, FOUND
from .answer import Answer
from .asking import known_record, quote_object
from .drawing.blocks import Block, Column, Heading, Item, Sheet
from .json_text import json_text

_COLUMNS = (
    Column("section"),
    Column("depth", right=True),
    Column("link"),
    Column("record"),
    Column("id"),
    Column("reason"),
    Column("inferred"),
    Column("quote"),
)


@dataclass(frozen=True, slots=True)
class Chain(Answer):
    """Links to causes and to effects; a row at depth 0 is a claim that the links below explain."""

    store: Store
    record: RecordRow
    rows: tuple[ClaimRow, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield a tree to the causes, then one to the effects."""
        if self.rows:
            yield Heading(f"Why: {self.record.title}")
        for section, rows in groupby(self.rows, key=lambda row: row.section):
            yield Heading(section, 2)
            yield from map(self._item, rows)

    def sheet(self) -> Sheet:
        """Return a row a link, with its first quote."""
        return Sheet(_COLUMNS, tuple(map(self._cells, self.rows)))

    def items(self) -> Iterator[str]:
        """Yield the links in the order of the trees."""
        return (json_text(self._link(row)) for row in self.rows)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.rows else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.rows else f"No reasons are recorded for {self.record.id}."

    def _item(self, row: ClaimRow) -> Item:
        """Set a link at its depth; a heading of links has none of the words below it."""
        if not row.depth:
            return Item(row.label)
        inferred = ("inferred, not stated",) if "inferred" in row.flags else ()
        under = (*self._told(row), *inferred)
        return Item(f"{row.role}: {row.label}", row.depth - self._least_depth, under)

    @property
    def _least_depth(self) -> int:
        """The depth at the left: a claim's own links are one step deep, with nothing above them."""
        return min(row.depth for row in self.rows)

    def _told(self, row: ClaimRow) -> tuple[str, ...]:
        quotes = self.store.evidence(row.claim) if row.claim else ()
        return tuple(f"“{quote.exact}”" for quote in quotes)

    def _cells(self, row: ClaimRow) -> tuple[str | int | None, ...]:
        link = self._link(row)
        quote = next(iter(self._told(row)), "") if row.depth else ""
        inferred = "yes" if link["inferred"] else ""
        return (
            row.section,
            row.depth,
            row.role,
            row.label,
            _end(row),
            _reason(row),
            inferred,
            quote,
        )

    def _link(self, row: ClaimRow) -> dict[str, object]:
        reason = _reason(row)
        return {
            "section": row.section,
            "depth": row.depth,
            "link": row.role,
            "record": _end(row),
            "title": row.label,
            "reason": reason,
            "inferred": "inferred" in row.flags,
            "quotes": [quote_object(quote) for quote in self.store.evidence(reason or "")],
        }


def run(store: Store, record: str, lens: Lens = PLAIN_LENS) -> Chain:
    """Ask why of the record with this id."""
    seen = through(store, lens)
    known = known_record(seen, record)
    return Chain(seen, known, seen.why(known.id))


def _end(row: ClaimRow) -> str | None:
    """Return the record that a link leads to; a row of depth 0 is one itself."""
    return row.target if row.depth else row.claim


def _reason(row: ClaimRow) -> str | None:
    return row.claim if row.depth else None
