"""A program in the foreground: what keys send to it is its own, and none of it reaches the app."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator

import pytest

from scale_explorer.tui.terminal.foreground import run_in_foreground

KEYS = (signal.SIGINT, signal.SIGQUIT)


@pytest.fixture
def heard() -> Iterator[int]:
    """Return where numbers of signals arrive, as they do for the thread that hears of them."""
    hears, rings = os.pipe()
    os.set_blocking(rings, False)
    wakeup = signal.set_wakeup_fd(rings)
    before = {key: signal.signal(key, lambda _number, _frame: None) for key in KEYS}
    yield hears
    for key, handler in before.items():
        signal.signal(key, handler)
    signal.set_wakeup_fd(wakeup)
    os.close(hears)
    os.close(rings)


def shell(line: str) -> list[str]:
    return ["sh", "-c", line]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_was_meant_for_it_is_not_heard_afterwards(key: int, heard: int) -> None:
    """The thread may look only when the program has ended: then nothing may lie there."""
    assert run_in_foreground(shell(f"kill -{key} $PPID")) == ""
    assert select.select([heard], [], [], 0)[0] == []
    os.kill(os.getpid(), key)
    assert os.read(heard, 8) == bytes([key])


@pytest.mark.parametrize("key", KEYS)
def test_it_has_its_keys_as_usual_whatever_the_app_ignores(key: int) -> None:
    told = run_in_foreground(shell(f"kill -{key} $$; exit 5"))
    assert told == f"sh was ended by {signal.Signals(key).name}."


def test_so_it_has_pipes_which_python_ignores() -> None:
    assert run_in_foreground(shell("kill -PIPE $$; exit 5")) == "sh was ended by SIGPIPE."


def test_its_status_is_told_and_that_it_cannot_be_started() -> None:
    assert run_in_foreground(shell("exit 0")) == ""
    assert run_in_foreground(shell("exit 7")) == "sh ended with status 7."
    assert run_in_foreground(["/no/such/editor"]).startswith("/no/such/editor cannot be started: ")
    assert run_in_foreground(["a\0b"]).startswith("a\0b cannot be started: ")
