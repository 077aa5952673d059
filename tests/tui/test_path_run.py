"""Paths in the app: two presses of one key, and a search that takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event, get_ident
from time import monotonic, sleep
from typing import Any

import pytest

from scale_explorer.tui import newest
from scale_explorer.tui.look import look
from scale_explorer.tui.overtaken import is_overtaken
from scale_explorer.tui.screens import explore
from scale_explorer.tui.state import STORY, Pane, Place, SetFilter, View, Visit, update

from .conftest import Opener, Reading
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


@pytest.mark.parametrize("past", [True, False], ids=["one came from Google", "first of all"])
async def test_a_path_that_is_opened_first_is_looked_for_aside(
    open_app: Opener, monkeypatch: pytest.MonkeyPatch, *, past: bool
) -> None:
    asked: list[int] = []

    def slowly(store: Any, navigation: Any, before: Any) -> Any:
        if navigation.now.place.view is View.PATH:
            asked.append(get_ident())
            wait_for(is_overtaken)
        return look(store, navigation, before)

    monkeypatch.setattr(explore, "look", slowly)
    app = open_app("google")
    first = update(app.prepared.first, Visit(Place(View.PATH, "google meta")))
    first = first if past else replace(first, past=())
    app.prepared = replace(app.prepared, first=first)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        assert reader.now == first
        assert reader.screen.scene is None
        await reader.press("escape")
        assert reader.now.now.place == (Place(View.RECORD, "google") if past else STORY)
        assert "Google" in reader.shown(Pane.FOCUS)
        assert asked
        assert get_ident() not in asked
        monkeypatch.setattr(explore, "look", look)
        await reader.press("L")
        await reader.until(lambda: "is ending its purchases from" in reader.shown(Pane.FOCUS))


async def test_what_is_asked_while_a_filter_is_searched_for_waits_for_nothing(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, asked = Event(), list[int]()

    def slowly(store: Any, navigation: Any, before: Any) -> Any:
        asked.append(get_ident())
        go.wait(PATIENT)
        return look(store, navigation, before)

    async with reading("google") as reader:
        reader.screen.navigate(Visit(Place(View.PATH, "google meta")))
        await reader.until(lambda: "is ending its purchases from" in reader.text)
        monkeypatch.setattr(explore, "look", slowly)
        reader.screen.navigate(SetFilter(Pane.FOCUS, "type:owns"))
        assert reader.screen.settled() is reader.screen.scene
        go.set()
        await reader.until(lambda: "is ending its purchases from" not in reader.text)
        assert get_ident() not in asked
