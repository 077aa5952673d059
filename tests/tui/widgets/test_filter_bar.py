from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from scale_explorer.tui.widgets.filter_bar import FilterBar
from scale_explorer.tui.widgets.filter_input import LONGEST, typable


class Stage(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("enter", "left_to_the_pane")]

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield FilterBar()

    def on_filter_bar_changed(self, message: FilterBar.Changed) -> None:
        self.told.append(message.text)

    def action_left_to_the_pane(self) -> None:
        self.told.append("<enter>")

    def first_line(self) -> str:
        bar = self.query_one(FilterBar)
        return (
            ""
            if not bar.display
            else "".join(
                line.text
                for child in bar.children
                for line in child.render_lines(child.size.region)
            )
        )


@asynccontextmanager
async def stage() -> AsyncGenerator[tuple[Stage, FilterBar, Pilot[None]]]:
    app = Stage()
    async with app.run_test(size=(30, 3)) as pilot:
        yield app, app.query_one(FilterBar), pilot


async def test_it_tells_every_key_and_leaves_enter_to_the_pane() -> None:
    async with stage() as (app, bar, pilot):
        assert not bar.display
        bar.begin("m")
        await pilot.press("end", "e", "t", "enter")
        assert app.told == ["me", "met", "<enter>"]
        assert (bar.typing, bar.text) == (True, "met")


async def test_typing_takes_the_place_of_the_old_filter() -> None:
    async with stage() as (app, bar, pilot):
        bar.begin("meta")
        await pilot.press("x")
        assert app.told == ["x"]


async def test_the_filter_in_force_is_shown_with_what_it_found() -> None:
    async with stage() as (app, bar, pilot):
        bar.tell("meta [/", "2 of 9")
        await pilot.pause()
        assert app.first_line().split() == ["/meta", "[/", "2", "of", "9"]
        bar.tell("", "")
        await pilot.pause()
        assert not bar.display
        assert app.told == []


async def test_the_text_is_the_users_while_they_type() -> None:
    async with stage() as (_, bar, pilot):
        bar.begin()
        await pilot.press("a", "b")
        bar.tell("a", "7")
        assert bar.query_one(Input).value == "ab"


async def test_a_paste_takes_the_place_of_what_is_selected() -> None:
    async with stage() as (app, bar, pilot):
        bar.begin("meta")
        await pilot.press("end", "shift+left", "shift+left")
        bar.query_one(Input).post_message(Paste("\x1b]52;c;x\x07\n AI"))
        await pilot.pause()
        assert app.told == ["me]52;c;x AI"]


async def test_a_paste_is_cut_to_what_there_is_room_for() -> None:
    async with stage() as (app, bar, pilot):
        bar.begin("meta")
        await pilot.press("end")
        bar.query_one(Input).post_message(Paste("!" * 999))
        await pilot.pause()
        assert app.told == ["meta".ljust(LONGEST, "!")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \t\n b ", "a b"),
        ("a\x00\x1b[2J\x9bb", "a[2Jb"),
        ("invoice\u202efdp", "invoice\ufffdfdp"),
        ("é 会社", "é 会社"),
    ],
)
def test_typable(text: str, expected: str) -> None:
    assert typable(text) == expected
