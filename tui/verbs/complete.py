"""`complete LINE`: what may stand where a command line ends, for the completions of shells.

Nobody waits for it: what takes longer than a moment, or cannot be read, is not offered.
"""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.text import clean

from ..completion.line import typed
from ..completion.offers import FILES, offers_at
from ..completion.place import place_of

SECONDS = 1.5
"""How long one waits; a set that was never opened has to be compiled first."""

_LONGEST = 100  # characters of what is told of a word


class _TooLateError(BaseException):
    """The time is up; no handler of errors on the way may keep it."""


def run(line: str) -> str:
    """Return a line for each word: the word, a tab, and what it means.

    `:files` stands for the names of files, with what of the word stays in front of them.
    """
    lines: list[str] = []
    with suppress(ScaleExplorerError, OSError, _TooLateError), _in_time(SECONDS):
        lines.extend(_lines(line))
    return "\n".join(lines)


def _lines(line: str) -> Iterator[str]:
    read = typed(line)
    if read is None:
        return
    place = place_of(read)
    if place.value in FILES:
        yield f":files\t{place.lead}"
    for word, meaning in offers_at(place):
        yield f"{word}\t{clean(meaning)[:_LONGEST]}"


@contextmanager
def _in_time(seconds: float) -> Generator[None]:
    """Raise _TooLateError inside when the time is up."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TooLateError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
