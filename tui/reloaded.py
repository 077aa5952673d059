"""A newer state of the data, opened and looked at on a thread, before the screen takes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scale_explorer.data.opening import opened_again
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import CLAIM_KINDS

from .carrying import carried, seen_anew
from .memory.fitting import is_there
from .memory.visits import mark_new
from .scene import Scene
from .state import Navigation, Pane


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown now: the store, where one is in it, and the scene of that."""

    store: Store
    navigation: Navigation
    scene: Scene


def in_place(path: Path, before: Shown, names: tuple[str, ...]) -> Shown:
    """Open a compiled file of some sets and find one's place in it; raises DataError.

    What is new since the last visit is marked in it too.
    """
    store = opened_again(path, names)
    mark_new(names, store)
    return moved(store, before)


def moved(store: Store, before: Shown) -> Shown:
    """Find in another state of the data where one was."""
    listed = before.scene.browse.answer.rows
    there = carried(_pinned(before), before.store, store, listed)
    return Shown(store, *seen_anew(there, store, before.scene))


def _pinned(shown: Shown) -> Navigation:
    """Say which row and quote are chosen, where so far just the first one is."""
    now, scene = shown.navigation.now, shown.scene
    if now.focus.cursor is None and scene.row is not None:
        now = now.with_cursor(Pane.FOCUS, scene.row.key)
    if now.evidence.cursor is None and scene.quote is not None:
        now = now.with_cursor(Pane.EVIDENCE, scene.quote.id)
    return replace(shown.navigation, now=now)


def gone(before: Shown, store: Store) -> str:
    """Return what one was at and is not in another state of the data; nothing if it is there.

    That is the page, else what the row at a cursor is about.
    """
    now, scene = before.navigation.now, before.scene
    if not is_there(now.place, store):
        return scene.sheet.answer.title
    row = None if scene.row is None else scene.row.claim
    at = (now.browse.cursor, row) if now.pane is Pane.BROWSE else (row, now.browse.cursor)
    for record in filter(None, at):
        was = before.store.record(record)
        if was is not None and store.record(record) is None:
            return f"“{was.title}”" if was.kind in CLAIM_KINDS else was.title
    return ""


def still_known(recent: Iterable[str], store: Store) -> tuple[str, ...]:
    """Keep of records looked at lately those that are still there."""
    return tuple(each for each in recent if store.record(each) is not None)
