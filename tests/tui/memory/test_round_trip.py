"""What is written comes back, whatever one had looked at."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from hypothesis import given

from scale_explorer.tui.memory.documents import LARGEST, read_document, write_document
from scale_explorer.tui.memory.preferences import (
    Preferences,
    preferences_from_json,
    preferences_to_json,
)
from scale_explorer.tui.memory.session import (
    LONGEST_WAY,
    MOST_MARKS,
    MOST_RECENT,
    Session,
    recently,
    session_from_json,
    session_to_json,
)
from scale_explorer.tui.memory.values import fields as inside
from scale_explorer.tui.memory.views import (
    LONGEST_FILTER,
    LONGEST_KEY,
    view_from_json,
    view_to_json,
)
from scale_explorer.tui.state import (
    PANES,
    STORY,
    Layout,
    Navigation,
    PaneView,
    Place,
    View,
    ViewState,
)

from . import strategies


@given(strategies.sessions)
def test_a_session_comes_back(session: Session) -> None:
    written = json.dumps(session_to_json(session))
    assert session_from_json(json.loads(written)) == session


@given(strategies.preferences)
def test_preferences_come_back(preferences: Preferences) -> None:
    written = json.dumps(preferences_to_json(preferences))
    assert preferences_from_json(json.loads(written)) == preferences


def names(kind: type[ViewState | PaneView | Layout]) -> set[str]:
    return {each.name for each in fields(kind)}


def test_nothing_of_a_view_is_forgotten_but_its_layout() -> None:
    written = view_to_json(ViewState())
    assert set(written) == names(ViewState) - {"layouts"}
    assert all(set(inside(written[pane])) == names(PaneView) for pane in PANES)
    layouts = inside(preferences_to_json(Preferences())["layouts"])
    assert all(set(inside(layout)) == names(Layout) for layout in layouts.values())


def test_a_view_that_was_kept_with_pages_comes_back() -> None:
    written = view_to_json(ViewState())
    older: dict[str, object] = {
        **written,
        "browse": {"cursor": "story", "filter": "", "pages": 7, "unfolded": ()},
    }
    assert view_from_json(older) == ViewState()


def record(number: int) -> ViewState:
    return ViewState(Place(View.RECORD, f"r{number}"))


def test_of_a_long_way_the_nearest_views_are_kept() -> None:
    way = tuple(record(number) for number in range(200))
    kept = session_from_json(session_to_json(Session(Navigation(past=way, future=way)))).navigation
    assert kept.past == kept.future == way[-LONGEST_WAY:]


def test_the_longest_session_fits_into_the_file_that_is_read(tmp_path: Path) -> None:
    emoji = "\U0001f600"
    pane = PaneView(emoji * LONGEST_KEY, emoji * LONGEST_FILTER)
    place = Place(View.RECORD, "x" * LONGEST_KEY)
    view = ViewState(place, browse=pane, focus=pane, evidence=pane, source=pane)
    ways = (view,) * LONGEST_WAY
    marks = tuple((chr(0x4E00 + number), view) for number in range(MOST_MARKS))
    path = tmp_path / "session.json"
    session = Session(Navigation(view, ways, ways, marks=marks), ("y" * LONGEST_KEY,) * MOST_RECENT)
    assert write_document(path, session_to_json(session)) == ""
    assert path.stat().st_size <= LARGEST
    document, words = read_document(path)
    assert words == ""
    assert document is not None
    assert session_from_json(document).navigation == session.navigation


def test_recent_records_are_distinct_bounded_and_newest_first() -> None:
    recent: tuple[str, ...] = ()
    for number in range(MOST_RECENT + 10):
        recent = recently(recent, record(number).place)
    assert len(recent) == MOST_RECENT
    assert recent[0] == f"r{MOST_RECENT + 9}"
    again = recently(recent, Place(View.WHY, "r50"))
    assert again[0] == "r50"
    assert again.count("r50") == 1


def test_the_story_and_lists_are_no_records() -> None:
    assert recently(("meta",), STORY) == ("meta",)
    assert recently(("meta",), Place(View.LIST, "person")) == ("meta",)
