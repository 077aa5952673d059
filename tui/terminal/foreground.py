"""Running another program on the terminal that the app has stepped back from."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress

_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""Signals that keys send to all that runs on the terminal: they are meant for the program."""
_AS_USUAL = (*_KEYS, signal.SIGPIPE, signal.SIGXFSZ)
"""Signals that the app or Python may ignore, which would be handed down to the program."""

_AT_REST = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?1049l"
    "\x1b[!p\x1b[?1l\x1b>\x1b[?25h\x1b[0m"
)
"""Mouse, focus, paste, second screen, then a soft reset (DECSTR) with keypad and cursor: what a
program that was killed may have left on (xterm control sequences)."""


_running: list[int] = []
"""The process that runs now: one at most, as the terminal has one foreground."""


def end_foreground(number: int) -> None:
    """Pass a signal on to the program that runs; the app then goes on, to end as well."""
    for pid in _running:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def run_in_foreground(command: Sequence[str]) -> str:
    """Run a program until it ends; return what went wrong, or nothing.

    Afterwards the terminal is as it was before, however the program ended. One that stops itself
    (Ctrl+z) stops the app with it, and goes on when that is told to.
    """
    with _terminal_kept(), _keys_left_alone():
        try:
            # The user's own editor.
            pid = os.posix_spawnp(command[0], list(command), os.environ, setsigdef=_AS_USUAL)
        except (OSError, ValueError) as error:
            return f"{command[0]} cannot be started: {error}."
        _running.append(pid)
        try:
            status = _status(pid)
        finally:
            _running.clear()
    if status < 0:
        _leave_at_rest()
        return f"{command[0]} was ended by {signal.Signals(-status).name}."
    return f"{command[0]} ended with status {status}." if status else ""


def _leave_at_rest() -> None:
    if sys.__stdout__ is not None:
        with suppress(OSError, ValueError):
            sys.__stdout__.write(_AT_REST)
            sys.__stdout__.flush()


def _status(pid: int) -> int:
    """Wait for the end of a program; below zero is the signal that ended it."""
    while True:
        _, told = os.waitpid(pid, os.WUNTRACED)
        if not os.WIFSTOPPED(told):
            return os.waitstatus_to_exitcode(told)
        os.killpg(os.getpgrp(), signal.SIGSTOP)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


@contextmanager
def _terminal_kept() -> Generator[None]:
    """Put the terminal's line settings back as they were."""
    try:
        before = termios.tcgetattr(0)
    except termios.error:
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)  # waits for no stalled terminal


@contextmanager
def _keys_left_alone() -> Generator[None]:
    """Let no key end the app meanwhile; the program has these signals as usual.

    They are ignored, and not only handled by doing nothing: a handler leaves word of them for the
    thread that hears of signals (see `leaving`), which may come to it when the program has ended.
    """
    before = {key: signal.signal(key, signal.SIG_IGN) for key in _KEYS}
    try:
        yield
    finally:
        for key, handler in before.items():
            signal.signal(key, handler)
