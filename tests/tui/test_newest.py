from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from threading import Event
from threading import enumerate as threads

import pytest

from scale_explorer.tui import newest
from scale_explorer.tui.newest import Newest
from scale_explorer.tui.overtaken import (
    first_look,
    has_first_look,
    is_overtaken,
    overtaken_when,
    show_meanwhile,
)

WAIT = 10
here = ContextVar("here", default="nowhere")


class Desk:
    """Asks, and keeps what is answered with where that was."""

    def __init__(self) -> None:
        self.answers = asyncio.Queue[tuple[str, str]]()
        self.newest = Newest[str](lambda told: self.answers.put_nowait((told, here.get())))
        self.go = Event()
        self.asked: list[str] = []

    def ask(self, name: str) -> None:
        """Ask for a name, which is answered once `go` is set."""
        self.newest.soon(lambda: self.answer(name))

    def answer(self, name: str) -> str:
        self.asked.append(name)
        assert self.go.wait(WAIT)
        return name

    async def told(self) -> tuple[str, str]:
        return await asyncio.wait_for(self.answers.get(), WAIT)


async def test_an_answer_comes_to_where_it_was_asked() -> None:
    desk = Desk()
    here.set("the loop")
    desk.ask("found")
    assert desk.answers.empty()
    desk.go.set()
    assert await desk.told() == ("found", "the loop")
    desk.newest.close()


async def test_of_several_questions_only_the_newest_is_answered() -> None:
    desk = Desk()
    for name in ("slow", "overtaken", "newest"):
        desk.ask(name)
        await asyncio.sleep(0.05)
    desk.go.set()
    assert await desk.told() == ("newest", "nowhere")
    assert desk.asked == ["slow", "newest"]
    assert desk.answers.empty()
    desk.newest.close()


@pytest.mark.parametrize("end", [Newest[str].forget, Newest[str].close])
async def test_nothing_is_delivered_any_more(end: Callable[[Newest[str]], None]) -> None:
    desk = Desk()
    desk.ask("late")
    end(desk.newest)
    desk.go.set()
    await asyncio.sleep(0.05)
    assert desk.answers.empty()
    desk.newest.close()


def test_an_answer_that_outlives_the_loop_is_dropped_in_silence(
    caplog: pytest.LogCaptureFixture,
) -> None:
    go, newest, before = Event(), Newest[bool](lambda _: None), set(threads())

    async def ask() -> None:
        newest.soon(lambda: go.wait(WAIT))

    asyncio.run(ask())
    go.set()
    newest.close()
    for thread in set(threads()) - before:
        thread.join(WAIT)
    assert caplog.records == []


async def test_whoever_waits_long_is_told_and_told_when_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newest, "PATIENCE", 0.01)
    told = asyncio.Queue[bool]()
    answers = asyncio.Queue[str]()
    go = Event()
    asked = Newest[str](answers.put_nowait, told.put_nowait)

    def answer() -> str:
        assert go.wait(WAIT)
        return "found"

    asked.soon(answer)
    assert await asyncio.wait_for(told.get(), WAIT)
    asked.soon(answer)
    assert told.empty()  # one still waits
    go.set()
    assert not await asyncio.wait_for(told.get(), WAIT)
    assert await asyncio.wait_for(answers.get(), WAIT) == "found"
    asked.soon(lambda: "at once")
    assert await asyncio.wait_for(answers.get(), WAIT) == "at once"
    asked.close()


async def test_what_is_forgotten_is_waited_for_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newest, "PATIENCE", 0.01)
    told = asyncio.Queue[bool]()
    go = Event()
    asked = Newest[bool](told.put_nowait, told.put_nowait)
    asked.soon(lambda: go.wait(WAIT))
    assert await asyncio.wait_for(told.get(), WAIT)
    asked.forget()
    assert not await asyncio.wait_for(told.get(), WAIT)
    asked.soon(lambda: go.wait(WAIT))
    asked.close()
    go.set()
    assert told.empty()


async def test_a_first_part_is_shown_before_the_whole_and_ends_the_waiting() -> None:
    desk = Desk()

    def answer() -> str:
        show_meanwhile("first")
        return desk.answer("whole")

    desk.newest.soon(answer)
    assert desk.newest.is_waited_for
    assert await desk.told() == ("first", "nowhere")
    assert (desk.newest.is_waited_for, desk.newest.is_whole) == (False, False)
    desk.go.set()
    assert await desk.told() == ("whole", "nowhere")
    assert desk.newest.is_whole
    desk.newest.close()


async def test_a_first_part_that_was_overtaken_is_not_shown() -> None:
    desk, begun = Desk(), Event()

    def answer() -> str:
        begun.set()
        assert desk.go.wait(WAIT)
        show_meanwhile("first")
        return "whole"

    desk.newest.soon(answer)
    assert await asyncio.to_thread(begun.wait, WAIT)
    desk.ask("newest")
    desk.go.set()
    assert await desk.told() == ("newest", "nowhere")
    assert desk.answers.empty()
    desk.newest.close()


def test_nobody_shows_a_first_part_where_nobody_can() -> None:
    assert not has_first_look()
    show_meanwhile("first")
    with overtaken_when(lambda: False, lambda _: None):
        assert has_first_look()
        with first_look(60):
            assert not has_first_look()
            assert not is_overtaken()
        with first_look(0):
            assert is_overtaken()
        assert not is_overtaken()
