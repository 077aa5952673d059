"""That the panes show one state, whoever changes it; what `update` does is tested without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.tui.screens import explore
from scale_explorer.tui.screens.explore import ExploreScreen
from scale_explorer.tui.screens.help import HelpScreen
from scale_explorer.tui.state import PANES, Intent, Navigation, Pane, Place, View, Zoom
from scale_explorer.tui.widgets.menu import Menu

from .conftest import Reading

GOOGLE = Place(View.RECORD, "google")


async def test_it_opens_on_the_story_with_its_first_words(reading: Reading) -> None:
    async with reading() as reader:
        assert "Meta buys a 49 % stake in Scale AI" in reader.shown(Pane.FOCUS)
        assert "Meta buys a 49 % stake" in reader.shown(Pane.EVIDENCE)
        assert "“" in reader.shown(Pane.EVIDENCE)


async def test_moving_takes_along_what_is_to_the_right_and_nothing_to_the_left(
    reading: Reading,
) -> None:
    async with reading() as reader:
        left = reader.shown(Pane.BROWSE)
        words, source = reader.shown(Pane.EVIDENCE), reader.shown(Pane.SOURCE)
        await reader.press("down", "down")
        await reader.until(lambda: reader.shown(Pane.EVIDENCE) != words)
        await reader.until(lambda: reader.shown(Pane.SOURCE) != source)
        assert reader.shown(Pane.BROWSE) == left


async def test_a_change_from_outside_moves_every_pane_and_causes_no_echo(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    intents: list[Intent] = []

    def counted(navigation: Navigation, intent: Intent) -> Navigation:
        intents.append(intent)
        return navigation

    async with reading() as reader:
        monkeypatch.setattr(explore, "update", counted)
        state = replace(reader.now.now, place=GOOGLE, pane=Pane.BROWSE)
        reader.screen.navigation = Navigation(state.with_cursor(Pane.BROWSE, "google"))
        reader.screen.look_now()
        await reader.pilot.pause(0.3)
        assert "Suppliers" in reader.shown(Pane.FOCUS)
        assert reader.screen.widget_of(Pane.BROWSE).view.cursor == "google"
        assert intents == []


async def test_keys_that_arrive_together_each_find_what_the_one_before_did(
    reading: Reading,
) -> None:
    async with reading() as reader:
        third = reader.scene.sheet.answer.rows[2].claim
        await reader.press_at_once("down", "down", "w")
        await reader.until(lambda: reader.now.now.place == Place(View.WHY, third or ""))


async def test_a_filter_typed_in_one_burst_loses_no_letter(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press_at_once("slash", *"spend", "enter", "j", "z")
        await reader.until(lambda: reader.now.now.layouts.wide.zoom is Zoom.HALF)
        assert reader.now.now.focus.filter == "spend"


async def test_following_and_going_back_restores_the_cursor(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("down", "down")
        cursor = reader.now.now.focus.cursor
        await reader.press("1", "enter")
        await reader.press("up", "up", "enter")
        assert reader.now.now.place.of == "scale-ai"
        await reader.press("backspace", "backspace")
        assert reader.now.now.place == GOOGLE
        assert reader.screen.widget_of(Pane.FOCUS).view.cursor == cursor


async def test_a_filter_narrows_as_it_is_typed_and_esc_takes_it_away(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        every = len(reader.scene.sheet.answer.rows)
        await reader.press("slash", *"google")
        await reader.until(lambda: 0 < len(reader.scene.sheet.answer.rows) < every)
        await reader.press("enter", "down")
        assert reader.now.now.focus.filter == "google"
        await reader.press("escape")
        await reader.until(lambda: len(reader.scene.sheet.answer.rows) == every)


async def test_a_filter_that_cannot_be_read_says_so_and_hides_nothing(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        every = len(reader.scene.sheet.answer.rows)
        await reader.press("slash", *"is:nonsense")
        await reader.until(lambda: bool(reader.scene.sheet.answer.error))
        assert len(reader.scene.sheet.answer.rows) == every


async def test_quotes_turn_from_any_pane_and_come_round(reading: Reading) -> None:
    async with reading("google") as reader:
        quotes = reader.scene.words.answer.quotes
        await reader.press("full_stop")
        assert reader.scene.quote == quotes[1]
        await reader.press("comma", "comma")
        assert reader.scene.quote == quotes[-1]


async def test_why_shows_the_chain_and_its_words(reading: Reading) -> None:
    async with reading("google-plans-exit") as reader:
        await reader.press("1", "w")
        assert reader.now.now.place.view is View.WHY
        assert "Meta buys a 49 % stake" in reader.shown(Pane.FOCUS)
        assert "“" in reader.shown(Pane.EVIDENCE)


async def test_why_is_drawn_by_a_second_press_and_goes_on_from_a_reason_by_following(
    reading: Reading,
) -> None:
    async with reading("google-plans-exit") as reader:
        await reader.press("1", "w")
        rows = reader.scene.sheet.answer.rows
        await reader.press("w")
        assert reader.now.now.place == Place(View.DRAWN, "google-plans-exit")
        await reader.press("w", "home", "enter", "w")
        assert reader.now.now.place == Place(View.WHY, rows[0].target or "")


async def test_a_derived_figure_unfolds_into_its_inputs(reading: Reading) -> None:
    async with reading("google-share-of-revenue-2024") as reader:
        await reader.press("3")
        shown = reader.shown(Pane.EVIDENCE)
        assert "15–19 %" in shown.replace("\u00a0", " ")
        assert "Google spent about $150 million" in shown
        await reader.press("down", "enter")
        assert reader.now.now.place.of == "google-spend-2024"


async def test_zoom_leaves_one_pane_and_the_layout_follows_the_width(reading: Reading) -> None:
    async with reading() as reader:
        for shown in ({Pane.FOCUS, Pane.EVIDENCE}, {Pane.FOCUS}, set(PANES)):
            await reader.press("plus")
            assert {pane for pane in PANES if reader.screen.widget_of(pane).is_on_screen} == shown
        await reader.pilot.resize_terminal(60, 20)
        await reader.pilot.pause()
        assert not reader.screen.widget_of(Pane.BROWSE).is_on_screen
        await reader.press("1")
        assert reader.screen.widget_of(Pane.BROWSE).is_on_screen


async def test_source_takes_the_place_of_evidence_where_both_have_no_room(reading: Reading) -> None:
    async with reading(size=(80, 24)) as reader:
        assert not reader.screen.widget_of(Pane.SOURCE).is_on_screen
        await reader.press("s")
        await reader.pilot.pause()
        assert reader.screen.widget_of(Pane.SOURCE).is_on_screen
        assert not reader.screen.widget_of(Pane.EVIDENCE).is_on_screen


async def test_help_lists_the_pane_first_and_does_what_is_chosen(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("down", "enter")
        await reader.until(lambda: reader.app.screen is reader.screen)
        assert (
            reader.screen.widget_of(Pane.FOCUS).view.cursor != reader.scene.sheet.answer.rows[1].key
        )


async def test_copying_offers_what_there_is_and_says_why_not(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("y")
        assert [type(screen) for screen in reader.app.screen_stack] == [ExploreScreen, Menu]
        await reader.press("escape")
        assert [type(screen) for screen in reader.app.screen_stack] == [ExploreScreen]


async def test_esc_never_quits_and_q_does(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("escape", "escape", "escape", "escape")
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.return_code == 0
