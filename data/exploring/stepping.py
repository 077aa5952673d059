"""From one day at which something changes to the next, and back."""

from __future__ import annotations

from scale_explorer.models.frozen import replace

from ..store.protocol import Store
from ..store.rows.dated import DayRow
from ..store.rows.lens import Lens

_END = "9999-12-31"
"""The last day that a date can mean."""


def stepped(store: Store, lens: Lens, *, back: bool = False) -> Lens | None:
    """Return the lens as of the next day at which something changes, or the one before, if any.

    Without a day one begins at the first, or going back at the last.
    """
    day = _before(store, lens) if back else _behind(store, lens)
    return None if day is None else replace(lens, as_of=day.day)


def _behind(store: Store, lens: Lens) -> DayRow | None:
    return next(iter(store.days(lens.as_of or "", limit=1, lens=lens)), None)


def _before(store: Store, lens: Lens) -> DayRow | None:
    days = store.days_until(lens.as_of or _END, limit=2, lens=lens)
    return next((day for day in days if day.day != lens.as_of), None)


def last_change(store: Store, lens: Lens) -> DayRow | None:
    """Return the last day, as of the lens's, at which something changed; None without one."""
    if lens.as_of is None:
        return None
    return next(iter(store.days_until(lens.as_of, limit=1, lens=lens)), None)
