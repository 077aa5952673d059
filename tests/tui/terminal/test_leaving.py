from __future__ import annotations

import os
import signal
from collections.abc import Callable
from threading import Event
from typing import Any

from scale_explorer.tui.terminal.leaving import HARMLESS, LEAVE_ON, Leaving, Steps

SOON = 10.0


class Told:
    """Takes the steps down."""

    def __init__(self, *, hears: bool = True) -> None:
        self.hears = hears
        self.done: list[object] = []
        self.asked, self.ended = Event(), Event()

    def steps(self, remember: Callable[[], Any] | None = None) -> Steps:
        return Steps(self.ask, remember or self.note("remember"), self.note("rescue"), self.end)

    def note(self, what: str) -> Callable[[], None]:
        return lambda: self.done.append(what)

    def ask(self, number: int) -> bool:
        self.done.append(number)
        self.asked.set()
        return self.hears

    def end(self, status: int) -> None:
        self.done.append(status)
        self.ended.set()


def handlers() -> list[object]:
    return [signal.getsignal(number) for number in (*LEAVE_ON, *HARMLESS)]


def test_nothing_is_left_changed_when_nothing_happened() -> None:
    before = handlers()
    with Leaving(Told().steps()) as leaving:
        assert handlers() != before
        os.kill(os.getpid(), signal.SIGUSR1)
    assert handlers() == before
    assert leaving.status is None


def restored(leaving: Leaving) -> None:
    """Undo for the next test what a process that ends keeps."""
    leaving.number = None
    leaving.__exit__()


def test_what_a_signal_asks_for_is_done_and_forced_when_it_takes_too_long() -> None:
    told = Told()
    with Leaving(told.steps(), patience=0.3) as leaving:
        os.kill(os.getpid(), signal.SIGTERM)
        assert leaving.is_under_way
        assert told.ended.wait(SOON)
        assert leaving.status == 143
    assert told.done == [signal.SIGTERM, "remember", "rescue", 143]
    restored(leaving)


def test_a_loop_that_is_not_there_yet_is_asked_again() -> None:
    told = Told(hears=False)
    with Leaving(told.steps(), patience=0.35) as leaving:
        os.kill(os.getpid(), signal.SIGINT)
        assert told.ended.wait(SOON)
    assert told.done.count(signal.SIGINT) > 1
    restored(leaving)


def test_a_second_signal_forces_it_at_once_but_not_a_second_hang_up() -> None:
    told = Told()
    with Leaving(told.steps(), patience=600) as leaving:
        leaving.lost()
        leaving.lost()
        os.kill(os.getpid(), signal.SIGHUP)
        assert told.asked.wait(SOON)
        assert not told.ended.wait(0.2)
        os.kill(os.getpid(), signal.SIGTERM)
        assert told.ended.wait(SOON)
    assert told.done == [signal.SIGHUP, "remember", "rescue", 129]
    restored(leaving)


def test_what_cannot_be_kept_in_a_moment_does_not_hold_it_up() -> None:
    told = Told()
    stuck = Event()
    with Leaving(told.steps(stuck.wait), patience=0.1) as leaving:
        leaving.lost()
        assert told.ended.wait(SOON)
    stuck.set()
    restored(leaving)


def test_a_signal_that_was_left_to_another_program_is_none() -> None:
    told = Told()
    with Leaving(told.steps()) as leaving:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.kill(os.getpid(), signal.SIGINT)
        assert not told.asked.wait(0.2)
        signal.signal(signal.SIGINT, before)
        assert leaving.number is None
