"""A line of the screen as cells, and where two states of it differ."""

from __future__ import annotations

from collections.abc import Sequence

from .cells import RIGHT_HALF, is_doubtful
from .pens import PLAIN, Pen

BLANK = " "


class Line:  # noqa: PLW1641 - it changes, and so has no hash
    """What each cell of a line shows, and with which pen."""

    __slots__ = ("pens", "shown")

    def __init__(self, shown: list[str], pens: list[Pen]) -> None:
        self.shown = shown
        self.pens = pens

    def __eq__(self, other: object) -> bool:
        """Say whether both show the same."""
        return isinstance(other, Line) and self.shown == other.shown and self.pens == other.pens

    @classmethod
    def blank(cls, width: int) -> Line:
        """Make a line as a wiped screen has it."""
        return cls([BLANK] * width, [PLAIN.for_blanks] * width)

    def copy(self) -> Line:
        """Return the same line, which may change apart from this one."""
        return Line(self.shown.copy(), self.pens.copy())

    def put(self, x: int, cells: Sequence[str], pen: Pen, for_blanks: Pen) -> int:
        """Draw cells from a column on, as far as the line goes; return the column behind them."""
        end = min(x + len(cells), len(self.shown))
        if x < 0 or x >= end:
            return x + len(cells)
        self._part(x)
        self._part(end)
        cells = cells[: end - x]
        self.shown[x:end] = cells
        self.pens[x:end] = [for_blanks if cell == BLANK else pen for cell in cells]
        return end

    def _part(self, x: int) -> None:
        """Leave no half of a wide character where a cut goes through it."""
        if x >= len(self.shown) or self.shown[x] != RIGHT_HALF:
            return
        start = x - 1
        while self.shown[start] == RIGHT_HALF:
            start -= 1
        while x < len(self.shown) and self.shown[x] == RIGHT_HALF:
            x += 1
        self.shown[start:x] = [BLANK] * (x - start)

    def differing(self, other: Line) -> list[int]:
        """Return the columns at which another state of this line shows something else.

        A line with cells of doubtful width counts as a whole: what stands beside such a cell on a
        terminal is not known.
        """
        if self.shown == other.shown and self.pens == other.pens:
            return []
        if self._is_doubtful or other._is_doubtful:
            return list(range(len(self.shown)))
        pairs = zip(self.shown, other.shown, self.pens, other.pens, strict=True)
        columns = [
            x for x, (now, then, pen, old) in enumerate(pairs) if now != then or pen is not old
        ]
        return self._whole_characters(columns) if RIGHT_HALF in self.shown else columns

    def _whole_characters(self, columns: list[int]) -> list[int]:
        """Add the other half of each wide character of which one half is among the columns."""
        whole = set(columns)
        for x in columns:
            if self.shown[x] == RIGHT_HALF:
                whole.add(x - 1)
            elif x + 1 < len(self.shown) and self.shown[x + 1] == RIGHT_HALF:
                whole.add(x + 1)
        return sorted(whole)

    @property
    def _is_doubtful(self) -> bool:
        return not "".join(self.shown).isascii() and any(map(is_doubtful, self.shown))
