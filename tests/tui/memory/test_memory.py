"""Coming back to where one was: each data set on its own, fitted to what it holds now."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.memory.files import KEPT, preferences_path, session_key, session_path, tidy
from scale_explorer.tui.memory.fitting import fitted
from scale_explorer.tui.memory.memory import Chosen, recall, remember
from scale_explorer.tui.memory.preferences import Preferences
from scale_explorer.tui.state import (
    STORY,
    Layout,
    Layouts,
    Navigation,
    Pane,
    PaneView,
    Place,
    View,
    ViewState,
    Zoom,
)

GOOGLE = ViewState(Place(View.RECORD, "google"), Pane.EVIDENCE, focus=PaneView("c1", "spend"))
META = ViewState(Place(View.WHY, "meta"))
GONE = ViewState(Place(View.RECORD, "no-such-record"))
PEOPLE = ViewState(Place(View.LIST, "person"))
WAY = Navigation(GOOGLE, past=(PEOPLE,), future=(META,), marks=(("a", META),))


def test_the_first_start_is_the_story(story: SQLiteStore) -> None:
    assert recall((), story).navigation == Navigation()


def set_without_a_story(folder: Path, *kinds: str) -> SQLiteStore:
    records = "".join(f'[[{kind}]]\nid = "{kind}-a"\nname = "A"\n' for kind in kinds)
    (folder / "set.toml").write_text(f'[dataset]\nid = "x"\ntitle = "X"\n{records}')
    return open_store(str(folder / "set.toml"))


def test_a_set_without_a_story_opens_on_its_first_kind(tmp_path: Path) -> None:
    with set_without_a_story(tmp_path, "person", "company") as store:
        now = recall((), store).navigation.now
        assert now.place == Place(View.LIST, "company")
        assert now.browse.cursor == "kind:company"
        assert recall((), store, fresh=True).navigation.now == now
        gone = Navigation(GONE, marks=WAY.marks[:0])
        assert fitted(gone, store).now.place == now.place
    with set_without_a_story(tmp_path, "person") as store:
        now = recall((), store).navigation.now
        assert (now.place, "person" in now.open_kinds) == (Place(View.LIST, "person"), True)
    with set_without_a_story(tmp_path) as store:
        assert recall((), store).navigation == Navigation(), "it says how to write some"


def test_the_next_start_is_where_one_left(story: SQLiteStore) -> None:
    remember((), WAY, ("meta", "google"), Chosen())
    recalled = recall((), story)
    assert (recalled.navigation, recalled.recent) == (WAY, ("meta", "google"))


def test_fresh_begins_with_the_story_and_loses_no_mark(story: SQLiteStore) -> None:
    remember((), WAY, ("meta",), Chosen("light"))
    recalled = recall((), story, fresh=True)
    assert (recalled.navigation, recalled.recent) == (Navigation(marks=WAY.marks), ("meta",))
    assert recalled.preferences.theme == "light"
    remember((), recalled.navigation, recalled.recent, Chosen())
    assert recall((), story).navigation.marks == WAY.marks


def test_two_programs_keep_each_others_choices(story: SQLiteStore) -> None:
    half = Layout(Zoom.HALF)
    remember((), Navigation(), (), Chosen("light", ("why meta",)))
    other = Layouts(medium=half)
    remember((), Navigation(ViewState(layouts=other)), (), Chosen(typed=("google",)))
    remember((), Navigation(ViewState(layouts=Layouts(wide=half))), (), Chosen())
    kept = recall((), story).preferences
    assert kept == Preferences("light", Layouts(medium=half, wide=half), ("google", "why meta"))


def test_a_place_that_is_asked_for_wins_and_where_one_was_is_one_step_back(
    story: SQLiteStore,
) -> None:
    remember((), WAY, (), Chosen())
    there = ViewState(Place(View.RECORD, "openai"))
    way = recall((), story, at=there).navigation
    assert way == Navigation(there, past=(PEOPLE, GOOGLE), marks=WAY.marks)
    again = recall((), story, at=ViewState(GOOGLE.place)).navigation
    assert again.now.focus == PaneView()
    assert again.past == WAY.past


def test_a_place_that_is_asked_for_first_has_nothing_behind_it(story: SQLiteStore) -> None:
    assert recall((), story, at=META).navigation == Navigation(META)


def test_the_layout_comes_from_the_screen_not_from_the_data(
    story: SQLiteStore, tmp_path: Path
) -> None:
    layouts = Layouts(wide=Layout(Zoom.FULL, browse=4, hidden=frozenset({Pane.SOURCE})))
    remember((str(tmp_path),), Navigation(ViewState(layouts=layouts)), (), Chosen())
    assert recall((), story).navigation.now == ViewState(layouts=layouts)
    assert recall((), story, at=META).navigation.now.layouts == layouts


def test_two_sets_keep_their_own(story: SQLiteStore, tmp_path: Path) -> None:
    remember((), WAY, (), Chosen())
    remember((str(tmp_path),), Navigation(PEOPLE), (), Chosen())
    assert recall((), story).navigation == WAY
    assert recall((str(tmp_path),), story).navigation == Navigation(PEOPLE)


def test_the_last_one_wins_and_leaves_no_half_files(story: SQLiteStore, state_folder: Path) -> None:
    remember((), WAY, (), Chosen())
    remember((), Navigation(PEOPLE), (), Chosen())
    assert recall((), story).navigation == Navigation(PEOPLE)
    files = [path for path in state_folder.rglob("*") if path.is_file()]
    assert sorted(files) == [preferences_path(), session_path(())]


def test_nobody_else_may_read_it(state_folder: Path) -> None:
    remember((), WAY, (), Chosen())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in state_folder.rglob("*.json")}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (state_folder, state_folder.parent)}
    assert (modes, folders) == ({0o600}, {0o700})
    assert stat.S_IMODE(session_path(()).parent.stat().st_mode) == 0o700


# The same data, whatever it is called.


def test_a_bundled_set_goes_by_its_name() -> None:
    keys = {session_key(names) for names in ((), ("scale-ai",), ("scale_ai",))}
    assert len(keys) == 1
    assert next(iter(keys)).startswith("scale-ai-")


def test_a_path_is_the_same_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "Mein Fall.toml"
    page.touch()
    (tmp_path / "link.toml").symlink_to(page)
    monkeypatch.chdir(tmp_path)
    names = ("Mein Fall.toml", "./Mein Fall.toml", str(page), "link.toml")
    assert len({session_key((name,)) for name in names}) == 1
    assert session_key((str(page),)).startswith("mein-fall-")


def test_an_edited_set_keeps_its_session_and_another_has_its_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.touch()
    before = session_key((str(one),))
    one.write_text("[dataset]", encoding="utf-8")
    assert session_key((str(one),)) == before
    assert session_key((str(other),)) != before
    assert session_key((str(one), str(other))) == session_key((str(other), str(one)))


@pytest.mark.parametrize("name", ["東京.toml", "../x.toml", "a" * 200 + ".toml", "\udcff.toml"])
def test_a_session_lies_in_its_folder_whatever_the_set_is_called(name: str, tmp_path: Path) -> None:
    path = session_path((str(tmp_path / name),))
    assert path.parent.name == "sessions"
    assert path.name.isascii()
    assert len(path.name) < 80


# Data that has changed meanwhile.


def test_what_is_gone_is_left_out(story: SQLiteStore) -> None:
    way = Navigation(GONE, (GOOGLE, GONE), (GONE, META), marks=(("a", GONE), ("b", META)))
    assert fitted(way, story) == Navigation(ViewState(), (GOOGLE,), (META,), marks=(("b", META),))


def test_without_the_place_one_was_at_the_story_keeps_open_kinds_and_layout(
    story: SQLiteStore,
) -> None:
    layouts = Layouts(wide=Layout(browse=3))
    gone = ViewState(GONE.place, open_kinds=frozenset({"deal"}), layouts=layouts)
    now = fitted(Navigation(gone), story).now
    assert (now.place, now.open_kinds, now.layouts) == (STORY, frozenset({"deal"}), layouts)


def test_what_is_there_stays_as_it_was(story: SQLiteStore) -> None:
    assert fitted(WAY, story) == WAY


def test_a_set_that_lost_a_record_opens_without_it(tmp_path: Path, story: SQLiteStore) -> None:
    page = tmp_path / "set.toml"
    page.write_text('[dataset]\nid = "s"\ntitle = "S"\n', encoding="utf-8")
    names = (str(page),)
    remember(names, WAY, ("google",), Chosen())
    assert recall(names, story).navigation == WAY
    store = open_store(str(page))
    recalled = recall(names, store)
    store.close()
    assert recalled.navigation == Navigation(ViewState(), past=(PEOPLE,))
    assert (recalled.recent, recalled.words) == ((), ())


# Old sessions.


def test_old_sessions_make_room(state_folder: Path) -> None:
    sessions = state_folder / "sessions"
    sessions.mkdir(parents=True)
    for number in range(KEPT + 5):
        path = sessions / f"{number}.json"
        path.touch()
        os.utime(path, (number, number))
    tidy(sessions / "any.json")
    assert len(list(sessions.iterdir())) == KEPT
    assert not (sessions / "4.json").exists()
    assert (sessions / "5.json").exists()
