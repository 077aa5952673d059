"""The help: every key arrives in its box, and what is chosen comes back."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import ClassVar

import pytest
from textual import events
from textual.binding import BindingType
from textual.pilot import Pilot

from scale_explorer.tui.key_queue import OrderedKeys
from scale_explorer.tui.keymap import DEFAULT, Keymap
from scale_explorer.tui.keys import KeyBinding
from scale_explorer.tui.screens.help import HelpScreen
from scale_explorer.tui.state import Pane
from scale_explorer.tui.themes import THEMES
from scale_explorer.tui.widgets.filter_input import FilterInput
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.text_lines import TextLines

NOTHING_BEHIND = "There is nothing to go back to yet."
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]


def why_not(binding: KeyBinding) -> str:
    return NOTHING_BEHIND if binding.needs == "past" else ""


class Asker(OrderedKeys, inherit_bindings=False):
    """Opens the help on `?`, and keeps what it answers."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [("question_mark", "help")]

    def __init__(self, keymap: Keymap = DEFAULT) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = next(iter(THEMES))
        self.answers: list[KeyBinding | None] = []
        self._help_keymap = keymap

    def action_help(self) -> None:
        self.push_screen(HelpScreen(Pane.FOCUS, self._help_keymap, why_not), self.answers.append)


class Reader:
    """Presses keys and clicks, and looks at what the help shows."""

    def __init__(self, app: Asker, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def press_at_once(self, *keys: str) -> None:
        """Let keys arrive together, as they do over a slow connection."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.until(lambda: bool(self.app.answers))

    async def until(self, true: Callable[[], bool]) -> None:
        for _ in range(250):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it never came true")

    @property
    def is_open(self) -> bool:
        return isinstance(self.app.screen, HelpScreen)

    @property
    def answer(self) -> str | None:
        (answer,) = self.app.answers
        return answer.id if answer else None

    @property
    def rows(self) -> list[str]:
        shown = self.app.screen.query_one(RowList).rows
        return ["  ".join(cell.text for cell in row.cells) for row in shown]

    @property
    def cursor(self) -> str | None:
        return self.app.screen.query_one(RowList).cursor

    @property
    def told(self) -> str:
        view = self.app.screen.query_one("#told", TextLines)
        lines = (view.render_line(y).text.strip() for y in range(view.size.height))
        return " ".join(filter(None, lines))


@asynccontextmanager
async def reading(
    size: tuple[int, int] = (80, 24), keymap: Keymap = DEFAULT
) -> AsyncGenerator[Reader]:
    app = Asker(keymap)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.press("question_mark")
        assert reader.is_open
        yield reader


async def test_it_lists_the_pane_first_then_the_rest_then_the_signs() -> None:
    async with reading() as reader:
        rows = reader.rows
        headings = [rows.index(title) for title in ("In 2, the claims", "Everywhere", "Signs")]
        assert headings == sorted(headings)
        assert reader.cursor == "panes.down"
        assert any("reader concluded it" in row for row in rows[headings[-1] :])


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_question_and_its_answer_in_one_burst(size: tuple[int, int]) -> None:
    app = Asker()
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.press_at_once("question_mark", *"filter", "enter")
        assert reader.answer == "panes.filter"


async def test_the_arrows_choose_among_what_was_found() -> None:
    async with reading() as reader:
        await reader.press(*"zoom", "down", "enter")
        assert reader.answer == "app.unzoom"


async def test_esc_closes_and_does_nothing() -> None:
    async with reading() as reader:
        await reader.press("w", "escape")
        assert not reader.is_open
        assert reader.answer is None


async def test_letters_are_looked_for_not_obeyed() -> None:
    async with reading() as reader:
        await reader.press("q")
        assert reader.is_open
        assert reader.rows[0].startswith("q  Quit")
        assert reader.cursor == "app.quit"


async def test_taking_letters_back_shows_more_again() -> None:
    async with reading() as reader:
        everything = reader.rows
        await reader.press(*"xyzzy")
        assert reader.rows == []
        await reader.press(*["backspace"] * 5)
        assert reader.rows == everything


async def test_what_cannot_be_done_says_why_and_stays_open() -> None:
    async with reading() as reader:
        await reader.press(*"back")
        assert reader.rows[0].endswith(f"Back: {NOTHING_BEHIND}")
        await reader.press("enter")
        assert reader.is_open
        assert reader.told == NOTHING_BEHIND
        await reader.press("down")
        assert reader.told != NOTHING_BEHIND


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_a_row_that_is_cut_is_told_whole_below(size: tuple[int, int]) -> None:
    async with reading(size) as reader:
        for binding in (*DEFAULT.of("focus"), *DEFAULT.of("app")):
            if not why_not(binding):
                assert reader.cursor == binding.id
                assert reader.told.endswith(binding.description)
            reader.app.screen.query_one(RowList).move(1)
            await reader.pilot.pause()


async def test_a_click_does_what_a_row_says() -> None:
    async with reading() as reader:
        await reader.press(*"zoom")
        await reader.pilot.click(RowList, offset=(10, 1))
        await reader.pilot.pause()
        assert reader.answer == "app.unzoom"


async def test_a_click_on_what_cannot_be_done_tells_why_and_leaves_the_keyboard() -> None:
    async with reading() as reader:
        await reader.press(*"back")
        await reader.pilot.click(RowList, offset=(10, 0))
        await reader.press("x")
        assert reader.is_open
        assert reader.app.screen.query_one(FilterInput).value == "backx"


async def test_a_click_beside_the_frame_closes_it() -> None:
    async with reading((120, 40)) as reader:
        await reader.pilot.click(offset=(2, 2))
        await reader.pilot.pause()
        assert not reader.is_open


async def test_in_ascii_keys_are_told_by_words() -> None:
    async with reading(keymap=replace(DEFAULT, in_ascii=True)) as reader:
        await reader.press(*"follow to")
        assert reader.rows[0].startswith("Enter  Follow")
