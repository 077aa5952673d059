"""What places are called: in the breadcrumb, and as the name of a view."""

from __future__ import annotations

from itertools import groupby

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.kinds import Kind

from .state import PICTURES, Place, View

CRUMBS = 3
"""Places that the breadcrumb names."""
CRUMB = 24
"""Characters of a place's name in it."""


def crumbs(store: Store, places: tuple[Place, ...]) -> tuple[str, ...]:
    """Return the names of places one went through, each once where it was left and found again."""
    named = (_crumb(store, place) for place in places)
    return tuple(name for name, _ in groupby(named))


def _crumb(store: Store, place: Place) -> str:
    name = _place_name(store, place)
    return name if len(name) <= CRUMB else f"{name[: CRUMB - 1]}…"


def _place_name(store: Store, place: Place) -> str:
    if place.view is View.STORY:
        return "Story"
    if place.view is View.LIST:
        return Kind(place.of).heading
    if place.view in PICTURES:  # the pane is called after what it is of
        return "Why, drawn" if place.view is View.DRAWN else place.view.value.capitalize()
    return view_name(place.view, " – ".join(_short(store, record) for record in place.records))


def view_name(view: View, of: str) -> str:
    """Return what a view of something is called, such as `exposure of Scale AI`."""
    if view is View.RECORD:
        return of
    if not of:
        return view.value.capitalize()
    return f"why {of}" if view in {View.WHY, View.DRAWN} else f"{view.value.capitalize()}: {of}"


def _short(store: Store, record_id: str) -> str:
    record = store.record(record_id)
    return record.short if record else record_id
