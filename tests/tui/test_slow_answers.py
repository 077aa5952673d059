"""A store that takes its time: a mark shows that work is under way, and goes when it is done."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest

from scale_explorer.tui import newest
from scale_explorer.tui.look import look
from scale_explorer.tui.screens import explore

from .conftest import Reading
from .reader import Reader

PATIENT = 10.0


def hints_of(reader: Reader) -> str:
    return str(reader.screen.query_one("#hints").visual)  # type: ignore[attr-defined]


async def shows(reader: Reader, words: str, *, shown: bool = True) -> None:
    async with asyncio.timeout(PATIENT):
        while (words in hints_of(reader)) is not shown:  # noqa: ASYNC110 - what a reader sees
            await asyncio.sleep(0.01)


async def test_an_answer_that_takes_long_is_told(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def slowly(*asked: Any) -> Any:
        assert go.wait(PATIENT)
        return look(*asked)

    async with reading() as reader:
        monkeypatch.setattr(newest, "PATIENCE", 0.05)
        monkeypatch.setattr(explore, "look", slowly)
        await reader.pilot.press("down")
        await shows(reader, "Still looking")
        go.set()
        await shows(reader, "Still looking", shown=False)
