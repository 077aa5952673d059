from __future__ import annotations

from typing import get_args

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.keymap import DEFAULT
from scale_explorer.tui.keys import BINDINGS, Needs
from scale_explorer.tui.look import look
from scale_explorer.tui.state import (
    Arrange,
    AskWhy,
    Back,
    FocusPane,
    Follow,
    Intent,
    Layout,
    Navigation,
    Pane,
    SetFilter,
    SetMark,
    Undo,
    View,
    Width,
    Zoom,
    update,
)
from scale_explorer.tui.why_not import REASONS, Circumstances, circumstances, why_not


def after(story: SQLiteStore, *intents: Intent) -> Circumstances:
    """Return the circumstances after some intents on the story."""
    navigation = Navigation()
    for intent in intents:
        navigation = update(navigation, intent)
    return circumstances(navigation, look(story, navigation), Width.WIDE)


def test_whatever_a_binding_needs_has_its_sentence() -> None:
    assert set(REASONS) == set(get_args(Needs)) - {""}
    assert {binding.needs for binding in BINDINGS} - {""} <= set(REASONS)
    assert all(reason.endswith(".") for reason in REASONS.values())


def test_what_needs_nothing_can_always_be_done() -> None:
    nothing = Circumstances(Pane.FOCUS)
    assert why_not(DEFAULT.binding("app.copy"), nothing) == ""
    assert why_not(DEFAULT.binding("app.back"), nothing) == REASONS["past"]


FOLLOWED = (Follow("google"),)
FILTERED = (SetFilter(Pane.FOCUS, "spend"),)
ZOOMED = (Arrange(Width.WIDE, Layout(Zoom.FULL)),)
MET: list[tuple[tuple[Intent, ...], set[Needs]]] = [
    ((), {"claim", "record"}),
    (FOLLOWED, {"past", "before"}),
    ((*FOLLOWED, Back()), {"future"}),
    (FILTERED, {"filter", "undo"}),
    ((*FILTERED, Undo()), {"redo"}),
    (ZOOMED, {"zoom", "changed", "undo"}),
    ((SetMark("a"),), {"marks"}),
]


@pytest.mark.parametrize(("intents", "needs"), MET)
def test_what_one_did_is_what_can_be_gone_back_on(
    story: SQLiteStore, intents: tuple[Intent, ...], needs: set[Needs]
) -> None:
    before = after(story).there if intents else frozenset[Needs]()
    around = after(story, *intents)
    assert needs <= around.there
    assert not needs & before


@pytest.mark.parametrize("needs", ["past", "future", "before", "undo", "redo", "zoom", "marks"])
def test_at_first_there_is_nothing_to_go_back_on(story: SQLiteStore, needs: Needs) -> None:
    assert needs not in after(story).there


def test_in_browse_the_story_is_no_record_but_a_page_is(story: SQLiteStore) -> None:
    assert "record" not in after(story, FocusPane(Pane.BROWSE)).there
    assert "record" in after(story, Follow("google"), FocusPane(Pane.BROWSE)).there


def test_one_quote_cannot_be_turned(story: SQLiteStore) -> None:
    for record in ("google", "scale-ai", "meta"):
        navigation = update(Navigation(), Follow(record))
        scene = look(story, navigation)
        many = len(scene.words.answer.quotes) > 1
        assert ("quotes" in circumstances(navigation, scene, Width.WIDE).there) == many


def test_a_passage_that_is_cited_leads_on(story: SQLiteStore) -> None:
    assert {"cited"} <= after(story).there
    assert not {"cited", "uncited"} & after(story, AskWhy("no-such-record")).there


def test_where_every_sentence_is_cited_there_is_none_to_go_to(story: SQLiteStore) -> None:
    assert "uncited" not in after(story).there


def test_a_record_without_claims_or_another_end_leads_nowhere(story: SQLiteStore) -> None:
    around = after(story, AskWhy("no-such-record"))
    assert not around.leads_on
    assert "claim" not in around.there


def test_before_there_is_a_scene_only_the_way_counts() -> None:
    navigation = update(Navigation(), Follow("google"))
    around = circumstances(navigation, None, Width.WIDE, typing=True)
    there: frozenset[Needs] = frozenset({"past", "before", "page"})
    assert around == Circumstances(Pane.FOCUS, there, typing=True, view=View.RECORD)


def test_keys_of_a_selection_need_one(story: SQLiteStore) -> None:
    navigation, larger = Navigation(), DEFAULT.binding("select.grow")
    scene = look(story, navigation)
    without = circumstances(navigation, scene, Width.WIDE)
    selecting = circumstances(navigation, scene, Width.WIDE, selecting=True)
    assert (why_not(larger, without), why_not(larger, selecting)) == (REASONS["selecting"], "")


def test_hidden_panes_count_for_the_width_they_are_hidden_at() -> None:
    navigation = update(Navigation(), Arrange(Width.WIDE, Layout(hidden=frozenset({Pane.SOURCE}))))
    assert circumstances(navigation, None, Width.WIDE).hiding
    assert not circumstances(navigation, None, Width.MEDIUM).hiding
