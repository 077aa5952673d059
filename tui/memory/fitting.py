"""Making what was remembered fit the data as it is now, and the place that is asked for."""

from __future__ import annotations

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace

from ..state import Browse, Navigation, Place, View, ViewState, update


def fitted(navigation: Navigation, store: Store) -> Navigation:
    """Leave out views of records that the store has no longer; without one for now, home.

    What could be undone is not kept: it belongs to the views as they were.
    """

    def kept(views: tuple[ViewState, ...]) -> tuple[ViewState, ...]:
        return tuple(_looking(view, store) for view in views if is_there(view.place, store))

    now = navigation.now
    return Navigation(
        now=_looking(now, store) if is_there(now.place, store) else home(store, now),
        past=kept(navigation.past),
        future=kept(navigation.future),
        marks=tuple(
            (letter, _looking(view, store))
            for letter, view in navigation.marks
            if is_there(view.place, store)
        ),
    )


def _looking(view: ViewState, store: Store) -> ViewState:
    """Return a view that switches nothing off which is not there."""
    without = frozenset(each for each in view.lens.without if store.record(each) is not None)
    return replace(view, lens=replace(view.lens, without=without))


def is_there(place: Place, store: Store) -> bool:
    """Say whether a place can be shown: the record that it is of must be there."""
    return all(store.record(record) is not None for record in place.records)


def story_instead(view: ViewState) -> ViewState:
    """Return the story, in the layout and with the kinds open as in a view."""
    return ViewState(open_kinds=view.open_kinds, layouts=view.layouts)


def home(store: Store, view: ViewState | None = None) -> ViewState:
    """Return what a set opens on: its story, or a list of what it has where it tells none.

    The list is of its first kind: companies, wherever there are some. Layout and open kinds are
    those of `view`.
    """
    there = story_instead(view or ViewState())
    summary = store.summary()
    if summary.lead or not summary.counts:
        return there
    kind, _ = summary.counts[0]
    opened = replace(there, open_kinds=there.open_kinds | {kind.value})
    return update(Navigation(opened), Browse(Place(View.LIST, kind.value).row)).now


def opened_at(navigation: Navigation, there: ViewState) -> Navigation:
    """Open on a place that was asked for; where one was stands behind it, one step back."""
    now = navigation.now
    left = () if there.place == now.place else (now,)
    past = (*navigation.past, *left)
    return replace(navigation, now=there.laid_out_as(now), past=past, future=())
