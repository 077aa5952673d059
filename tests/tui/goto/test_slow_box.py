"""A store that takes its time: the box says so where one looks, and takes it back when done."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui import newest
from scale_explorer.tui.screens import goto
from scale_explorer.tui.screens.goto import GotoScreen

from .conftest import AROUND
from .stage import Reader, Stage

PATIENT = 30.0
MARK = "Still looking"


@pytest.mark.parametrize(("slow", "place"), [("offers", "#told"), ("preview", "#look")])
async def test_what_takes_long_is_told_as_long_as_it_does(
    slow: str, place: str, story: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, quick = Event(), getattr(goto, slow)

    def slowly(*asked: Any) -> Any:
        assert go.wait(PATIENT)
        return quick(*asked)

    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        reader = Reader(app, pilot)
        app.push_screen(GotoScreen(story, AROUND), app.chosen.append)
        await reader.until(lambda: bool(reader.first))
        monkeypatch.setattr(newest, "PATIENCE", 0.05)
        monkeypatch.setattr(goto, slow, slowly)
        await reader.type("goo")
        await reader.until(lambda: MARK in reader.part(place))
        go.set()
        await reader.until(lambda: reader.first == "Google" and MARK not in reader.screen)


async def test_who_goes_on_typing_is_told_as_well(
    story: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, told = Event(), Event()

    def slowly(*_: Any) -> Any:
        assert go.wait(PATIENT)
        return ()

    def tell(*_: object) -> None:
        told.set()

    monkeypatch.setattr(GotoScreen, "_tell_slow", tell)
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        reader = Reader(app, pilot)
        app.push_screen(GotoScreen(story, AROUND), app.chosen.append)
        await reader.until(lambda: bool(reader.first))
        monkeypatch.setattr(newest, "PATIENCE", 0.3)
        monkeypatch.setattr(goto, "offers", slowly)
        for _ in range(60):
            if told.is_set():
                break
            await reader.type("a")  # quicker than the patience
        assert told.is_set()
        go.set()
