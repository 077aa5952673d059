"""Opening a view that is drawn by its name, so that none is loaded before it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens

from ..scene import Sheet
from ..state import PaneView, Place, View

Opener = Callable[[Store, Place, PaneView, Filter, Lens], Sheet]
"""Makes the sheet of a place: rows for all keys of its drawing, which `view` may have unfolded."""

_IN_LINES = frozenset({View.TIMELINE, View.CHART, View.PATH})
"""Views with a thing a line."""


def drawn(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the sheet of a view that is drawn; `matching` is the filter of `view`, read."""
    sheet: Opener = import_module(f".{place.view.value}", __package__).sheet
    seen = sheet(store, place, view, matching, lens)
    if lens.as_of is None:
        return seen
    # Loaded here because most look without a day.
    from .day_marked import day_marked  # noqa: PLC0415

    return day_marked(seen, in_lines=place.view in _IN_LINES)
