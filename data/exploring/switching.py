"""Which relationships are meant by what somebody wants to do without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from scale_explorer.models.errors import UsageError
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..store.protocol import PAGE, Store
from ..store.rows.edges import MEMBER, PARTY, EdgeRow
from .known import known_record

MOST = 500
"""Relationships that can be switched off at once."""


def switched_off(store: Store, names: Iterable[str], about: str | None = None) -> frozenset[str]:
    """Return the ids of the relationships that `names` mean, together.

    A relationship means itself; a company, person or other entity all its relationships, or those
    with `about` where that is another entity. Raises UnknownNameError with the nearest ids, and
    UsageError for what has no relationships, or too many.
    """
    found = frozenset(each for name in names for each in _meant(store, name, about))
    if len(found) > MOST:
        raise UsageError(_TOO_MANY)
    return found


_TOO_MANY = f"At most {MOST} relationships can be switched off; name fewer."


def _meant(store: Store, name: str, about: str | None) -> tuple[str, ...]:
    record = known_record(store, name)
    if record.kind is Kind.RELATIONSHIP:
        return (record.id,)
    if record.kind not in ENTITY_KINDS:
        raise UsageError(
            f"{record.id} is a {record.kind.label.lower()}: only relationships can be switched off,"
            " by their own id or by that of a company or person who has them."
        )
    page = store.record(about) if about else None
    other = page.id if page and page.kind in ENTITY_KINDS and page.id != record.id else None
    ties = (tie for tie in _relationships(store, record.id) if other in {None, tie.far})
    ids = tuple(dict.fromkeys(islice((tie.claim for tie in ties), MOST + 1)))
    if not ids:
        whom = f" with {other}" if other else ""
        raise UsageError(f"{record.id} has no relationship{whom} that could be switched off.")
    return ids


def _relationships(store: Store, record_id: str) -> Iterator[EdgeRow]:
    """Yield the ties of a record that are relationships, and no parties of deals or members."""
    after: EdgeRow | None = None
    while ties := store.edges(record_id, after=after):
        yield from (tie for tie in ties if tie.type not in {PARTY, MEMBER})
        if len(ties) < PAGE:
            return
        after = ties[-1]
