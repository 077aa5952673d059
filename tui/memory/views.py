"""A view as JSON and back: all of a `ViewState` but the layout, which belongs to the screen."""

from __future__ import annotations

from datetime import date

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.order import Order
from scale_explorer.models.kinds import Kind

from ..state import PANES, SET_WIDE, STORY, Pane, PaneView, Place, View, ViewState
from .values import fields, items, one_of, text, texts

LONGEST_KEY = 500
"""Code points of a row's key; an id has at most 240, and an evidence id a hash besides."""

LONGEST_FILTER = 200
"""Code points of a filter; as many as can be typed."""

MOST_UNFOLDED = 100
"""Groups that stay open when one comes back."""

MOST_WITHOUT = 500
"""Relationships that may be switched off."""


def view_to_json(view: ViewState) -> dict[str, object]:
    """Return what `view_from_json` reads."""
    panes = {pane.value: _pane_to_json(view.of(pane)) for pane in PANES}
    return {
        "place": {"view": view.place.view.value, "of": view.place.of},
        "lens": {"as_of": view.lens.as_of, "without": sorted(view.lens.without)},
        "pane": view.pane.value,
        **panes,
        "open_kinds": sorted(view.open_kinds),
        "source_shown": view.source_shown,
    }


def view_from_json(value: object) -> ViewState | None:
    """Read a view; None when the place that it shows is missing or cannot be."""
    found = fields(value)
    place = _place(fields(found.get("place")))
    if place is None:
        return None
    usual = ViewState()
    view = ViewState(
        place=place,
        pane=one_of(Pane, found.get("pane")) or usual.pane,
        open_kinds=_open_kinds(found.get("open_kinds"), usual.open_kinds),
        source_shown=found.get("source_shown") is True,
        lens=_lens(fields(found.get("lens"))),
    )
    for pane in PANES:
        view = view.with_pane(pane, _pane_from_json(found.get(pane.value), usual.of(pane)))
    return view


def _place(found: dict[str, object]) -> Place | None:
    view, of = one_of(View, found.get("view")), text(found.get("of"), LONGEST_KEY)
    match view:
        case View.STORY:
            return STORY
        case View.LIST:
            kind = one_of(Kind, of)
            return Place(view, kind.value) if kind else None
        case None:
            return None
        case _:
            found_one = Place(view, of or "")
            return found_one if found_one.records or view in SET_WIDE else None


def _lens(found: dict[str, object]) -> Lens:
    without = texts(found.get("without"), MOST_WITHOUT, LONGEST_KEY)
    return Lens(_day(found.get("as_of")), frozenset(without))


def _day(value: object) -> str | None:
    """Return a day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(text(value, len("2025-01-01")) or "").isoformat()
    except ValueError:
        return None


def _pane_to_json(pane: PaneView) -> dict[str, object]:
    return {
        "cursor": pane.cursor,
        "filter": pane.filter,
        "whole": pane.whole,
        "unfolded": sorted(pane.unfolded)[:MOST_UNFOLDED],
        "order": pane.order.value,
    }


def _pane_from_json(value: object, usual: PaneView) -> PaneView:
    found = fields(value)
    return PaneView(
        cursor=text(found.get("cursor", usual.cursor), LONGEST_KEY),
        filter=text(found.get("filter"), LONGEST_FILTER) or usual.filter,
        whole=found.get("whole") is True,
        unfolded=frozenset(texts(found.get("unfolded"), MOST_UNFOLDED, LONGEST_KEY)),
        order=one_of(Order, found.get("order")) or usual.order,
    )


def _open_kinds(value: object, usual: frozenset[str]) -> frozenset[str]:
    if value == []:
        return frozenset()
    kinds = (one_of(Kind, item) for item in items(value)[: len(Kind)])
    return frozenset(kind.value for kind in kinds if kind) or usual
