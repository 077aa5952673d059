"""Keys behind a filter act on what it finds, however long that takes; only letters go on."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest

from scale_explorer.tui import look as looking
from scale_explorer.tui.look import look
from scale_explorer.tui.screens import explore
from scale_explorer.tui.state import Pane, Place, View

from .conftest import Reading
from .reader import Reader

PATIENT = 20.0


class Slowly:
    """Finds a name when it may."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = Event()
        self.asked: list[str] = []
        monkeypatch.setattr(explore, "look", self)
        monkeypatch.setattr(looking, "QUICK", 0)  # as if there were very many

    def __call__(self, store: Any, navigation: Any, before: Any) -> Any:
        self.asked.append(navigation.now.browse.filter)
        assert navigation.now.browse.filter != "wang" or self.go.wait(PATIENT)
        return look(store, navigation, before)


async def typed(reader: Reader, *keys: str) -> None:
    await reader.press_at_once(*keys)


async def test_enter_waits_for_what_the_filter_finds(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading() as reader:
        await reader.press("1", "slash")
        slowly = Slowly(monkeypatch)
        await typed(reader, *"wang", "enter", "enter")
        await reader.until(lambda: slowly.asked[-1:] == ["wang"])
        assert reader.now.now.pane is Pane.BROWSE
        assert reader.screen.pane.typing
        await asyncio.sleep(0.05)  # nothing stands still meanwhile
        assert reader.screen.pane.typing
        slowly.go.set()
        await reader.until(lambda: reader.now.now.pane is Pane.FOCUS)
        assert reader.now.now.place == Place(View.RECORD, "alexandr-wang")
        assert reader.now.now.browse.cursor == "alexandr-wang"


async def test_escape_waits_for_nothing(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading() as reader:
        await reader.press("1", "slash")
        slowly = Slowly(monkeypatch)
        await typed(reader, *"wang", "enter", "down", "down")
        await reader.until(lambda: slowly.asked[-1:] == ["wang"])
        await typed(reader, "escape")
        await reader.until(lambda: not reader.now.now.browse.filter)
        slowly.go.set()
        await reader.until(lambda: vars(reader.screen)["_scenes"].is_whole)
        assert reader.now.now.pane is Pane.BROWSE
