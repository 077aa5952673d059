"""`why ID`: the chain of reasons to a record and from it, every link on its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from scale_explorer.data.query import parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import BECAUSE, FOLLOWS, ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.late import Late

from ..day_marks import marks, signed
from ..exits import FINE, FOUND
from ..reason_filter import NO_CAUSE, NO_EFFECT, is_without, links_with, why_title
from ..state import Place, View
from .asking import known_record, quote_object
from .drawing.blocks import Block, Column, Heading, Item, Painting, Paragraph, Sheet
from .drawn import Asked, DrawnAnswer, drawn_sheet
from .json_text import json_text

if TYPE_CHECKING:
    from scale_explorer.data.exploring import graph as graphs
    from scale_explorer.data.exploring import reasons

    from .. import no_reasons
    from ..scene import Sheet as Scenery
else:
    graphs, reasons = (
        Late("scale_explorer.data.exploring", f".{name}") for name in ("graph", "reasons")
    )
    no_reasons = Late(__package__, "..no_reasons")

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


@dataclass(frozen=True)
class Chain(DrawnAnswer):
    """Links to causes and to effects; a row at depth 0 is a claim that the links below explain.

    `store` is seen as one looks, `whole` is all of it.
    """

    svg_width: ClassVar[int | None] = 150
    """Room for four layers."""

    store: Store
    record: RecordRow
    asked: Asked
    whole: Store

    @property
    def title(self) -> str:
        """What it is called, whether or not there are reasons to draw."""
        return why_title(self.record, self._all)

    @cached_property
    def rows(self) -> tuple[ClaimRow, ...]:
        """The links that are kept; raises UsageError for a filter that they cannot answer."""
        rows, unread = links_with(self._all, self.asked.matching)
        if unread:
            raise UsageError(unread)
        return rows

    @cached_property
    def _all(self) -> tuple[ClaimRow, ...]:
        return self.store.why(self.record.id, self.asked.lens)

    def _lens(self) -> Lens:
        return self.asked.lens

    def _sheet(self) -> Scenery:
        return drawn_sheet(self.store, self.asked)

    def graph(self) -> graphs.Graph:
        """Return the whole chain that is kept, with nothing folded away."""
        rows = reasons.with_ways(self._all, self.rows)
        chain = reasons.reasons(self.record.id, self.record.title, rows)
        named = zip(chain.records, chain.titles, strict=True)
        nodes = tuple(self._node(record, title) for record, title in named)
        edges = (
            graphs.Edge(link.cause, link.effect, link.words, link.inferred) for link in chain.links
        )
        return graphs.Graph(self.title, nodes, tuple(edges))

    def _node(self, record: str, title: str) -> graphs.Node:
        row = self.store.record(record, self.asked.lens)
        told = (row.amount, row.state) if row else ()
        return graphs.Node(
            record, title, row.kind.value if row else "", " · ".join(filter(None, told))
        )

    def blocks(self) -> Iterator[Block]:
        """Yield the picture, then a tree to the causes and one to the effects."""
        if self.rows:
            yield Heading(self.title)
            yield from self._picture()
        for section, rows in groupby(self.rows, key=lambda row: row.section):
            if section == FOLLOWS:
                yield from self._nothing(BECAUSE, NO_CAUSE)
            yield Heading(section, 2)
            yield from map(self._item, rows)
            if section == BECAUSE:
                yield from self._nothing(FOLLOWS, NO_EFFECT)

    def _nothing(self, section: str, told: str) -> Iterator[Block]:
        """Say that half of the chain is empty, if it is so without a filter."""
        if is_without(self._all, section):
            yield Heading(section, 2)
            yield Paragraph(told)

    def _picture(self) -> Iterator[Block]:
        if self.seen.drawing is not None:
            told = " · ".join(f"{fact.label} {fact.value}" for fact in self.seen.facts)
            yield Paragraph(f"{told[:1].upper()}{told[1:]}.")
            yield Painting(self.seen.drawing)

    def sheet(self) -> Sheet:
        """Return a row a link, with its first quote."""
        return Sheet(_COLUMNS, tuple(map(self._cells, self.rows)))

    def items(self) -> Iterator[str]:
        """Yield the links in the order of the trees."""
        lens = self.asked.lens
        return (json_text(self._link(row) | marks(row.flags, lens)) for row in self.rows)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.rows else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        if self.rows:
            return ""
        if self._all:
            return f"No link in the reasons of {self.record.id} matches."
        return self._none()

    def _none(self) -> str:
        """Say what shows those that are there; only where there are none, how to write one."""
        record, lens = self.record.id, self.asked.lens
        if (ahead := no_reasons.later(self.whole, record, lens)) is not None:
            told = no_reasons.later_words(ahead)
            return f"No reasons for {record} count yet; {told}: --as-of {ahead.first}."
        if lens != PLAIN_LENS and self.whole.why(record):
            return f"The reasons of {record} rest on what is switched off."
        return f"No reasons are recorded for {record}; `new reason` writes one."

    def _item(self, row: ClaimRow) -> Item:
        """Set a link at its depth; a heading of links has none of the words below it."""
        if not row.depth:
            return Item(signed(row.label, row.flags))
        inferred = ("inferred, not stated",) if "inferred" in row.flags else ()
        under = (*self._told(row), *inferred)
        return Item(
            signed(f"{row.role}: {row.label}", row.flags), row.depth - self._least_depth, under
        )

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


def run(store: Store, record: str, words: Sequence[str] = (), lens: Lens = PLAIN_LENS) -> Chain:
    """Ask why of the record with this id, and keep the links that a filter does."""
    return viewed(store, Asked(Place(View.DRAWN, record), parse(" ".join(words)), lens))


def viewed(store: Store, asked: Asked) -> Chain:
    """Return the chain of a record that is asked for as a view, kept by its filter."""
    seen = through(store, asked.lens)
    known = known_record(seen, asked.place.of)
    place = Place(View.DRAWN, known.id)
    return Chain(seen, known, replace(asked, place=place), store)


def _end(row: ClaimRow) -> str | None:
    """Return the record that a link leads to; a row of depth 0 is one itself."""
    return row.target if row.depth else row.claim


def _reason(row: ClaimRow) -> str | None:
    return row.claim if row.depth else None
