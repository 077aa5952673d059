"""The one place where the app asks what it remembers, and tells what to remember."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.errors import ScaleExplorerError

from ..state import Navigation, ViewState
from .documents import read_document, write_document
from .files import preferences_path, session_path, tidy
from .fitting import fitted, opened_at
from .preferences import Preferences, preferences_from_json, preferences_to_json
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
    """Return where one was in the data sets `names`, or the story; it never fails.

    With `fresh` the session is left alone. `at` is shown instead of where one was, which then is
    one step back; marks and recent records stay.
    """
    document, damage = read_document(preferences_path())
    preferences = preferences_from_json(document or {})
    session, loss = (None, "") if fresh else _session(names)
    way = fitted(session.navigation, store) if session else Navigation()
    way = replace(way, now=replace(way.now, layouts=preferences.layouts))
    if at is not None:
        way = opened_at(way, at) if session else replace(way, now=at.laid_out_as(way.now))
    recent = session.recent if session else ()
    there = tuple(id_ for id_ in recent if store.record(id_) is not None)
    return Recalled(way, there, preferences, tuple(filter(None, (damage, loss))))


def _session(names: tuple[str, ...]) -> tuple[Session | None, str]:
    try:
        document, loss = read_document(session_path(names))
    except (ScaleExplorerError, OSError) as error:
        return None, str(error)
    return (None if document is None else session_from_json(document)), loss


def remember(
    names: tuple[str, ...],
    navigation: Navigation,
    recent: tuple[str, ...],
    preferences: Preferences,
) -> str:
    """Keep where one is, with the layouts of now; return why not, if that failed.

    Of two programs on the same data the one that is left last is remembered.
    """
    try:
        path = session_path(names)
    except (ScaleExplorerError, OSError) as error:
        return str(error)
    session = Session(navigation, recent)
    kept = replace(preferences, layouts=navigation.now.layouts)
    words = (
        write_document(path, session_to_json(session)),
        write_document(preferences_path(), preferences_to_json(kept)),
    )
    tidy(path)
    return next(filter(None, words), "")
