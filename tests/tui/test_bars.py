"""Bars that mostly have nothing to tell are made when they first have, in their place."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.tui.screens.commands.touring import TourBar
from scale_explorer.tui.screens.fault_bar import FaultBar
from scale_explorer.tui.screens.lines_above import LinesAbove
from scale_explorer.tui.screens.too_small import TooSmall
from scale_explorer.tui.widgets.filter_bar import FilterBar

from .conftest import Opener

RARE = (FaultBar, FilterBar, LinesAbove, TooSmall, TourBar)


def made(screen: Widget) -> set[type[Widget]]:
    return {kind for kind in RARE if screen.query(kind)}


async def test_a_start_makes_none(open_app: Opener) -> None:
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert made(app.screen) == set()


async def test_each_is_made_once_and_stands_in_its_place(open_app: Opener) -> None:
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.explore
        assert screen is not None
        for words in ("short", "long " * 60, "", "long " * 60):
            screen.say(words)
        tour, fault = screen.bar(TourBar, before="#hints"), screen.bar(FaultBar, after="#panes")
        assert screen.bar(FaultBar, after="#panes") is fault
        await pilot.press("slash")
        await pilot.pause()
        assert made(screen) == {FaultBar, FilterBar, LinesAbove, TourBar}
        assert len(screen.query(LinesAbove)) == 1
        below = list(screen.children)
        places = [below.index(screen.query_one(name)) for name in ("#panes", "#hints")]
        assert below[places[0] : places[1] + 1][1:-1] == [fault, tour]
        bar = screen.pane.query_one(FilterBar)
        assert screen.pane.children[0] is bar
        assert bar.typing


async def test_a_bar_that_opens_tells_what_is_there_without_a_filter(open_app: Opener) -> None:
    app = open_app("scale-ai")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.explore is not None
        await pilot.press("w", "slash")
        await pilot.pause()
        note = app.explore.pane.query_one("#note", Static)
        assert str(note.visual).strip().isdigit()


async def test_a_screen_that_is_too_small_is_covered_from_the_start(open_app: Opener) -> None:
    app = open_app()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert app.screen.query_one(TooSmall).display
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert not app.screen.query_one(TooSmall).display
