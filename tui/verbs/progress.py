"""One line on standard error that says how far long work is, for whoever sits at a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TextIO

from scale_explorer.data.finding import Finding
from scale_explorer.data.watch import Phase, Progress

from ..progress_words import found_so_far, how_far

PATIENCE = 0.5
"""Seconds after which work is worth a line."""
PACE = 0.25
"""Seconds between two states of the line."""
_ECHO = "^C"
"""What a terminal itself writes behind the line when the work is interrupted."""


@contextmanager
def progress(stream: TextIO | None = None) -> Generator[ProgressLine]:
    """Show how the work goes while it goes, if a person can see it; nothing of it is left."""
    stream = stream or sys.stderr
    line = ProgressLine(stream if stream is not None and stream.isatty() else None)
    try:
        yield line
    finally:
        line.erase()


class ProgressLine:
    """A watch that writes over one line of a terminal, in plain ASCII and without any escape.

    Without a terminal it keeps quiet.
    """

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._due = clock() + PATIENCE
        self._findings = 0
        self._drawn = 0
        self._phase: Phase | None = None
        self._begun = clock()

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Show how far it is, unless the line is young."""
        if self._stream is None:
            return
        now = self._clock()
        if phase is not self._phase:
            self._phase, self._begun = phase, now
        if now < self._due:
            return
        self._due = now + PACE
        so_far = Progress(phase, done, total)
        told = how_far(so_far, now - self._begun), found_so_far(self._findings)
        self._draw(", ".join(filter(None, told)))

    def found(self, finding: Finding) -> None:
        """Count it; what it says stands in the answer."""
        del finding
        self._findings += 1

    def erase(self) -> None:
        """Leave the line empty, with the cursor at its beginning."""
        if self._drawn:
            self._write("\r" + " " * (self._drawn + len(_ECHO)) + "\r")
            self._drawn = 0

    def _draw(self, words: str) -> None:
        # A line that filled the last column would break, and could not be written over.
        shown = words[: shutil.get_terminal_size().columns - 1 - len(_ECHO)]
        line = "\r" + shown.ljust(self._drawn)
        self._drawn = len(line)  # first: whoever interrupts the writing finds it erased too
        self._write(line)
        self._drawn = len(shown)

    def _write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError):  # whoever closes standard error wants no news of it
                self._stream.write(text)
                self._stream.flush()
