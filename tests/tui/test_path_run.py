"""Paths in the app: two presses of one key, and a search that takes long."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest

from scale_explorer.tui import newest
from scale_explorer.tui.look import look
from scale_explorer.tui.overtaken import is_overtaken
from scale_explorer.tui.screens import explore
from scale_explorer.tui.state import Pane, Place, View

from .conftest import Reading
from .reader import Reader

PATIENT = 10.0


def bottom(reader: Reader) -> str:
    return str(reader.screen.query_one("#hints").visual)  # type: ignore[attr-defined]


def wait_for(true: Callable[[], bool]) -> None:
    until = monotonic() + PATIENT
    while not true() and monotonic() < until:
        sleep(0.01)


async def test_two_ends_are_marked_with_one_key(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("p")
        assert "Google is one end" in bottom(reader)
        await reader.press("1", "up")
        assert "p path from Google" in bottom(reader)
        await reader.press("p")
        assert reader.now.now.place == Place(View.PATH, "google meta")
        assert "is ending its purchases from" in reader.shown(Pane.FOCUS)
        await reader.press("down")
        assert reader.scene.row is not None
        assert reader.scene.row.claim == "google.customer_of.scale-ai"
        await reader.press("p")
        assert reader.now.end == "scale-ai"
        await reader.press("escape")
        assert "Scale AI is no end of a path any more" in bottom(reader)
        await reader.press("G", "enter")
        assert "[x] only from subject" in reader.shown(Pane.FOCUS)


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "down"])
async def test_a_search_that_takes_long_ends_with_the_next_key(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    ended = Event()

    def slowly(store: Any, navigation: Any, before: Any) -> Any:
        if navigation.now.place.view is View.PATH:
            wait_for(is_overtaken)
            ended.set()
        return look(store, navigation, before)

    async with reading("google") as reader:
        await reader.press("p")
        await reader.press("1", "up")
        before = reader.now
        monkeypatch.setattr(newest, "PATIENCE", 0.05)
        monkeypatch.setattr(explore, "look", slowly)
        await reader.press("p")
        assert reader.now.now.place.view is View.PATH
        await reader.until(lambda: "Still looking" in bottom(reader))
        await reader.press(key)
        assert ended.wait(PATIENT / 5)
        assert reader.now.end == "google"
        if key == "down":
            assert reader.now.now.place == Place(View.RECORD, "google")
        else:
            assert reader.now == before
            assert "Stopped looking" in bottom(reader)
