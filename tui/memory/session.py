"""Where one was in a data set, and where one had been: as JSON and back."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, field

from ..state import Navigation, Place, ViewState
from .values import fields, items, texts
from .views import LONGEST_KEY, view_from_json, view_to_json

LONGEST_WAY = 50
"""Views kept to go back to, and as many to go forward to."""

MOST_MARKS = 100
MOST_RECENT = 100
"""Records kept as those one went to lately."""


@dataclass(frozen=True, slots=True)
class Session:
    """One's way through a data set, and the records lately on it, newest first.

    What undo would give back is not kept, nor is the layout: that belongs to the screen.
    """

    navigation: Navigation = field(default_factory=Navigation)
    recent: tuple[str, ...] = ()


def session_to_json(session: Session) -> dict[str, object]:
    """Return what `session_from_json` reads."""
    way = session.navigation
    return {
        "now": view_to_json(way.now),
        "past": [view_to_json(view) for view in way.past[-LONGEST_WAY:]],
        "future": [view_to_json(view) for view in way.future[-LONGEST_WAY:]],
        "marks": {letter: view_to_json(view) for letter, view in way.marks[:MOST_MARKS]},
        "recent": list(session.recent[:MOST_RECENT]),
    }


def session_from_json(found: dict[str, object]) -> Session:
    """Read a session; what is missing or makes no sense is left out of it."""
    navigation = Navigation(
        now=view_from_json(found.get("now")) or ViewState(),
        past=_views(found.get("past")),
        future=_views(found.get("future")),
        marks=_marks(found.get("marks")),
    )
    return Session(navigation, texts(found.get("recent"), MOST_RECENT, LONGEST_KEY))


def _views(value: object) -> tuple[ViewState, ...]:
    views = map(view_from_json, items(value)[-LONGEST_WAY:])
    return tuple(view for view in views if view is not None)


def _marks(value: object) -> tuple[tuple[str, ViewState], ...]:
    """Read marks, each under one letter or digit, in the order of these."""
    letters = sorted(key for key in fields(value) if len(key) == 1 and key.isalnum())
    views = ((letter, view_from_json(fields(value)[letter])) for letter in letters[:MOST_MARKS])
    return tuple((letter, view) for letter, view in views if view is not None)


def recently(recent: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """Return the ids of the records one went to lately, newest first, after going to a place."""
    record = place.record
    if record is None:
        return recent
    return (record, *(id_ for id_ in recent if id_ != record))[:MOST_RECENT]
