"""Files that something has damaged, at every place and in every way: told, and survived."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.look import look
from scale_explorer.tui.memory.documents import LARGEST, VERSION, read_document, write_document
from scale_explorer.tui.memory.files import preferences_path, session_path
from scale_explorer.tui.memory.memory import Chosen, recall, remember
from scale_explorer.tui.memory.preferences import (
    Preferences,
    preferences_from_json,
    preferences_to_json,
)
from scale_explorer.tui.memory.session import Session, session_from_json, session_to_json
from scale_explorer.tui.memory.values import fields, items
from scale_explorer.tui.state import (
    Back,
    Forward,
    GoToMark,
    Navigation,
    Pane,
    PaneView,
    Place,
    View,
    ViewState,
    update,
)

VIEW = ViewState(
    place=Place(View.RECORD, "google"),
    pane=Pane.EVIDENCE,
    browse=PaneView("google", "is:planned"),
    focus=PaneView("google-exit", ">10m"),
    open_kinds=frozenset({"person", "deal"}),
    source_shown=True,
)
LIST = ViewState(Place(View.LIST, "figure"))
SESSION = Session(Navigation(VIEW, (LIST, VIEW), (VIEW,), marks=(("a", VIEW),)), ("google", "meta"))
DEEP = json.loads("[" * 500 + "]" * 500)
HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 10**400, 1.5, float("nan"), float("inf"), "", "nonsense", "story",
    "x" * 100_000, "\ud800", "\x1b[2J", "\x00", [], [None], ["x"] * 10_000, {}, {"": None},
    {"\ud800": {}}, DEEP,
)  # fmt: skip

Node = tuple[str | int, ...]


def nodes(value: object, here: Node = ()) -> Iterator[Node]:
    """Yield the way to every value inside a JSON value."""
    yield here
    inside: dict[Any, object] = {**fields(value), **dict(enumerate(items(value)))}
    for key, item in inside.items():
        yield from nodes(item, (*here, key))


def with_another(document: dict[str, object], node: Node, value: object) -> dict[str, object]:
    """Return a document with another value at a node."""
    changed: Any = copy.deepcopy(document)
    inner = changed
    for key in node[:-1]:
        inner = inner[key]
    inner[node[-1]] = value
    return dict(changed)


GOOD_SESSION = session_to_json(SESSION)
GOOD_PREFERENCES = preferences_to_json(Preferences("dark", typed=("why google",)))


def test_any_value_at_any_place_leaves_a_session_that_can_be_shown(story: SQLiteStore) -> None:
    seen: set[ViewState] = set()
    for node in list(nodes(GOOD_SESSION))[1:]:
        for value in HOSTILE:
            way = session_from_json(with_another(GOOD_SESSION, node, value)).navigation
            for intent in (Back(), Forward(), GoToMark("a")):
                seen.add(update(way, intent).now)
            seen.add(way.now)
    for view in seen:
        assert look(story, Navigation(view)).sheet.answer


@pytest.mark.parametrize("node", list(nodes(GOOD_PREFERENCES))[1:], ids=str)
def test_any_value_at_any_place_spoils_one_preference_at_most(node: Node) -> None:
    good = preferences_from_json(GOOD_PREFERENCES)
    for value in HOSTILE:
        read = preferences_from_json(with_another(GOOD_PREFERENCES, node, value))
        same = (read.theme == good.theme, read.layouts == good.layouts, read.typed == good.typed)
        assert same.count(False) <= 1


def test_a_wrong_part_leaves_the_rest_as_it_was() -> None:
    read = session_from_json(with_another(GOOD_SESSION, ("now", "focus", "pages"), 10**9))
    assert read.navigation.now == VIEW.with_pane(Pane.FOCUS, PaneView("google-exit", ">10m"))
    assert read.navigation.past == SESSION.navigation.past


def test_what_would_command_a_terminal_is_made_harmless() -> None:
    read = session_from_json(with_another(GOOD_SESSION, ("now", "focus", "filter"), "\x1b[2J"))
    assert read.navigation.now.focus.filter == "␛[2J"


DAMAGED = {
    "empty": b"",
    "no JSON": b"\x00\xff\xfe",
    "cut off": json.dumps(GOOD_SESSION).encode()[:-20],
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "a huge number": b'{"version": ' + b"9" * 10_000 + b"}",
    "no object": b"[1]",
    "no version": b"{}",
    "another version": json.dumps({"version": VERSION + 1}).encode(),
    "not UTF-8": b'{"version": 1, "now": "\xe9"}',
    "too large": b" " * (LARGEST + 1),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_with_a_word(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(content)
    document, words = read_document(path)
    aside = tmp_path / "session.json.broken"
    assert document is None
    assert "session.json" in words
    assert str(aside) in words
    assert aside.read_bytes() == content
    assert not path.exists()


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd(content: bytes) -> None:
    path = preferences_path().with_name("odd.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert read_document(path)[0] is None


def test_a_folder_or_a_pipe_in_its_place_is_set_aside_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    os.mkfifo(tmp_path / "b.json")
    for name in ("a.json", "b.json"):
        assert "set aside" in read_document(tmp_path / name)[1]
    assert sorted(path.name for path in tmp_path.glob("*.json*")) == [
        "a.json.broken", "b.json.broken",
    ]  # fmt: skip


def test_what_was_set_aside_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for number in range(12):
        path.write_text(f"damaged {number}", encoding="utf-8")
        read_document(path)
    asides = sorted(tmp_path.glob("*.broken*"))
    assert len(asides) == 9
    assert asides[0].read_text(encoding="utf-8") == "damaged 0"


def test_a_missing_file_is_nothing_to_speak_of(tmp_path: Path) -> None:
    assert read_document(tmp_path / "session.json") == (None, "")


def test_damage_is_told_and_the_next_time_all_is_well(story: SQLiteStore) -> None:
    assert remember((), Navigation(VIEW), (), Chosen("light")) == ""
    session_path(()).write_bytes(b"\x00")
    preferences_path().write_bytes(b"[")
    recalled = recall((), story)
    assert recalled.navigation == Navigation()
    assert recalled.preferences == Preferences()
    assert len(recalled.words) == 2
    assert remember((), Navigation(VIEW), (), Chosen("light")) == ""
    again = recall((), story)
    assert (again.navigation.now, again.preferences.theme, again.words) == (VIEW, "light", ())


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, story: SQLiteStore) -> None:
    (tmp_path / "state").write_text("a file stands in its way", encoding="utf-8")
    assert "cannot be" in remember((), Navigation(VIEW), (), Chosen())
    assert recall((), story).navigation == Navigation()


def test_a_text_that_no_file_can_hold_does_not_stop_the_writing(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    view = ViewState(focus=PaneView(filter="a\ud800b"))
    assert write_document(path, session_to_json(Session(Navigation(view)))) == ""
    document, _ = read_document(path)
    assert session_from_json(document or {}).navigation.now.focus.filter == "a?b"
