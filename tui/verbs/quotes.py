"""`quotes ID`: the verbatim words that carry a record's claims, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.disputed import DisputeRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import dataclass

from ..exits import FINE, FOUND
from .answer import Answer
from .asking import known_record, quote_object, quotes_of
from .disputes import dispute_blocks, disputes_of
from .drawing.blocks import Block, Column, Facts, Heading, Quotation, Sheet
from .json_text import json_text

_SHORT_TITLE = 40  # characters
_VERDICTS = {
    "here": "✓ found in the text on this machine",
    "locked": "✓ found by the set’s authors",
    "locked_elsewhere": "✓ found by the set’s authors; your copy, another edition, lacks it",
    "ambiguous": "? found in more than one place",
    "missing": "✗ not in the text",
    "unchecked": "○ not checked: the text is not here",
}
_COLUMNS = (
    Column("claim"),
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
    disputes: tuple[DisputeRow, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield each run of words once, above all that is known of it; disputes; the sources."""
        if not self.quotes:
            return
        yield Heading(self.record.title)
        for same in _by_words(self.quotes):
            yield Quotation(same[0].exact, tuple(_details(same, self.record.id)))
        yield from dispute_blocks(self.disputes)
        yield Heading("Sources", 2)
        yield Facts(tuple(dict.fromkeys(map(_source, self.quotes))))

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
        """Yield the store’s rows of quotes, and the claims that dispute theirs."""
        against = self._against()
        for quote in self.quotes:
            yield json_text({**quote_object(quote), "disputed_by": against.get(quote.claim, [])})

    def _against(self) -> dict[str, list[str]]:
        """Return what cannot be true beside each claim, by ids."""
        found: dict[str, list[str]] = {}
        for dispute in self.disputes:
            own, other = dispute.own.record.id, dispute.other.record.id
            for claim, counterpart in {(own, other), (other, own)}:
                found.setdefault(claim, []).append(counterpart)
        return found

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.quotes else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.quotes else f"No quotes carry {self.record.id}."


def run(store: Store, record: str, lens: Lens = PLAIN_LENS) -> Quotes:
    """Show the quotes of the record with this id."""
    seen = through(store, lens)
    known = known_record(seen, record)
    quotes = tuple(quotes_of(seen, known))
    claims = [known.id, *(quote.claim for quote in quotes)]
    return Quotes(known, quotes, tuple(disputes_of(seen, claims)))


def _by_words(quotes: tuple[EvidenceRow, ...]) -> Iterator[list[EvidenceRow]]:
    """Yield the quotes of the same words in the same place together."""
    same: dict[tuple[str, ...], list[EvidenceRow]] = {}
    for quote in quotes:
        place = (quote.source, quote.exact, quote.prefix, quote.suffix)
        same.setdefault(place, []).append(quote)
    yield from same.values()


def _details(same: list[EvidenceRow], shown_on: str) -> Iterator[str]:
    """Yield who said it and where, what the words stand for, the verdict, and for which claims."""
    first = same[0]
    said = next((quote.attribution for quote in same if quote.attribution), "the source itself")
    yield f"{said} · {_place(first)}"
    mentions = dict.fromkeys(pair for quote in same for pair in quote.mentions)
    if mentions:
        yield ", ".join(f"“{words}” is {meant}" for words, meant in mentions)
    yield _VERDICTS[first.verdict]
    carried = [quote for quote in same if quote.claim != shown_on or _remarks(quote)]
    if carried:
        yield "for " + ", ".join(map(_carried, carried))


def _place(quote: EvidenceRow) -> str:
    """Cite a source by the start of its title, which stands in full below all quotes."""
    paragraph = f"¶ {quote.paragraph}" if quote.paragraph else ""
    return ", ".join(filter(None, (_shortened(quote.source_title), quote.source_detail, paragraph)))


def _shortened(title: str) -> str:
    """Cut a long title behind a word."""
    if len(title) <= _SHORT_TITLE:
        return title
    start = title[:_SHORT_TITLE]
    return f"{start.rpartition(' ')[0] or start}…"


def _carried(quote: EvidenceRow) -> str:
    remarks = _remarks(quote)
    return f"{quote.claim} ({', '.join(remarks)})" if remarks else quote.claim


def _remarks(quote: EvidenceRow) -> tuple[str, ...]:
    against = "against it" if quote.direction == "refutes" else ""
    inferred = "inferred" if quote.directness == "inferred" else ""
    return tuple(filter(None, (quote.status.replace("_", " "), against, inferred)))


def _source(quote: EvidenceRow) -> tuple[str, str]:
    detail = f" ({quote.source_detail})" if quote.source_detail else ""
    return quote.source, f"{quote.source_title}{detail}"
