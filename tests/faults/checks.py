"""The checks that a plain Textual app fails; each says so by an assertion."""

from __future__ import annotations

import signal
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ..terminal import Terminal
from .subject import LIMIT, Subject, assert_restored, offspring, send


def leaves_on(number: int, subject: Subject, environment: Mapping[str, str]) -> None:
    """A signal ends it in good order, with the status that a shell expects."""
    with subject.start(environment) as terminal:
        send(terminal, number)
        assert terminal.wait_for_exit(LIMIT) == 128 + number
        assert_restored(terminal)


def leaves_when_hung_up(subject: Subject, environment: Mapping[str, str]) -> None:
    """A terminal that has gone ends it also where SIGHUP is ignored, as under nohup."""
    ignoring = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
    with subject.start(environment, under=ignoring) as terminal:
        terminal.hang_up()
        terminal.wait_until(terminal.has_ended, "the end", LIMIT)
        assert terminal.status == 128 + signal.SIGHUP


def works_unread(
    subject: Subject, environment: Mapping[str, str], folder: Path, seconds: float
) -> Terminal:
    """While nobody reads what it draws, it goes on working; return it, still unread."""
    terminal = subject.start(environment)
    try:
        _fill(terminal, subject, seconds)
        before = subject.stamp(folder)
        terminal.press("down")
        terminal.wait_unread(
            lambda: subject.stamp(folder) != before, "work while stalled", seconds + 10
        )
    except BaseException:
        terminal.__exit__(None, None, None)
        raise
    return terminal


def _fill(terminal: Terminal, subject: Subject, seconds: float) -> None:
    """Have it draw more than the terminal holds, for some seconds."""
    keys = ["down"] if subject.changes == "counted" else ["+", "down"]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.press(*keys)
        time.sleep(0.25)  # not to wait for anything: a person goes on typing


def _drew_more(terminal: Terminal, than: int) -> bool:
    return len(terminal.output) > than


def tells_a_crash_in_a_line(subject: Subject, environment: Mapping[str, str]) -> str:
    """A fault is one line, without what variables hold, and the status is 1."""
    with subject.start(environment) as terminal:
        terminal.press("w")
        assert terminal.wait_for_exit(20) == 1
        assert_restored(terminal)
        told = terminal.output.rpartition(b"\x1b[?1004l")[2].decode()
        assert "password-1234" not in told
        assert told.count("\n") == 1
        return told


def draws_within_bounds(subject: Subject, environment: Mapping[str, str]) -> None:
    """Whatever size a client tells, it is drawn on in bounds, and left at once."""
    told = {**environment, "COLUMNS": "9999", "LINES": "999"}
    with subject.start(told) as terminal:
        wide = max(len(line) for line in terminal.text.splitlines())
        assert wide <= 120
        for columns, rows in ((1, 1), (0, 0), (65_535, 65_535)):
            terminal.resize(columns, rows)
            shown = len(terminal.output)
            terminal.wait_until(partial(_drew_more, terminal, shown), "a redraw")
        assert offspring(terminal)[0].memory_info().rss < 200 * 1024 * 1024
        terminal.press("q")
        assert terminal.wait_for_exit(LIMIT) == 0
        assert_restored(terminal)
