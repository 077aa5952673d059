"""What a page tells of the relationships that one looks without."""

from __future__ import annotations

from scale_explorer.data.folding import folded_name
from scale_explorer.data.query import Field, Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import Fact
from scale_explorer.models.frozen import replace

SWITCHED_OFF = "Switched off"
"""The heading of the relationships that one looks without."""
OFF, OFF_ROW = "off", "off:"
MOST_OFF = 20
"""Of those that a page lists; the others stand in the list of all that is switched off."""


def at_risk(store: Store, record: str, lens: Lens) -> tuple[Fact, ...]:
    """Return what hangs on the relationships of a record that are switched off."""
    if not lens.without:
        return ()
    # Loaded here because computing with ranges costs nothing until it is asked for.
    from .risk_words import risk_facts  # noqa: PLC0415

    return risk_facts(store, record, lens)


def switched_off_rows(store: Store, record: str, lens: Lens) -> tuple[ClaimRow, ...]:
    """Return the relationships of a page that are switched off, to be switched on again."""
    kept = replace(lens, without=frozenset())
    found = (
        next((row for row in _rows_of(store, record, each, kept) if row.claim == each), None)
        for each in sorted(lens.without)[:MOST_OFF]
    )
    return tuple(
        replace(
            row, key=f"{OFF_ROW}{row.claim}", section=SWITCHED_OFF, depth=0, extra="",
            target=None, flags=row.flags | {OFF},
        )
        for row in found
        if row is not None
    )  # fmt: skip


def _rows_of(store: Store, record: str, claim: str, lens: Lens) -> tuple[ClaimRow, ...]:
    return store.claims(record, Filter((Field("id", folded_name(claim)),)), limit=2, lens=lens)
