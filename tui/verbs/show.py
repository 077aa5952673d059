"""`show ID`: a record's page: what it is, its facts, and the claims about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from scale_explorer.data.query import EVERYTHING, Filter, parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import Fact, Portrait
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.late import Late

from ..day_marks import signs_of, told_of
from .answer import Answer, listed
from .asking import claims_of, known_record, quote_count
from .counting import counted
from .drawing.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Sheet, id_column

if TYPE_CHECKING:
    from scale_explorer.data.store.rows.disputed import DisputeRow
    from scale_explorer.data.store.rows.figures import Derivation

    from .. import switched_off
    from . import disputes, json_text
    from .drawing import marked_rows
else:
    switched_off = Late(__package__, "..switched_off")
    disputes, json_text = Late(__package__, ".disputes"), Late(__package__, ".json_text")
    marked_rows = Late(__package__, ".drawing.marked_rows")

_SHOWN = (
    Column("claim", least=40),
    Column("role", least=20),
    Column("amount", right=True),
    Column("more"),
    Column("quotes", right=True),
)
CLAIM_COLUMNS = (
    Column("section"),
    Column("claim"),
    Column("role"),
    Column("amount"),
    Column("when"),
    Column("state"),
    Column("remark"),
    Column("quotes"),
    Column("claim id"),
    Column("other end"),
)
_INPUTS = (
    Column("what", least=40),
    Column("value", right=True),
    Column("range"),
    id_column("figure"),
)


@dataclass(frozen=True)
class Page(Answer):
    """One record and the claims about it, or those of them that match."""

    store: Store
    portrait: Portrait
    matching: Filter = EVERYTHING
    lens: Lens = PLAIN_LENS

    def claims(self) -> Iterator[ClaimRow]:
        """Yield the claims on the record's page, read page by page: there may be very many."""
        return claims_of(self.store, self.portrait.record.id, self.matching)

    @cached_property
    def disputes(self) -> tuple[DisputeRow, ...]:
        """What cannot be true beside the record."""
        return self.store.disputes(self.portrait.record.id)

    def blocks(self) -> Iterator[Block]:
        """Yield the page: head, facts, derivation, disputes, sections."""
        record = self.portrait.record
        yield Heading(record.title)
        told = (self.portrait.subtitle, told_of(record.flags), record.id)
        yield Paragraph(" · ".join(filter(None, told)))
        if self.portrait.summary:
            yield Paragraph(self.portrait.summary)
        if self.portrait.facts:
            yield Facts(tuple(_facts(self.portrait.facts)))
        if derivation := self.store.derivation(record.id):
            yield from _derivation(derivation)
        if self.disputes:
            yield from disputes.dispute_blocks(self.disputes)
        for section, rows in groupby(self.claims(), key=lambda row: row.section):
            yield Heading(section, 2)
            yield from _sheets(rows)
        yield Paragraph(self._quotes())

    def sheet(self) -> Sheet:
        """Return a row a claim."""
        return claim_sheet(self.claims(), self.lens)

    def as_csv(self) -> Iterator[str]:
        """Yield the same as lines, each as soon as its claim was read."""
        # Loaded here because each run needs one format at most.
        from .drawing import spreadsheet  # noqa: PLC0415

        columns = marked_rows.columns_of(CLAIM_COLUMNS, self.lens)
        rows = (
            marked_rows.cells_of(claim_cells(row), row.flags, self.lens) for row in self.claims()
        )
        return spreadsheet.table(columns, rows)

    def items(self) -> Iterator[str]:
        """Yield the record and then its claims."""
        told: set[str | None] = {None}
        for record_id in chain((self.portrait.record.id,), (row.claim for row in self.claims())):
            if record_id is None or record_id in told:
                continue
            told.add(record_id)
            if (document := self.store.document(record_id)) is not None:
                yield document

    def json(self) -> Iterator[str]:
        """Yield an object with the record, its disputes and its claims."""
        claims = self.items()
        record = next(claims)
        yield f'{{"record": {record},'
        yield ' "disputes": ['
        objects = map(disputes.dispute_object, self.disputes)
        yield from listed(json_text.json_text(each) for each in objects)
        yield " ],"
        yield ' "claims": ['
        yield from listed(claims)
        yield " ]}"

    def _quotes(self) -> str:
        """Tell how many quotes there are to see, and how."""
        record = self.portrait.record
        count = quote_count(self.store, record)
        if not count:
            return "No quotes carry it."
        return f"{counted(count, 'quote')}: scale-explorer quotes {record.id}"


def run(store: Store, record: str, words: Sequence[str] = (), lens: Lens = PLAIN_LENS) -> Page:
    """Show the record with this id, and the claims about it that a filter keeps."""
    known = known_record(through(store, lens), record)
    return page_of(store, known.id, lens, parse(" ".join(words)))


def page_of(
    store: Store, record: str, lens: Lens = PLAIN_LENS, matching: Filter = EVERYTHING
) -> Page:
    """Return the page of a record that is seen through a lens, with what it loses by that."""
    seen = through(store, lens)
    portrait = seen.portrait(record)
    assert portrait is not None, "a record that is seen has a portrait"
    facts = (
        (*switched_off.at_risk(store, record, lens), *portrait.facts)
        if lens.without
        else portrait.facts
    )
    return Page(seen, replace(portrait, facts=facts), matching, lens)


_TOGETHER = 500
"""Rows that are set as one table; further ones are one of their own, right below it.

So the first lines of a long list are there before the last is read, and memory does not grow.
"""


def _sheets(rows: Iterator[ClaimRow]) -> Iterator[Sheet]:
    goes_on = False
    while some := tuple(map(_shown, islice(rows, _TOGETHER))):
        yield Sheet(_SHOWN, some, headed=False, goes_on=goes_on)
        goes_on = True


_REASONS = frozenset({"Why", "Before it", "After it"})
"""Sections in which the role links the row to the page, so that it is read first."""


def _facts(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Yield labels and values, with a sign on the first of each claim that is disputed."""
    marked: set[str | None] = set()
    for fact in facts:
        disputed = fact.disputed and fact.claim not in marked
        yield fact.label, f"{fact.value} ≠" if disputed else fact.value
        marked |= {fact.claim} if disputed else set()


def _shown(row: ClaimRow) -> tuple[Cell, ...]:
    more = " · ".join(filter(None, (row.when, row.state, row.extra)))
    sign = "≠ " if "disputed" in row.flags else ""
    quotes = f"{sign}“ {row.quotes}" if row.quotes else ""
    quotes = " ".join(filter(None, (signs_of(row.flags), quotes)))
    if row.section in _REASONS:
        return (_label(row, f"{row.role}: "), "", row.amount, more, quotes)
    return (_label(row), row.role, row.amount, more, quotes)


def claim_sheet(claims: Iterable[ClaimRow], lens: Lens) -> Sheet:
    """Return a row a claim; as of a day with what that does to it."""
    rows = tuple(claims)
    sheet = Sheet(CLAIM_COLUMNS, tuple(map(claim_cells, rows)))
    return marked_rows.with_marks(sheet, (row.flags for row in rows), lens)


def claim_cells(row: ClaimRow) -> tuple[Cell, ...]:
    """Return a claim's cells for `CLAIM_COLUMNS`."""
    return (
        row.section, _label(row), row.role, row.amount, row.when, row.state, row.extra, row.quotes,
        row.claim, row.target,
    )  # fmt: skip


def _label(row: ClaimRow, link: str = "") -> str:
    """Mark a row that belongs to the one above; `link` is how a reason ties the two."""
    label = f"{link}{row.label}" if row.role else row.label
    return f"– {label}" if row.depth else label


def _derivation(derivation: Derivation) -> Iterator[Block]:
    yield Heading("How it is computed", 2)
    yield Paragraph(derivation.readable)
    if derivation.error:
        yield Paragraph(derivation.error)
    else:
        yield Paragraph(f"= {derivation.shown} ({derivation.range})")
    rows = tuple((each.label, each.shown, each.range, each.id) for each in derivation.inputs)
    if rows:
        yield Sheet(_INPUTS, rows)
