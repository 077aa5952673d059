"""Keys that are typed before the app is up: kept for it, and not echoed onto the terminal.

The terminal is quiet from the moment on at which it is clear that the app will start, which is long
before its screen is there. Whoever takes it over gives back what it was before that. Where nobody
comes to that, it is given back here: after a fault, an interruption, or a signal that ends the
program on the spot. All of it is undone by one call, so that it can be made from anywhere.
"""

from __future__ import annotations

import os
import signal
import termios
from collections.abc import Generator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NamedTuple

from . import modes
from .job import in_foreground

_FATAL = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT)
"""What ends a program at once as long as nobody listens; Python makes SIGINT an exception."""


class _Held(NamedTuple):
    descriptor: int
    before: modes.LineSettings


_held: list[_Held] = []
"""The terminal that is quiet, if one is; here, for the driver is made by Textual."""


@contextmanager
def quiet(descriptor: int) -> Generator[None]:
    """Keep the terminal of a descriptor quiet inside, until somebody takes it over.

    A job in the background leaves it as it is: it is another one's then.
    """
    ends = [number for number in _FATAL if signal.getsignal(number) == signal.SIG_DFL]
    for number in ends:
        signal.signal(number, _end)
    try:
        _take(descriptor)
        yield
    finally:
        give_back()
        for number in ends:
            if signal.getsignal(number) == _end:  # one who leaves because of a signal still listens
                signal.signal(number, signal.SIG_DFL)


def taken_over(settings: modes.LineSettings) -> modes.LineSettings:
    """Return the line settings to go back to, for who takes the terminal over as it is now."""
    return _held.pop().before if _held else settings


def give_back() -> None:
    """Make the terminal what it was, unless it was taken over; from any thread."""
    with suppress(IndexError):
        descriptor, before = _held.pop()
        with suppress(termios.error):
            if in_foreground(descriptor):
                modes.set_line(descriptor, before)


def _take(descriptor: int) -> None:
    with suppress(termios.error, OSError, ValueError):
        if in_foreground(descriptor):
            before = modes.line_settings(descriptor)
            _held.append(_Held(descriptor, before))  # first, as a signal may come in between
            never = bytes([os.fpathconf(descriptor, "PC_VDISABLE")])
            modes.set_line(descriptor, modes.quiet(before, never))


def _end(number: int, frame: FrameType | None) -> None:
    """Give the terminal back, and end as without this handler."""
    del frame
    give_back()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
