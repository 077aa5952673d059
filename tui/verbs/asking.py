"""What several verbs ask of a store: a record whose id may be misspelt, its claims, its quotes."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.exploring.known import known_record
from scale_explorer.data.query import EVERYTHING, Filter
from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.frozen import asdict
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

__all__ = ["claims_of", "known_record", "quote_count", "quote_object", "quotes_of"]


def claims_of(store: Store, record_id: str, matching: Filter = EVERYTHING) -> Iterator[ClaimRow]:
    """Yield all claims on a record's page that match, a page at a time."""
    after: str | None = None
    while rows := store.claims(record_id, matching, after=after):
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1].key


def quotes_of(store: Store, record: RecordRow) -> Iterator[EvidenceRow]:
    """Yield the quotes that a record rests on, each once.

    A claim's are its own, or those of the figures it is computed from; an entity's are its own and
    those of its claims; a source's are all that are taken from it.
    """
    for claim in dict.fromkeys(_carriers(store, record)):
        for quote in store.evidence(claim):
            if record.kind is not Kind.SOURCE or quote.source == record.id:
                yield quote


def quote_count(store: Store, record: RecordRow) -> int:
    """Return how many quotes `quotes_of` would yield."""
    if record.kind in CLAIM_KINDS:
        return sum(1 for _ in quotes_of(store, record))
    return store.quoted(record.id)


def quote_object(quote: EvidenceRow) -> dict[str, object]:
    """Return a quote as it stands in JSON."""
    return {**asdict(quote), "mentions": dict(quote.mentions)}


def _carriers(store: Store, record: RecordRow) -> Iterator[str]:
    """Yield the ids of the records whose evidence counts as the record's."""
    yield record.id
    if record.kind in CLAIM_KINDS:
        derivation = store.derivation(record.id)
        yield from (each.id for each in derivation.inputs) if derivation else ()
    else:
        yield from (row.claim for row in claims_of(store, record.id) if row.claim is not None)
