"""Where one is, was and could go is found again in a newer state of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.look import look
from scale_explorer.tui.reloaded import Shown, moved
from scale_explorer.tui.state import (
    Back,
    Browse,
    Follow,
    Navigation,
    Pane,
    Place,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    SetMark,
    Undo,
    View,
    Visit,
    update,
)
from scale_explorer.tui.state.intents import Intent

HEAD = """
[dataset]
id = "mill"
title = "Mill"
lead = [{lead}]
[[source]]
id = "news"
title = "News"
text = "news.txt"
"""
TEXT = "Elm has 10 people. Elm has 20 people now. Oak has 30 people. Ash has 40 people.\n"
COMPANY = '[[company]]\nid = "{0}"\nname = "{1}"\n'
FIGURE = """
[[figure]]
id = "{0}-{1}"
subject = "{0}"
measure = "headcount"
value = "{1} people"
period = "20{1}"
evidence = [{2}]
"""
ALL = {("elm", 10): "", ("elm", 20): "", ("elm", 40): "", ("oak", 30): ""}
Figures = dict[tuple[str, int], str]
Store = Callable[..., SQLiteStore]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Open the set with these companies and figures, each with its quotes."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "news.txt").write_text(TEXT)
    with ExitStack() as stack:

        def opened(figures: Figures, companies: str = "elm oak") -> SQLiteStore:
            lead = ", ".join(f'"{subject}-{count}"' for subject, count in figures)
            parts = [HEAD.format(lead=lead)]
            parts += [COMPANY.format(each, each.title()) for each in companies.split()]
            for (subject, count), quotes in figures.items():
                said = quotes or f'"{subject.title()} has {count} people"'
                parts.append(FIGURE.format(subject, count, said))
            (folder / "mill.toml").write_text("".join(parts))
            made = open_store(str(folder))
            stack.callback(made.close)
            return made

        yield opened


def at(store: SQLiteStore, *intents: Intent) -> Shown:
    """Return what is shown after some intents."""
    navigation = Navigation()
    for intent in intents:
        navigation = update(navigation, intent)
    return Shown(store, navigation, look(store, navigation))


def key(store: SQLiteStore, page: str, claim: str) -> str:
    return next(row.key for row in store.claims(page) if row.claim == claim)


def claim_of(shown: Shown) -> str | None:
    return shown.scene.row.claim if shown.scene.row else None


def without(*gone: tuple[str, int]) -> Figures:
    return {each: quotes for each, quotes in ALL.items() if each not in gone}


def test_the_cursor_stays_on_its_claim_where_others_come_and_go(store: Store) -> None:
    old = store(without(("elm", 40)))
    before = at(old, Follow("elm"), SelectClaim(key(old, "elm", "elm-10")))
    after = moved(store(ALL), before)
    assert claim_of(before) == claim_of(after) == "elm-10"
    assert before.navigation.now.focus.cursor != after.navigation.now.focus.cursor
    assert claim_of(moved(store(without(("elm", 40))), after)) == "elm-10"


def test_a_cursor_that_was_nowhere_yet_stays_on_what_it_was_seen_on(store: Store) -> None:
    before = at(store(without(("elm", 40))), Follow("elm"))
    assert claim_of(before) == claim_of(moved(store(ALL), before)) == "elm-20"


@pytest.mark.parametrize(("gone", "near"), [(40, "elm-20"), (20, "elm-10"), (10, "elm-20")])
def test_a_claim_that_has_gone_leaves_the_cursor_near(store: Store, gone: int, near: str) -> None:
    old = store(ALL)
    before = at(old, Follow("elm"), SelectClaim(key(old, "elm", f"elm-{gone}")))
    after = moved(store(without(("elm", gone))), before)
    assert claim_of(after) == near
    assert look(after.store, after.navigation).row == after.scene.row


def test_the_story_is_carried_too(store: Store) -> None:
    old = store(ALL)
    row = old.story()[-1]
    after = moved(store(without(("elm", 10))), at(old, SelectClaim(row.key)))
    assert claim_of(after) == row.claim


def test_a_page_that_has_gone_gives_way_to_the_last_one_that_is_there(store: Store) -> None:
    old = store(ALL)
    before = at(old, Follow("elm"), Follow("oak"), Follow("elm-20"), Follow("elm-40"))
    after = moved(store(without(("elm", 20), ("elm", 40))), before)
    assert after.navigation.now.place == Place(View.RECORD, "oak")
    back = update(after.navigation, Back())
    assert back.now.place == Place(View.RECORD, "elm")


def test_where_nothing_is_left_the_story_is_shown(store: Store) -> None:
    before = at(store(ALL), Follow("oak"))
    after = moved(store(without(("oak", 30)), "elm"), before)
    assert after.navigation.now.place == Place(View.STORY)


def test_history_and_marks_keep_their_cursors(store: Store) -> None:
    old = store(without(("elm", 40)))
    chosen = SelectClaim(key(old, "elm", "elm-10"))
    before = at(old, Follow("elm"), chosen, SetMark("a"), Visit(Place(View.LIST, "company")))
    new = store(ALL)
    after = moved(new, before).navigation
    there = key(new, "elm", "elm-10")
    assert there != chosen.row
    assert update(after, Back()).now.focus.cursor == there
    marked = after.marked("a")
    assert marked is not None
    assert marked.focus.cursor == there


def test_filters_and_what_can_be_undone_stay(store: Store) -> None:
    before = at(store(ALL), Follow("elm"), SetFilter(Pane.FOCUS, "2020"))
    after = moved(store(without(("elm", 10))), before)
    assert after.navigation.now.focus.filter == "2020"
    assert [row.claim for row in after.scene.sheet.answer.rows] == ["elm-20"]
    assert not update(after.navigation, Undo()).now.focus.filter


def test_in_browse_a_record_that_has_gone_leaves_the_cursor_near(store: Store) -> None:
    before = at(store(ALL, "elm oak ash"), Visit(Place(View.LIST, Kind.COMPANY)), Browse("oak"))
    after = moved(store(without(("oak", 30)), "elm ash"), before)
    assert after.scene.browse.answer.cursor == after.navigation.now.browse.cursor == "ash"
    assert after.navigation.now.place == Place(View.RECORD, "ash")


def test_the_quote_stays_where_another_comes_before_it(store: Store) -> None:
    own, more = '"Elm has 20 people now"', '"Elm has 10 people"'
    old = store(ALL | {("elm", 20): f"{own}, {more}"})
    second = old.evidence("elm-20")[1]
    before = at(old, Follow("elm-20"), SelectQuote(second.id))
    new = store(ALL | {("elm", 20): f'"Oak has 30 people", {own}, {more}'})
    after = moved(new, before)
    assert after.scene.quote is not None
    assert after.scene.quote.id == second.id
    less = moved(store(ALL | {("elm", 20): own}), after)
    assert less.scene.quote is not None
    assert less.scene.quote.exact == "Elm has 20 people now"


def test_a_passage_that_is_cut_otherwise_is_still_the_one(store: Store) -> None:
    old = store(ALL | {("elm", 20): '"20 people"'})
    passage = str(TEXT.index("20 people"))
    before = at(old, Follow("elm-20"), SelectPassage(passage))
    after = moved(store(ALL | {("elm", 20): '"Elm has 20 people now"'}), before)
    text = after.scene.text.answer
    assert text is not None
    cursor = after.navigation.now.source.cursor
    assert cursor == str(TEXT.index("Elm has 20"))
    assert cursor in {str(stretch.start) for stretch in text.stretches}


def test_nothing_changes_where_nothing_changed(store: Store) -> None:
    old = store(ALL)
    before = at(old, Follow("elm"), SelectClaim(key(old, "elm", "elm-20")))
    after = moved(store(ALL), before)
    assert after.scene == before.scene
    assert after.navigation.now.place == before.navigation.now.place
