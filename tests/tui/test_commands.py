"""Commands as a reader meets them: labels, marks, views, layout, and words on what cannot be."""

from __future__ import annotations

import pytest

from scale_explorer.tui.state import STORY, Layout, Pane, Place, View, Width, Zoom
from scale_explorer.tui.widgets.menu import Menu

from .conftest import Reading
from .reader import Reader


def labelled(reader: Reader, pane: Pane, key: str) -> str:
    """Return the label that stands on a link."""
    return reader.screen.labelled[f"{pane.value}@{key}"]


# Labels.


async def test_a_label_follows_its_link(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("f")
        assert "Type the label" in reader.text
        row = reader.scene.sheet.answer.rows[0]
        await reader.press(*labelled(reader, Pane.FOCUS, row.key))
        assert reader.now.now.place == Place(View.RECORD, row.target or "")


@pytest.mark.parametrize("key", ["escape", "!"])
async def test_a_key_that_is_no_label_takes_them_away(reading: Reading, key: str) -> None:
    async with reading("google") as reader:
        await reader.press("f", key)
        assert not reader.screen.labelled
        assert ("No link has that label" in reader.text) is (key == "!")


async def test_labels_go_when_what_they_stand_on_moves(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("f")
        await reader.pilot.resize_terminal(100, 30)
        await reader.pilot.pause()
        assert not reader.screen.labelled
        await reader.press("f")
        await reader.pilot.click("BrowsePane RowList", offset=(5, 3))
        await reader.pilot.pause()
        assert not reader.screen.labelled


# Marks and views.


async def test_marks_are_set_and_found_again(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("m", "g")
        assert "' g comes back here" in reader.text
        await reader.press("g", "s")
        assert reader.now.now.place == STORY
        await reader.press("apostrophe")
        assert "g google" in reader.text
        await reader.press("g")
        assert reader.now.now.place.of == "google"
        await reader.press("apostrophe", "x")
        assert "No view is marked x; there are g." in reader.text


async def test_views_are_chosen_by_their_letter(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("V")
        assert isinstance(reader.app.screen, Menu)
        await reader.press("d")
        assert reader.now.now.place == Place(View.LIST, "deal")


async def test_waiting_keys_tell_what_may_follow_and_what_does_nothing(reading: Reading) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("g")
        assert "c companies" in reader.text
        assert "r reasons" in reader.text
        await reader.press("z")
        assert "g z does nothing." in reader.text
        await reader.press("ampersand")
        assert "& does nothing here; ? helps." in reader.text


# Layout.


async def test_a_hidden_pane_comes_back_by_its_number(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("3", "x")
        assert not reader.screen.widget_of(Pane.EVIDENCE).is_on_screen
        assert "3 brings it back" in reader.text
        await reader.press("3")
        assert reader.screen.widget_of(Pane.EVIDENCE).is_on_screen
        await reader.press("x", "X")
        assert reader.now.now.layouts.wide == Layout()


async def test_the_last_pane_cannot_be_hidden(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("x", "x", "x", "x")
        assert "This is the last pane." in reader.text
        await reader.press("u", "u", "u")
        assert reader.now.now.layouts.wide == Layout()


async def test_edges_move_as_far_as_they_go_and_undo_brings_them_back(reading: Reading) -> None:
    async with reading() as reader:
        browse = reader.screen.widget_of(Pane.BROWSE)
        await reader.press("1", *["greater_than_sign"] * 3)
        assert browse.size.width == 34
        await reader.press("u")
        assert browse.size.width == 32
        await reader.press("ctrl+r", "ctrl+r")
        assert "Nothing was undone" in reader.text
        await reader.press(*["less_than_sign"] * 20)
        assert "as far as it goes" in reader.text


async def test_resizing_keeps_cursor_and_layout_of_each_width(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press(*["down"] * 9, "plus")
        cursor = reader.screen.widget_of(Pane.FOCUS).view.cursor
        for width, zoom in ((80, Zoom.NORMAL), (60, Zoom.NORMAL), (120, Zoom.HALF)):
            await reader.pilot.resize_terminal(width, 24)
            await reader.pilot.pause()
            view = reader.screen.widget_of(Pane.FOCUS).view
            assert view.cursor == cursor
            assert "▌" in reader.shown(Pane.FOCUS)
            assert reader.now.now.layouts.at(Width.of(width)).zoom is zoom


# Why not.


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("records that two", "No record stands in two of the open data sets."),
        ("next step", "No tour is under way."),
        ("begin the tour", "scale-explorer --tour opens it"),
        ("unzoom", "No pane is zoomed."),
        ("redo", "Nothing was undone"),
    ],
)
async def test_help_says_why_not_and_stays(reading: Reading, typed: str, reason: str) -> None:
    async with reading() as reader:
        await reader.press("question_mark", *(key.replace(" ", "space") for key in typed))
        assert reason in reader.text
        await reader.press("enter")
        assert reader.app.screen is not reader.screen
