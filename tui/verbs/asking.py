"""What several verbs ask of a store: a record whose id may be misspelt, its claims, its quotes."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows import ClaimRow, EvidenceRow, RecordRow
from scale_explorer.models.errors import UnknownName


def known_record(store: Store, record_id: str) -> RecordRow:
    """Return a record's line; raises UnknownName with the nearest ids."""
    record = store.record(record_id)
    if record is None:
        raise UnknownName("record", record_id, store.nearest(record_id))
    return record


def claims_of(store: Store, record_id: str) -> Iterator[ClaimRow]:
    """Yield all claims on a record's page, a page at a time."""
    after: str | None = None
    while rows := store.claims(record_id, after=after):
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1].key


def quotes_of(store: Store, record_id: str) -> Iterator[EvidenceRow]:
    """Yield a record's own quotes, then those of the claims on its page, each once."""
    claims = (row.claim for row in claims_of(store, record_id) if row.claim is not None)
    told: set[str] = set()
    for claim in dict.fromkeys((record_id, *claims)):
        for quote in store.evidence(claim):
            if quote.id not in told:
                told.add(quote.id)
                yield quote
