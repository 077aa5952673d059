"""The one place where the app asks what it remembers, and tells what to remember."""

from __future__ import annotations

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.frozen import dataclass, replace

from ..state import Layouts, Navigation, ViewState, Width
from ..state.layout import ALL_USUAL
from .documents import read_document, write_document
from .files import preferences_path, session_path, tidy
from .fitting import fitted, home, opened_at
from .preferences import MOST_LINES, Preferences, preferences_from_json, preferences_to_json
from .session import Session, session_from_json, session_to_json


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was remembered, fitted to the data; `words` tell of what could not be read."""

    navigation: Navigation
    recent: tuple[str, ...]
    preferences: Preferences
    words: tuple[str, ...] = ()


def recall(
    names: tuple[str, ...],
    store: Store,
    *,
    fresh: bool = False,
    at: ViewState | None = None,
) -> Recalled:
    """Return where one was in the data sets `names`, or what they open on; it never fails.

    With `fresh` only marks and recent records stay of the session. `at` is shown instead of where
    one was, which then is one step back.
    """
    document, damage = read_document(preferences_path())
    preferences = preferences_from_json(document or {})
    session, loss = _session(names)
    way = fitted(session.navigation, store) if session else Navigation(home(store))
    way = Navigation(home(store), marks=way.marks) if fresh else way
    way = replace(way, now=replace(way.now, layouts=preferences.layouts))
    if at is not None:
        way = (
            opened_at(way, at)
            if session and not fresh
            else replace(way, now=at.laid_out_as(way.now))
        )
    recent = session.recent if session else ()
    there = tuple(id_ for id_ in recent if store.record(id_) is not None)
    return Recalled(way, there, preferences, tuple(filter(None, (damage, loss))))


def _session(names: tuple[str, ...]) -> tuple[Session | None, str]:
    try:
        document, loss = read_document(session_path(names))
    except (ScaleExplorerError, OSError) as error:
        return None, str(error)
    return (None if document is None else session_from_json(document)), loss


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen in this run for every data set: the rest is another program's to say.

    `typed` holds the lines of the go-to box, newest first; `layouts` how it was at the start.
    """

    theme: str | None = None
    typed: tuple[str, ...] = ()
    layouts: Layouts = ALL_USUAL


def remember(
    names: tuple[str, ...], navigation: Navigation, recent: tuple[str, ...], chosen: Chosen
) -> str:
    """Keep where one is, and what was chosen; return why not, if that failed.

    Of two programs on the same data the one that is left last is remembered; of what holds for
    every data set each keeps only what it changed.
    """
    try:
        path = session_path(names)
    except (ScaleExplorerError, OSError) as error:
        return str(error)
    document, _ = read_document(preferences_path())
    kept = _merged(preferences_from_json(document or {}), navigation.now.layouts, chosen)
    words = (
        write_document(path, session_to_json(Session(navigation, recent))),
        write_document(preferences_path(), preferences_to_json(kept)),
    )
    tidy(path)
    return next(filter(None, words), "")


def _merged(kept: Preferences, layouts: Layouts, chosen: Chosen) -> Preferences:
    changed = (width for width in Width if layouts.at(width) != chosen.layouts.at(width))
    merged = kept.layouts
    for width in changed:
        merged = merged.having(width, layouts.at(width))
    typed = dict.fromkeys((*chosen.typed, *kept.typed))
    return Preferences(chosen.theme or kept.theme, merged, tuple(typed)[:MOST_LINES])
