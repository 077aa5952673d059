"""An app with nothing but the go-to box, and a reader who types into it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.pilot import Pilot

from scale_explorer.tui.goto.targets import Chosen
from scale_explorer.tui.key_queue import OrderedKeys
from scale_explorer.tui.themes import THEMES
from scale_explorer.tui.widgets.filter_input import FilterInput
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.text_lines import TextLines

NAMED = {" ": "space", ":": "colon", "-": "minus", ".": "full_stop"}


class Stage(OrderedKeys):
    """An app with nothing but the box."""

    ENABLE_COMMAND_PALETTE = False  # it has ctrl+p

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Chosen | None] = []
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = next(iter(THEMES))


class Reader:
    """Types into the box, and reads it."""

    def __init__(self, app: Stage, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*(NAMED.get(letter, letter) for letter in text))

    async def burst(self, *keys: str) -> None:
        """Let keys arrive together, as they do over a slow connection."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        for _ in range(500):
            await self.pilot.pause(0.02)
            if true():
                return
        raise AssertionError(f"it never came true:\n{self.screen}")

    @property
    def typed(self) -> str:
        return self.app.screen.query_one(FilterInput).value

    @property
    def list(self) -> RowList:
        return self.app.screen.query_one(RowList)

    @property
    def first(self) -> str:
        return self.list.rows[0].cells[0].text if self.list.rows else ""

    def part(self, name: str) -> str:
        """Return what a part of the box draws."""
        view = self.app.screen.query_one(name, TextLines)
        return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))

    @property
    def screen(self) -> str:
        drawn = self.app.screen._compositor  # pyright: ignore[reportPrivateUsage] - there is no other way to read all
        return "\n".join(strip.text for strip in drawn.render_strips())
