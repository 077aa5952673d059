"""A pane's frame can be dragged; what is inside it has the mouse for itself."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.pilot import Pilot

from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Row
from scale_explorer.tui.widgets.splitter import BorderDrag, edges_at

from .hand import click, drag, move, press, release


class Left(BorderDrag, Vertical):
    EDGES = frozenset({"right"})


class Right(BorderDrag, Vertical):
    EDGES = frozenset({"left", "top"})


class Stage(App[None]):
    CSS = "Left, Right { border: round white; } Left { width: 10; }"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str, int]] = []
        self.moved: list[str] = []

    def compose(self) -> ComposeResult:
        rows = RowList()
        rows.show(tuple(Row(key, (Cell(key),)) for key in "abc"))
        with Horizontal():
            with Left():
                yield rows
            with Right():
                yield RowList()

    def on_border_drag_dragged(self, message: BorderDrag.Dragged) -> None:
        self.told.append((type(message.pane).__name__, message.edge, message.at))

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.moved.append(message.key)


@asynccontextmanager
async def stage() -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_a_right_edge_tells_the_first_column_behind_the_divide() -> None:
    async with stage() as (app, pilot):
        await drag(pilot, (9, 3), (12, 3), (14, 7))
        assert app.told == [("Left", "right", at) for at in (13, 15, 15)]


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (((10, 3), (4, 3)), ("Right", "left", 4)),
        (((20, 0), (20, 5)), ("Right", "top", 5)),
        (((10, 0), (4, 3)), ("Right", "left", 4)),  # a corner: the first edge that it has
    ],
)
async def test_a_left_or_upper_edge_tells_where_it_would_be(
    way: tuple[tuple[int, int], ...], told: tuple[str, str, int]
) -> None:
    async with stage() as (app, pilot):
        await drag(pilot, *way)
        assert app.told[-1] == told
        assert app.mouse_captured is None


@pytest.mark.parametrize("at", [(0, 3), (5, 0), (5, 7), (29, 3)])
async def test_an_edge_that_divides_nothing_stays(at: tuple[int, int]) -> None:
    async with stage() as (app, pilot):
        await drag(pilot, at, (at[0] // 2, at[1] // 2))
        assert app.told == []


async def test_rows_inside_are_clicked_and_selected_as_ever() -> None:
    async with stage() as (app, pilot):
        await click(pilot, (3, 2))
        await drag(pilot, (3, 3), (9, 3), (20, 3))
        assert (app.moved, app.told) == (["b"], [])


async def test_a_mouse_without_its_button_drags_nothing() -> None:
    async with stage() as (app, pilot):
        await move(pilot, (9, 3), button=0)
        await press(pilot, (9, 3), button=3)
        await release(pilot, (12, 3), button=3)
        await press(pilot, (9, 3))
        await move(pilot, (12, 3), button=0)
        await move(pilot, (13, 3))
        assert (app.told, app.mouse_captured) == ([], None)


async def test_a_frame_that_goes_away_gives_the_mouse_back() -> None:
    async with stage() as (app, pilot):
        await press(pilot, (9, 3))
        app.query_one(Left).display = False
        await pilot.pause()
        await release(pilot, (12, 3))
        assert (app.told, app.mouse_captured) == ([], None)


@pytest.mark.parametrize(
    ("cell", "edges"),
    [
        ((2, 1), ["left", "top"]),
        ((6, 3), ["right", "bottom"]),
        ((4, 1), ["top"]),
        ((4, 2), []),
        ((7, 1), []),
    ],
)
def test_the_edges_of_a_frame(cell: tuple[int, int], edges: list[str]) -> None:
    assert list(edges_at(Region(2, 1, 5, 3), *cell)) == edges
