"""Records and quotes that answer what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import Hit, RecordRow
from scale_explorer.models.kinds import CLAIM_KINDS

from .matching import Grade, Wanted, best_grade, grade, wanted
from .offer import Offer
from .ranking import QUOTE, RECENT, WEIGHTS, ranked, recency
from .targets import GoQuote, GoRecord

FOUND = 40
"""Hits that are asked of the store; a list that anybody reads is shorter."""
QUOTES = 30
"""Quotes of one record that are listed."""
NEAREST = 5
"""Records that are shown where nothing answers."""
_SHORTEST = 2
"""Letters of a word's beginning that are still looked for by themselves."""


def records(
    store: Store, text: str, recent: tuple[str, ...], *, quotes: bool = True
) -> Iterator[Offer]:
    """Yield records that `text` names, and quotes that hold it unless they are not wanted."""
    meant = wanted(text)
    for hit in {hit.record.id: hit for hit in _hits(store, text, recent)}.values():
        quote = _quote(store, meant, hit)
        if quote is not None and quotes:
            yield _of_quote(hit.record, quote, meant)
        elif (best := _grade(meant, hit)) is not None:
            weight = WEIGHTS[hit.record.kind] + recency(hit.record.id, recent)
            yield ranked(_offer(hit.record, quote), meant, best, weight)


def _hits(store: Store, text: str, recent: tuple[str, ...]) -> Iterator[Hit]:
    """Yield what was looked at lately, what the store finds, and the record of that very id."""
    yield from (Hit(row, "") for row in known(store, recent[:RECENT]))
    yield from store.search(text, FOUND)
    asked = text.strip()
    if (row := store.record(asked) or store.record(asked.lower())) is not None:
        yield Hit(row, row.id)


def known(store: Store, ids: Iterable[str]) -> Iterator[RecordRow]:
    """Yield those of the records that are there."""
    return (row for each in ids if (row := store.record(each)) is not None)


def _grade(meant: Wanted, hit: Hit) -> Grade | None:
    """Grade a record by its names, or by the text that the store found."""
    row = hit.record
    own = best_grade(meant, (row.title, row.short, row.id))
    if not hit.snippet:
        return own
    found = grade(meant, hit.snippet) or Grade.ALIKE
    if hit.snippet == row.detail:  # what is said about a record is not its name
        found = Grade.NEAR if found is Grade.ALIKE else Grade.INSIDE
    return found if own is None else max(own, found)


def _quote(store: Store, meant: Wanted, hit: Hit) -> EvidenceRow | None:
    """Return the quote of a claim that the store found, unless the claim's own words answer."""
    row = hit.record
    names = (row.title, row.short, row.id, row.detail)
    if row.kind not in CLAIM_KINDS or hit.snippet in {"", *names}:
        return None
    if (best_grade(meant, names) or Grade.ALIKE) > Grade.ALIKE:
        return None
    return next((each for each in store.evidence(row.id) if each.exact == hit.snippet), None)


def _of_quote(row: RecordRow, quote: EvidenceRow, meant: Wanted) -> Offer:
    best = grade(meant, quote.exact) or Grade.ALIKE
    return ranked(_of_words(quote, row.title), meant, best, QUOTE)


def _of_words(quote: EvidenceRow, claim: str) -> Offer:
    return Offer(GoQuote(quote.claim, quote.id), f"“{quote.exact}”", "quote", claim)


def _offer(row: RecordRow, quote: EvidenceRow | None = None) -> Offer:
    """Offer a record's page, with the next thing that one asks of it, or the quote that answers."""
    told = " · ".join(dict.fromkeys(filter(None, (row.amount, row.when, row.detail))))
    detail = f"“{quote.exact}”" if quote else told
    return Offer(GoRecord(row.id), row.title, row.kind.label.lower(), detail, completion=row.id)


def listed(rows: Iterable[RecordRow]) -> list[Offer]:
    """Offer records in the order in which they come, where nothing was typed to rank them by."""
    return [_offer(row) for row in rows]


def every_quote(store: Store, record: str) -> list[Offer]:
    """Offer the quotes that a record rests on: a claim's own, an entity's those of its claims."""
    row = store.record(record)
    if row is None or row.kind in CLAIM_KINDS:
        claims = [record]
    else:
        claims = [line.claim for line in store.claims(record, limit=QUOTES) if line.claim]
    rows = known(store, dict.fromkeys(claims))
    quotes = (_of_words(each, claim.title) for claim in rows for each in store.evidence(claim.id))
    return list(islice(quotes, QUOTES))


def nearest(store: Store, text: str) -> list[Offer]:
    """Offer records that hold one of the words, or how it begins, where none holds them all."""
    meant = wanted(text)
    found: dict[str, RecordRow] = {}
    for piece in _looser(meant):
        found |= {hit.record.id: hit.record for hit in store.search(piece, NEAREST)}
        if len(found) >= NEAREST:
            break
    return [_near(row, meant) for row in list(found.values())[:NEAREST]]


def _near(row: RecordRow, meant: Wanted) -> Offer:
    best = best_grade(meant, (row.title, row.short, row.id)) or Grade.NEAR
    return ranked(_offer(row), meant, best, WEIGHTS[row.kind])


def _looser(meant: Wanted) -> Iterator[str]:
    """Yield the words, longest first, then the beginnings of the longest."""
    words = sorted(meant.words, key=len, reverse=True)[:4]
    if len(words) > 1:
        yield from words
    for word in words[:2]:
        yield word[: max(_SHORTEST, len(word) * 2 // 3)]
