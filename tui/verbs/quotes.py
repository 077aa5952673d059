"""`quotes ID`: the verbatim words that carry a record's claims, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows import EvidenceRow, RecordRow

from .answer import Answer
from .asking import known_record, quotes_of
from .drawing.blocks import Block, Column, Heading, Quotation, Sheet
from .exits import FINE, FOUND
from .json_text import json_text

VERDICTS = {
    "here": "✓ found in the text on this machine",
    "locked": "✓ found by the set’s authors",
    "ambiguous": "? found in more than one place",
    "missing": "✗ not in the text",
    "unchecked": "· not checked: the text is not here",
}
_COLUMNS = (
    Column("claim", whole=True),
    Column("quote"),
    Column("attribution"),
    Column("source"),
    Column("paragraph", right=True),
    Column("start", right=True),
    Column("end", right=True),
    Column("direction"),
    Column("directness"),
    Column("verdict"),
)


@dataclass(frozen=True, slots=True)
class Quotes(Answer):
    """A record's own quotes, then those of its claims."""

    record: RecordRow
    quotes: tuple[EvidenceRow, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield each quote above what is known of it."""
        if self.quotes:
            yield Heading(self.record.title)
        for quote in self.quotes:
            yield Quotation(quote.exact, tuple(_details(quote, self.record.id)))

    def sheet(self) -> Sheet:
        """Return a row a quote."""
        rows = (
            (
                quote.claim, quote.exact, quote.attribution, quote.source, quote.paragraph,
                quote.start, quote.end, quote.direction, quote.directness, quote.verdict,
            )
            for quote in self.quotes
        )  # fmt: skip
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield the store’s rows of quotes."""
        return (json_text(quote) for quote in self.quotes)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.quotes else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.quotes else f"No quotes carry {self.record.id}."


def run(data: str | None, record: str) -> Quotes:
    """Show the quotes of the record with this id."""
    store = open_store(data)
    return Quotes(known_record(store, record), tuple(quotes_of(store, record)))


def _details(quote: EvidenceRow, shown_on: str) -> Iterator[str]:
    """Yield who said it and where, what the words stand for, the verdict, and for which claim."""
    place = f"¶ {quote.paragraph}" if quote.paragraph else ""
    said = (quote.attribution, quote.source_title, quote.source_detail, place)
    yield " · ".join(filter(None, said))
    if quote.mentions:
        yield ", ".join(f"“{words}” is {meant}" for words, meant in quote.mentions)
    marks = ("against it" if quote.direction == "refutes" else "", _inference(quote))
    yield " · ".join(filter(None, (VERDICTS[quote.verdict], *marks)))
    if quote.claim != shown_on:
        yield f"for {quote.claim}{f' ({quote.status})' if quote.status else ''}"


def _inference(quote: EvidenceRow) -> str:
    return "inferred, not stated" if quote.directness == "inferred" else ""
