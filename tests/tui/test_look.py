"""What a state shows, asked of the real store and without a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import CLAIM_KINDS
from scale_explorer.tui import look as look_module
from scale_explorer.tui.listed import AtHand, Listed
from scale_explorer.tui.look import look, may_take_long
from scale_explorer.tui.scene import BrowseRow, Scene, nearest_key, outdated
from scale_explorer.tui.state import (
    PICTURES,
    STORY,
    AskWhy,
    Browse,
    FindRest,
    Follow,
    Intent,
    Navigation,
    Pane,
    Place,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    SetLens,
    Toggle,
    View,
    ViewState,
    update,
)


def seen(store: SQLiteStore, *intents: Intent, before: Scene | None = None) -> Scene:
    navigation = Navigation()
    for intent in intents:
        navigation = update(navigation, intent)
    return look(store, navigation, before)


def test_the_story_comes_with_the_words_of_its_first_line(story: SQLiteStore) -> None:
    scene = seen(story)
    assert scene.sheet.answer.rows[0].claim == "meta-buys-stake"
    assert scene.quote == scene.words.answer.quotes[0]
    assert scene.text.answer is not None
    assert scene.crumbs.answer == ("Story",)


def test_a_passage_knows_what_cites_it_the_chosen_claim_first(story: SQLiteStore) -> None:
    scene = seen(story, Follow("meta-stake"))
    citing = [record.id for record in scene.citing.answer]
    assert citing[0] == "meta-stake"
    assert {"meta-buys-stake", "meta-announces-purchase"} <= set(citing)
    assert len(citing) == len(set(citing))


def test_another_passage_is_cited_by_others(story: SQLiteStore) -> None:
    text = seen(story).text.answer
    assert text is not None
    quoted = next(one for one in text.stretches if (one.text or "").startswith("self-driving"))
    there = seen(story, SelectPassage(str(quoted.start))).citing.answer
    kinds = [record.kind in CLAIM_KINDS for record in there]
    assert True in kinds
    assert False in kinds
    assert kinds == sorted(kinds, reverse=True)  # claims stand before who is only named


def test_browse_lists_open_kinds_only_and_every_kind_with_its_count(story: SQLiteStore) -> None:
    rows = seen(story).browse.answer.rows
    assert [row.key for row in rows[:3]] == ["story", "kind:company", "scale-ai"]
    assert "alexandr-wang" not in {row.key for row in rows}
    opened = seen(story, Toggle("kind:person")).browse.answer.rows
    assert "alexandr-wang" in {row.key for row in opened}


def test_a_filter_opens_what_matches_and_hides_the_rest(story: SQLiteStore) -> None:
    rows = seen(story, SetFilter(Pane.BROWSE, "wang")).browse.answer.rows
    keys = {row.key for row in rows}
    assert "alexandr-wang" in keys
    assert not {"story", "openai"} & keys


@pytest.mark.parametrize("intent", [Toggle("kind:source"), FindRest(Pane.BROWSE)])
def test_behind_a_filter_the_cursor_stays_on_a_heading_whose_kind_opens(
    story: SQLiteStore, intent: Intent
) -> None:
    on_heading = SetFilter(Pane.BROWSE, "scale"), Browse("kind:source")
    before = seen(story, *on_heading)
    after = seen(story, *on_heading, intent, before=before)
    assert after.browse.question != before.browse.question
    assert after.browse.answer.cursor == before.browse.answer.cursor == "kind:source"
    again = seen(story, *on_heading, before=outdated(before))
    assert again.browse.answer.cursor == "kind:source"


def test_what_another_filter_finds_has_its_cursor_on_a_record(story: SQLiteStore) -> None:
    before = seen(story, SetFilter(Pane.BROWSE, "scale"), Browse("kind:source"))
    other = SetFilter(Pane.BROWSE, "scal")
    after = seen(
        story, SetFilter(Pane.BROWSE, "scale"), Browse("kind:source"), other, before=before
    )
    assert after.browse.answer.rows.place_of("kind:source") is not None
    assert after.browse.answer.cursor == after.browse.answer.rows[1].key
    later = seen(story, Browse("kind:source"), other, Toggle("kind:deal"), before=after)
    assert later.browse.question != after.browse.question
    assert later.browse.answer.cursor == after.browse.answer.cursor


def test_a_list_shows_the_records_of_a_kind(story: SQLiteStore) -> None:
    scene = seen(story, Browse("kind:deal"))
    assert scene.sheet.answer.title == "Deals"
    assert "meta-buys-stake" in {row.target for row in scene.sheet.answer.rows}


def test_a_record_that_is_not_there_says_so(story: SQLiteStore) -> None:
    sheet = seen(story, Follow("nobody")).sheet.answer
    assert "nobody" in sheet.empty
    assert sheet.rows == ()


@pytest.mark.parametrize("record", ["google", "google.customer_of.scale-ai", "google-spend-2024"])
def test_why_begins_at_what_the_record_stands_on(record: str, story: SQLiteStore) -> None:
    rows = seen(story, AskWhy(record)).sheet.answer.rows
    assert (rows[0].claim, rows[0].depth) == ("google-plans-exit", 0)
    assert "clients-fear-exposure" in {row.target for row in rows}


def test_a_record_without_reasons_says_so(story: SQLiteStore) -> None:
    assert "No reasons" in seen(story, AskWhy("gemini")).sheet.answer.empty


def test_a_computed_figure_comes_with_its_derivation(story: SQLiteStore) -> None:
    scene = seen(story, Follow("google-share-of-revenue-2024"))
    claim = next(row.key for row in scene.sheet.answer.rows if row.section == "About")
    words = seen(story, Follow("google-share-of-revenue-2024"), SelectClaim(claim)).words.answer
    assert words.derivation is not None
    assert [row.id for row in words.derivation.inputs] == [
        "google-spend-2024",
        "scale-ai-revenue-2024",
    ]


def test_pronouns_in_quotes_are_told_by_name(story: SQLiteStore) -> None:
    quotes = seen(story, Follow("google-plans-exit")).words.answer.quotes
    meanings = dict(meant for quote in quotes for meant in quote.mentions)
    assert meanings["the startup"] == "Scale AI"


def test_parts_whose_question_is_the_same_are_taken_over(story: SQLiteStore) -> None:
    before = seen(story, Follow("google"))
    quotes = before.words.answer.quotes
    after = seen(story, Follow("google"), SelectQuote(quotes[1].id), before=before)
    assert after.sheet is before.sheet
    assert after.words is before.words
    assert after.quote == quotes[1]


def test_the_breadcrumb_names_where_one_came_from(story: SQLiteStore) -> None:
    scene = seen(story, Follow("google"), Follow("scale-ai"), AskWhy("google-plans-exit"))
    names = scene.crumbs.answer
    assert names[:2] == ("Google", "Scale AI")
    assert names[2].startswith("why ")


def test_every_place_shows_something(story: SQLiteStore) -> None:
    for kind, _ in story.summary().counts:
        for record in story.records(kind):
            state = replace(Navigation().now, place=Place(View.RECORD, record.id))
            assert look(story, Navigation(state)).sheet.answer.title
    assert look(story, Navigation()).sheet.answer.rows
    assert Navigation().now.place == STORY


@pytest.mark.parametrize(
    ("keys", "cursor", "old", "chosen"),
    [
        (("a", "b"), "b", (), "b"),
        (("a", "b"), None, (), "a"),
        (("a", "c"), "b", ("a", "b", "c"), "c"),
        (("a",), "c", ("a", "b", "c"), "a"),
        ((), "a", ("a",), None),
    ],
)
def test_a_vanished_cursor_gives_way_to_what_stands_in_its_place(
    keys: tuple[str, ...], cursor: str | None, old: tuple[str, ...], chosen: str | None
) -> None:
    rows, before = (tuple(BrowseRow(key, key, 0) for key in each) for each in (keys, old))
    assert nearest_key(rows, cursor, before) == chosen
    assert nearest_key(Listed(AtHand(rows)), cursor, Listed(AtHand(before))) == chosen


def test_a_chain_of_reasons_can_be_narrowed_by_words_and_qualities(
    story: SQLiteStore,
) -> None:
    why = AskWhy("google-plans-exit")
    every = seen(story, why).sheet.answer.rows
    found = seen(story, why, SetFilter(Pane.FOCUS, "meta")).sheet.answer.rows
    assert found
    assert len(found) < len(every)
    assert all("meta" in row.label.lower() for row in found)
    others = seen(story, why, SetFilter(Pane.FOCUS, "!meta")).sheet.answer.rows
    assert {*found, *others} == set(every)
    inferred = seen(story, why, SetFilter(Pane.FOCUS, "is:inferred")).sheet.answer.rows
    assert {*inferred} == {row for row in every if "inferred" in row.flags}
    sheet = seen(story, why, SetFilter(Pane.FOCUS, "status:ending")).sheet.answer
    assert sheet.rows == every
    assert "words and is:" in sheet.error


def test_a_cursor_whose_row_is_gone_stays_where_it_went_however_often_one_looks(
    story: SQLiteStore,
) -> None:
    page = update(Navigation(), Follow("scale-ai"))
    rows = look(story, page).sheet.answer.rows
    (google,) = (row for row in rows if row.claim == "google.customer_of.scale-ai")
    on_it = update(page, SelectClaim(google.key))
    before = look(story, on_it)
    off = update(on_it, SetLens(Lens(without=frozenset({"google.customer_of.scale-ai"}))))
    first = look(story, off, before)
    assert first.row is not None
    assert first.row.claim not in {google.claim, rows[0].claim}
    assert look(story, off, first).row == first.row


@pytest.mark.parametrize("view", sorted(PICTURES - {View.PATH}))
def test_a_picture_of_a_hub_may_take_long(
    view: View, story: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = ViewState(place=Place(view, "scale-ai"))
    assert not may_take_long(story, state, None)
    monkeypatch.setattr(look_module, "QUICK", 3)
    assert may_take_long(story, state, None)
    assert not may_take_long(story, replace(state, place=Place(View.RECORD, "scale-ai")), None)


def test_the_timeline_of_a_large_set_may_take_long(
    story: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = ViewState(place=Place(View.TIMELINE))
    assert not may_take_long(story, state, None)
    monkeypatch.setattr(look_module, "QUICK", 3)
    assert may_take_long(story, state, None)
