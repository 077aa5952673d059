"""Text is selected with the mouse as in a terminal, and told when the button is let go."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from scale_explorer.tui.widgets.keyed_view import KeyedView
from scale_explorer.tui.widgets.lines import Line, Span
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row, Tone
from scale_explorer.tui.widgets.text_lines import TextLines

from .hand import Cell as At
from .hand import click, drag, move, press, release


class Stage(App[None]):
    CLICK_CHAIN_TIME_THRESHOLD = 60  # however slow the machine, quick clicks count as one gesture
    CSS = "KeyedView { height: 5; } Input { height: 1; border: none; }"

    def __init__(self, view: KeyedView) -> None:
        super().__init__()
        self.view = view
        self.selected: list[str] = []
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.view
        yield Input()

    def on_mount(self) -> None:
        self.view.focus()

    def on_selectable_view_selected(self, message: KeyedView.Selected) -> None:
        self.selected.append(message.text)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.told.append(("moved", message.key))

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.told.append(("chosen", message.key))

    def highlighted(self) -> list[str]:
        """Return what stands inverted on each line."""
        lines = self.view.render_lines(self.view.size.region)
        return [_inverted(line) for line in lines if _inverted(line)]


def _inverted(line: Strip) -> str:
    return "".join(text for text, style, _ in line if style and style.reverse)


@asynccontextmanager
async def stage(view: KeyedView) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    """Run a view of five lines by twenty cells above an input line."""
    app = Stage(view)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        yield app, pilot


def companies() -> RowList:
    view = RowList((Column(min=4, flex=1), Column()))
    heading = Row(None, (Cell("Clients", Tone.HEADING),), kind="heading")
    names = [("a", "Meta", "49 %"), ("b", "会社 AI", "1 %"), ("c", "xAI", "2 %")]
    view.show((heading, *(Row(key, (Cell(name), Cell(share))) for key, name, share in names)))
    return view


def article() -> TextLines:
    view = TextLines()
    said = Span("buying a 49% stake in Scale AI, it said", Tone.QUOTE, "q")
    view.show((Line((said,), gutter=" 1 "), Line(), Line((Span("Then it left."),), gutter=" 2 ")))
    return view


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (((1, 1), (4, 1)), "Meta"),
        (((4, 1), (1, 1)), "Meta"),  # backwards
        (((0, 1), (19, 1)), "Meta           49 %"),  # the cursor's sign is no text
        (((3, 1), (3, 3)), "ta           49 %\n会社 AI        1 %\nxAI"),
        (((0, 0), (3, 1)), "Clients\nMet"),
        (((2, 2), (3, 2)), "会社"),  # a wide character is taken whole
        (((1, 3), (9, 4)), "xAI            2 %"),  # below the last row
    ],
)
async def test_a_drag_over_rows_selects_what_they_say(way: tuple[At, ...], text: str) -> None:
    async with stage(companies()) as (app, pilot):
        await drag(pilot, *way)
        assert app.selected == [text]
        assert "\n".join(line.rstrip() for line in app.highlighted()) == text
        assert app.told == []


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (((3, 0), (8, 0)), "buying"),
        (((0, 0), (11, 0)), "buying a"),  # the number of the paragraph is no text
        (((10, 0), (10, 1)), "a 49% stake in"),  # broken where it has no room, and one line again
        (((12, 1), (7, 4)), "Scale AI, it said\n\nThen"),
    ],
)
async def test_a_drag_over_running_text_joins_what_was_wrapped(
    way: tuple[At, ...], text: str
) -> None:
    async with stage(article()) as (app, pilot):
        assert [line.text.rstrip() for line in app.view.render_lines(app.view.size.region)] == [
            " 1 buying a 49%", "   stake in Scale", "   AI, it said", "", " 2 Then it left.",
        ]  # fmt: skip
        await drag(pilot, *way)
        assert app.selected == [text]


async def test_only_lines_that_change_are_drawn_again() -> None:
    async with stage(companies()) as (app, pilot):
        await press(pilot, (1, 1))
        await move(pilot, (3, 1))
        before = app.view.render_lines(app.view.size.region)
        await move(pilot, (3, 2))
        after = app.view.render_lines(app.view.size.region)
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert changed == [1, 2]
        assert app.selected == []  # the button is still down


async def test_a_drag_that_comes_back_is_a_click() -> None:
    async with stage(companies()) as (app, pilot):
        await drag(pilot, (2, 2), (6, 2), (2, 2))
        assert (app.selected, app.told) == ([], [("moved", "b")])


async def test_clicks_move_choose_and_the_third_selects_the_row() -> None:
    async with stage(companies()) as (app, pilot):
        await click(pilot, (2, 2), times=3)
        assert app.told == [("moved", "b"), ("chosen", "b")]
        assert app.selected == ["会社 AI        1 %"]


async def test_three_clicks_take_a_passage_however_it_is_wrapped() -> None:
    async with stage(article()) as (app, pilot):
        await click(pilot, (5, 1), times=3)
        assert app.selected == ["buying a 49% stake in Scale AI, it said"]


async def test_the_right_button_and_the_bare_mouse_select_nothing() -> None:
    async with stage(companies()) as (app, pilot):
        await press(pilot, (1, 1), button=3)
        await move(pilot, (4, 1), button=3)
        await move(pilot, (4, 2), button=0)
        assert app.highlighted() == []


async def test_a_release_that_nobody_heard_ends_the_drag() -> None:
    async with stage(companies()) as (app, pilot):
        await press(pilot, (1, 1))
        await move(pilot, (4, 1), button=0)
        await move(pilot, (4, 2))
        assert (app.highlighted(), app.mouse_captured) == ([], None)


async def test_a_drag_beyond_the_window_scrolls() -> None:
    view = RowList()
    view.show(tuple(Row(str(n), (Cell(f"row {n}"),)) for n in range(9)))
    async with stage(view) as (app, pilot):
        await drag(pilot, (1, 3), (1, 5), (2, 5))
        assert app.selected == ["row 3\nrow 4\nrow 5\nro"]
        assert app.view.scroll_offset.y == 2


@pytest.mark.parametrize("ending", ["key", "click", "elsewhere", "content"])
async def test_what_ends_a_selection(ending: str) -> None:
    async with stage(companies()) as (app, pilot):
        await drag(pilot, (1, 1), (4, 1))
        assert app.highlighted() == ["Meta"]
        if ending == "key":
            await pilot.press("x")
        elif ending == "click":
            await click(pilot, (2, 3))
        elif ending == "elsewhere":
            await click(pilot, (2, 5))
        elif isinstance(app.view, RowList):
            app.view.show(app.view.rows[:2])
        assert app.highlighted() == []


async def test_the_same_rows_again_keep_a_selection_and_another_width_does_not() -> None:
    async with stage(companies()) as (app, pilot):
        await drag(pilot, (1, 1), (4, 1))
        assert isinstance(app.view, RowList)
        app.view.show((*app.view.rows[:1], *app.view.rows[1:]))
        assert app.highlighted() == ["Meta"]
        await pilot.resize_terminal(16, 6)
        await pilot.pause()
        assert app.highlighted() == []


async def test_a_view_that_goes_away_gives_the_mouse_back() -> None:
    async with stage(companies()) as (app, pilot):
        await press(pilot, (1, 1))
        app.view.display = False
        await pilot.pause()
        assert app.mouse_captured is None
        await release(pilot, (1, 1))
        assert app.selected == []


async def test_blanks_alone_are_no_text() -> None:
    async with stage(article()) as (app, pilot):
        await drag(pilot, (0, 3), (5, 3))
        assert app.selected == []


async def test_an_inverted_cursor_is_turned_back_where_it_is_selected() -> None:
    async with stage(companies()) as (app, pilot):
        app.theme = "ansi-dark"
        await pilot.pause()
        await drag(pilot, (1, 1), (4, 1))
        assert "Meta" not in app.highlighted()[0]
        assert "49 %" in app.highlighted()[0]
