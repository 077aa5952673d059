from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from scale_explorer.tui.widgets.tab_line import Tab, TabLine, shared

from .hand import click

TABS = (
    Tab("browse", "1", "Browse"),
    Tab("focus", "2", "Scale AI"),
    Tab("evidence", "3", "Evidence"),
    Tab("source", "4", "Source"),
)


class Recorded(TabLine):
    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Recorded:
        self.drawn += repaint
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self


class Stage(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.tabs = Recorded()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.tabs

    def on_tab_line_chosen(self, message: TabLine.Chosen) -> None:
        self.told.append(message.key)

    def line(self) -> str:
        (line,) = self.tabs.render_lines(self.tabs.size.region)
        return line.text.rstrip()


@asynccontextmanager
async def stage(
    width: int, tabs: tuple[Tab, ...] = TABS
) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage()
    async with app.run_test(size=(width, 3)) as pilot:
        app.tabs.show(tabs, "focus")
        await pilot.pause()
        app.tabs.drawn = 0
        yield app, pilot


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, " 1 Browse [2 Scale AI] 3 Evidence  4 Source"),
        (40, " 1 Browse [2 Scale…] 3 Evide…  4 Source"),
        (24, " 1 B… [2 S…] 3 E…  4 S…"),
        (12, " 1 [2] 3  4"),
        (5, " 1 [2"),
    ],
)
async def test_the_longest_labels_give_way_first_and_the_numbers_last(
    width: int, line: str
) -> None:
    async with stage(width) as (app, _):
        assert app.line() == line


async def test_the_current_one_is_marked_without_colour_and_only_a_change_is_drawn() -> None:
    async with stage(60) as (app, pilot):
        app.tabs.show(TABS, "browse")
        await pilot.pause()
        assert app.line() == "[1 Browse] 2 Scale AI  3 Evidence  4 Source"
        app.tabs.show(TABS, "browse")
        await pilot.pause()
        assert app.tabs.drawn == 1


@pytest.mark.parametrize(
    ("x", "told"),
    [
        (0, ["browse"]),
        (9, ["browse"]),
        (10, ["focus"]),
        (21, ["focus"]),
        (42, ["source"]),
        (50, []),
    ],
)
async def test_a_click_tells_the_tab(x: int, told: list[str]) -> None:
    async with stage(60) as (app, pilot):
        await click(pilot, (x, 0))
        assert app.told == told


async def test_it_never_takes_the_keyboard() -> None:
    async with stage(60) as (app, pilot):
        await click(pilot, (1, 0))
        assert app.focused is None


async def test_wide_and_hostile_names() -> None:
    tabs = (Tab("a", "1", "株式会社"), Tab("focus", "2", "[/x]\x1b[1m"))
    async with stage(22, tabs) as (app, _):
        assert app.line() == " 1 株式会… [2 [/x]\ufffd[…]"


@pytest.mark.parametrize(
    ("widths", "room", "expected"),
    [
        ((3, 9, 5), 17, (3, 9, 5)),
        ((3, 9, 5), 14, (3, 6, 5)),
        ((3, 9, 5), 10, (3, 3, 4)),
        ((3, 9, 5), -1, (0, 0, 0)),
        ((), 5, ()),
    ],
)
def test_room_is_taken_from_the_longest(
    widths: tuple[int, ...], room: int, expected: tuple[int, ...]
) -> None:
    assert shared(widths, room) == expected
