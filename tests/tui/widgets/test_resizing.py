"""At any moment the terminal may get another size: what one reads stays where it is."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from scale_explorer.tui.widgets.filter_bar import FilterBar
from scale_explorer.tui.widgets.keyed_view import KeyedView
from scale_explorer.tui.widgets.lines import Line, Span
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row
from scale_explorer.tui.widgets.text_lines import TextLines


class Stage(App[None]):
    CSS = "KeyedView { height: 1fr; }"

    def __init__(self, view: KeyedView) -> None:
        super().__init__()
        self.view = view
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield FilterBar()
        yield self.view

    @on(KeyedView.Moved)
    def _moved(self, message: KeyedView.Moved) -> None:
        self.told.append(message.key)

    def window(self) -> list[str]:
        lines = self.view.render_lines(self.view.size.region)
        return [line.text.rstrip(" ▐").lstrip("▌ ") for line in lines]


@asynccontextmanager
async def stage(view: KeyedView) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage(view)
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        yield app, pilot


async def resize(pilot: Pilot[None], *sizes: tuple[int, int]) -> None:
    for size in sizes:
        await pilot.resize_terminal(*size)
        await pilot.pause()


def rows() -> RowList:
    view = RowList((Column(min=4, flex=1),))
    view.show(tuple(Row(f"k{n}", (Cell(f"row {n}"),)) for n in range(40)), "k20")
    return view


def passages(*, holds_cursor: bool) -> TextLines:
    """Forty passages of a hundred words, with the word's number in each."""
    view = TextLines(holds_cursor=holds_cursor)
    words = [" ".join(f"p{n}w{word}" for word in range(100)) for n in range(40)]
    view.show(tuple(Line((Span(text),), key=f"k{n}") for n, text in enumerate(words)), "k20")
    return view


ROUNDS = (
    ((30, 1), (30, 10)),
    ((30, 3), (12, 2), (60, 25), (30, 10)),
    ((80, 40), (20, 1), (30, 10)),
    ((30, 25), (30, 10)),
)


@pytest.mark.parametrize("round_trip", ROUNDS)
async def test_rows_are_as_they_were_when_the_size_is(
    round_trip: tuple[tuple[int, int], ...],
) -> None:
    view = rows()
    async with stage(view) as (app, pilot):
        view.move(3)
        view.move(-5)
        before = app.window()
        for size in round_trip:
            await resize(pilot, size)
            assert "row 18" in app.window()
        assert app.window() == before
        assert (view.cursor, app.told) == ("k18", ["k18"])


@pytest.mark.parametrize("round_trip", ROUNDS)
async def test_running_text_is_as_it_was_when_the_size_is(
    round_trip: tuple[tuple[int, int], ...],
) -> None:
    view = passages(holds_cursor=False)
    async with stage(view) as (app, pilot):
        view.scroll_by(233)
        before = app.window()
        await resize(pilot, *round_trip)
        assert app.window() == before


@pytest.mark.parametrize("width", [9, 17, 29, 31, 64, 200])
async def test_another_width_keeps_the_words_at_the_top(width: int) -> None:
    view = passages(holds_cursor=False)
    async with stage(view) as (app, pilot):
        view.scroll_by(233)
        first = app.window()[0].split()[0]
        await resize(pilot, (width, 10))
        assert first in app.window()[0].split()


async def test_a_passage_with_the_cursor_stays_in_the_window() -> None:
    view = passages(holds_cursor=True)
    async with stage(view) as (app, pilot):
        for size in ((200, 4), (9, 1), (30, 2), (100, 30)):
            await resize(pilot, size)
            assert any(line.startswith("p20w0") for line in app.window())
        assert (view.cursor, app.told) == ("k20", [])


async def test_what_was_revealed_stays_in_sight_until_one_scrolls() -> None:
    view = passages(holds_cursor=False)
    async with stage(view) as (app, pilot):
        view.reveal("k7")
        await resize(pilot, (14, 3))
        assert any(line.startswith("p7w0") for line in app.window())
        view.scroll_by(40)
        first = app.window()[0].split()[0]
        await resize(pilot, (30, 10))
        assert first in app.window()[0].split()


async def test_the_same_rows_shown_again_in_a_small_window_do_not_lose_the_place() -> None:
    view = rows()
    async with stage(view) as (app, pilot):
        before = app.window()
        await resize(pilot, (30, 1))
        view.show(tuple(view.rows), "k20")
        await resize(pilot, (30, 10))
        assert app.window() == before


async def test_a_move_in_a_small_window_is_kept_in_a_large_one() -> None:
    view = rows()
    async with stage(view) as (app, pilot):
        await resize(pilot, (30, 1))
        view.move(9)
        await resize(pilot, (30, 10))
        assert app.window()[0] == "row 29"


async def test_scrolling_in_a_small_window_is_kept_in_a_large_one() -> None:
    view = passages(holds_cursor=False)
    async with stage(view) as (app, pilot):
        await resize(pilot, (30, 2))
        view.scroll_by(21)
        top = app.window()[0]
        await resize(pilot, (30, 10))
        assert app.window()[0] == top


async def test_a_filter_that_is_typed_takes_a_line_and_gives_it_back() -> None:
    view = rows()
    async with stage(view) as (app, pilot):
        view.move(4)
        before = app.window()
        bar = app.query_one(FilterBar)
        bar.begin()
        await pilot.pause()
        assert "row 24" in app.window()
        await resize(pilot, (30, 2), (16, 5), (30, 10))
        assert "row 24" in app.window()
        app.set_focus(view)
        bar.end()
        await pilot.pause()
        assert app.window() == before
