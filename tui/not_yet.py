"""What to say of a record that does not count yet on the day looked at, and how to get to it."""

from __future__ import annotations

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.dated import Beginning
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.dates import readable

_MOST = 30
"""Steps that are counted; one that is further away is gone to by its date."""


def not_yet(store: Store, record: str, lens: Lens) -> str:
    """Say that a record does not count yet, when it begins, and which keys lead there."""
    said = f"It does not count yet as of {readable(lens.as_of or '')}."
    begins = store.begins(record)
    if begins is None or not begins.first:
        return said
    return f"{said}\n{begun(begins)}\n{way_to(store, begins.first, lens)}"


def begun(begins: Beginning) -> str:
    """Say when something begins, as a sentence; of a fuzzy date its first day counts."""
    first = readable(begins.first)
    if begins.surely == begins.first:
        return f"It begins on {first}."
    return f"It counts from {first}, the first day that its date can mean."


def way_to(store: Store, day: str, lens: Lens) -> str:
    """Say which keys lead to a day (ISO 8601) that is ahead."""
    days = [each.day for each in store.days(lens.as_of or "", limit=_MOST, lens=lens)]
    steps = days.index(day) + 1 if day in days else 0
    if steps == 1:
        return "Press ) to step to it; = shows the set as it is."
    far = f"Press ) {steps} times" if steps else "Press ) until then"
    return f"{far}, or @ and type {day}; = shows the set as it is."
