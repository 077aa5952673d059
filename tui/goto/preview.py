"""What stands beside the list: a look at what the offer under the cursor leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from scale_explorer.data.query import FilterError, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import Portrait
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from ..state import Place, View
from ..widgets.lines import Line, Span
from ..widgets.rows import Tone
from .offer import Offer
from .targets import FilterBy, GoPlace, GoQuote, GoRecord, GoWhy

CLAIMS = 8
"""Claims, records or matches that a preview names."""
_BLANK = Line()


def preview(store: Store, offer: Offer) -> tuple[Line, ...]:
    """Return what the offer leads to, or why it leads nowhere now."""
    if offer.why_not:
        return (_line(offer.label, Tone.STRONG), _line(offer.why_not, Tone.WARN))
    match offer.target:
        case GoRecord(record):
            lines = _page(store, record)
        case GoWhy(record):
            lines = _why(store, record)
        case GoQuote(claim, evidence):
            lines = _quote(store, claim, evidence)
        case GoPlace(place, text):
            lines = _place(store, place, text, offer)
        case FilterBy(text):
            lines = _matches(store, text)
        case _:
            lines = _told(offer)
    return tuple(lines)


def _place(store: Store, place: Place, text: str, offer: Offer) -> Iterator[Line]:
    """Show the story or a list; what is drawn would take too long while one types."""
    if place.view is View.LIST:
        return _list(store, place, text)
    if place.record is not None:
        return _page(store, place.record)
    return _story(store) if place.view is View.STORY else _told(offer)


def _line(text: str, tone: Tone = Tone.PLAIN, indent: int = 0) -> Line:
    return Line((Span(text, tone),), indent=indent)


def _told(offer: Offer) -> Iterator[Line]:
    """Say what a command does, and which keys do it without this box."""
    yield _line(offer.label, Tone.STRONG)
    if offer.detail:
        yield _line(offer.detail, Tone.DIM)
    if offer.keys:
        yield _BLANK
        yield Line((Span("Keys: ", Tone.DIM), Span(offer.keys, Tone.ACCENT)))


def _page(store: Store, record: str) -> Iterator[Line]:
    portrait = store.portrait(record)
    if portrait is None:
        return
    claims = store.claims(record, limit=CLAIMS)
    quote = _first_quote(store, (record, *(row.claim for row in claims if row.claim)))
    yield from _head(portrait, portrait.record.title)
    if portrait.record.kind in CLAIM_KINDS:  # of a claim its words matter most
        yield from (*quote, *_sections(claims))
    else:
        yield from (*_sections(claims), *quote)


def _why(store: Store, record: str) -> Iterator[Line]:
    portrait = store.portrait(record)
    if portrait is None:
        return
    chain = store.why(record)[:CLAIMS]
    yield from _head(portrait, f"Why: {portrait.record.title}")
    yield from _sections(chain)
    if not chain:
        yield _BLANK
        yield _line("No reasons are recorded for it.", Tone.DIM)


def _head(portrait: Portrait, title: str) -> Iterator[Line]:
    yield _line(title, Tone.STRONG)
    yield _line(portrait.subtitle, Tone.DIM)
    if portrait.summary:
        yield _line(portrait.summary)
    for fact in portrait.facts:
        yield Line((Span(f"{fact.label} ", Tone.DIM), Span(fact.value)))


def _sections(claims: Iterable[ClaimRow]) -> Iterator[Line]:
    for section, rows in groupby(claims, key=lambda row: row.section):
        yield _BLANK
        if section:
            yield _line(section, Tone.HEADING)
        yield from map(_claim, rows)


def _claim(row: ClaimRow) -> Line:
    """Tell a claim with its amount or role, and how it stands."""
    said = Span(row.label, Tone.DIM if row.depth else Tone.PLAIN)
    amount = Span(f"  {row.amount}" if row.amount else "", Tone.STRONG)
    rest = "  ".join(filter(None, (row.role, row.when, row.state)))
    return Line((said, amount, Span(f"  {rest}" if rest else "", Tone.DIM)), indent=1 + row.depth)


def _first_quote(store: Store, claims: Iterable[str]) -> Iterator[Line]:
    found = (quote for claim in dict.fromkeys(claims) for quote in store.evidence(claim)[:1])
    if (quote := next(found, None)) is not None:
        yield _BLANK
        yield from _words(quote)


def _words(quote: EvidenceRow) -> Iterator[Line]:
    yield _line(f"“{quote.exact}”", Tone.QUOTE)
    place = f"¶ {quote.paragraph}" if quote.paragraph else ""
    told = filter(None, (quote.attribution, place, quote.source_title, quote.source_detail))
    yield _line(f"— {' · '.join(told)}", Tone.DIM)
    found = quote.verdict in {"here", "locked", "locked_elsewhere"}
    verdict = quote.verdict.replace("_", " ")
    yield _line(f"{'✓' if found else '?'} {verdict}", Tone.GOOD if found else Tone.WARN)


def _quote(store: Store, claim: str, evidence: str) -> Iterator[Line]:
    """Show a quote, and then the claim that it carries."""
    for quote in store.evidence(claim):
        if quote.id == evidence:
            yield from _words(quote)
    yield _BLANK
    if (portrait := store.portrait(claim)) is not None:
        yield from _head(portrait, portrait.record.title)


def _story(store: Store) -> Iterator[Line]:
    summary = store.summary()
    yield _line(summary.title, Tone.STRONG)
    yield _line(summary.summary)
    yield from _sections(store.story())


def _list(store: Store, place: Place, text: str) -> Iterator[Line]:
    kind = Kind(place.of)
    matching = parse(text)
    count = store.count(kind, matching)
    yield _line(f"{kind.heading}: {count:,}", Tone.STRONG)
    yield _BLANK
    for row in store.records(kind, matching, limit=CLAIMS):
        yield Line((Span(row.title), Span(f"  {row.amount}", Tone.STRONG)), indent=1)
    if count > CLAIMS:
        yield _line(f"and {count - CLAIMS:,} more", Tone.DIM, indent=1)


def _matches(store: Store, text: str) -> Iterator[Line]:
    """Count what a filter keeps of each kind in the whole data set."""
    yield _line(text, Tone.STRONG)
    yield _line("keeps in the whole data set", Tone.DIM)
    yield _BLANK
    try:
        matching = parse(text)
    except FilterError as error:
        yield _line(str(error), Tone.WARN)
        return
    for kind, _ in store.summary().counts:
        if count := store.count(kind, matching):
            name = kind.label if count == 1 else kind.heading
            yield Line((Span(f"{count:>7,} ", Tone.STRONG), Span(name.lower())))
