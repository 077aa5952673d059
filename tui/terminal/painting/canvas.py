"""The screen twice: as it should be, and as the terminal has it; what differs is due.

Programs that draw on terminals have worked like this since curses (Arnold, "Screen Updating and
Cursor Movement Optimization", 1981). What should be shown may change any number of times before the
terminal takes more: only the newest state is ever drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from rich.color import ColorSystem
from rich.segment import Segment

from .cells import cells_of
from .lines import Line
from .pencil import Pencil
from .pens import PLAIN, pens_of

_WORTH_SYNCHRONIZING = 512
"""Characters from which on a terminal is asked to show a change in one step."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronized output (a private mode that many terminals have; without it nothing is lost)."""


class Canvas:
    """A screen of `width` by `height` cells; drawn on by one thread and read by another."""

    def __init__(self, width: int = 0, height: int = 0) -> None:
        self._lock = Lock()
        self._wanted: list[Line] = []
        self._on_terminal: list[Line] | None = None
        self._pen = PLAIN
        self._cursor: tuple[int, int] | None = None
        self.caret: tuple[int, int] | None = None
        """The cell where one types, if anywhere: input methods compose there."""
        self.synchronized = False
        """Whether the terminal can show a change in one step."""
        self.resize(width, height)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in cells."""
        return self._width, self._height

    def resize(self, width: int, height: int) -> None:
        """Take another size; what a terminal makes of its screen then is not known."""
        with self._lock:
            self._width, self._height = width, height
            self._wanted = [Line.blank(width) for _ in range(height)]
            self._on_terminal = None

    def forget(self) -> None:
        """Draw all again: somebody else has drawn on the terminal."""
        with self._lock:
            self._on_terminal = None

    def draw(
        self, pieces: Iterable[tuple[int, int, Iterable[Segment]]], colours: ColorSystem | None
    ) -> None:
        """Draw pieces of lines: column, line, and the segments that begin there."""
        with self._lock:
            for x, y, segments in pieces:
                if 0 <= y < self._height:
                    _put(self._wanted[y], x, segments, colours)

    @property
    def is_due(self) -> bool:
        """Whether the terminal shows something else than it should."""
        with self._lock:
            return self._on_terminal is None or self._on_terminal != self._wanted

    def changes(self) -> str:
        """Return what brings the terminal up to date, and take it for sent."""
        with self._lock:
            pencil = Pencil(self._width, self._pen, self._cursor)
            self._draw_changes(pencil, self._before(pencil))
            # Of a text that is scrolled it may stand outside, until that is scrolled back.
            if pencil.sequences and self.caret and self._holds(*self.caret):
                pencil.move_to(*self.caret)
            self._pen, self._cursor = pencil.pen, pencil.cursor
        sequences = pencil.sequences
        if self.synchronized and len(sequences) >= _WORTH_SYNCHRONIZING:
            return f"{_BEGIN}{sequences}{_END}"
        return sequences

    def _holds(self, x: int, y: int) -> bool:
        return 0 <= x < self._width and 0 <= y < self._height

    def _before(self, pencil: Pencil) -> list[Line]:
        """Return what the terminal has; where that is unknown, wipe it."""
        if self._on_terminal is None:
            pencil.clear()
            self._on_terminal = [Line.blank(self._width) for _ in range(self._height)]
        return self._on_terminal

    def _draw_changes(self, pencil: Pencil, before: list[Line]) -> None:
        for y, line in enumerate(self._wanted):
            if columns := line.differing(before[y]):
                pencil.draw(y, columns, line.shown, line.pens)
                before[y] = line.copy()


def _put(line: Line, x: int, segments: Iterable[Segment], colours: ColorSystem | None) -> None:
    for text, style, control in segments:
        if not control:
            x = line.put(x, cells_of(text), *pens_of(style, colours))
