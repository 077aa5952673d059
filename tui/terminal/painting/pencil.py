"""Draws on a terminal with as few bytes as it can, knowing where it stands and what is in hand."""

from __future__ import annotations

from collections.abc import Sequence

from .cells import is_doubtful
from .pens import PLAIN, Pen, step

_WIDEST_GAP = 4
"""Cells that cost less to draw again than to jump over: `CSI n C` has four bytes."""


class Pencil:
    """Collects the sequences that change a screen of a width; `cursor` is None when unknown."""

    def __init__(self, width: int, pen: Pen = PLAIN, cursor: tuple[int, int] | None = None) -> None:
        self._width = width
        self.pen = pen
        self.cursor = cursor
        self._parts: list[str] = []

    @property
    def sequences(self) -> str:
        """All that was drawn."""
        return "".join(self._parts)

    def clear(self) -> None:
        """Wipe the screen with the terminal's own colours."""
        self._parts.append("\x1b[m\x1b[2J")
        self.pen = PLAIN

    def move_to(self, x: int, y: int) -> None:
        """Go to a cell (CUP, or CUF along a line; ECMA-48 8.3.21 and 8.3.20)."""
        if self.cursor == (x, y):
            return
        if self.cursor is not None and self.cursor[1] == y and self.cursor[0] < x:
            ahead = x - self.cursor[0]
            self._parts.append(f"\x1b[{ahead}C" if ahead > 1 else "\x1b[C")
        else:
            self._parts.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        self.cursor = x, y

    def draw(
        self, y: int, columns: Sequence[int], shown: Sequence[str], pens: Sequence[Pen]
    ) -> None:
        """Draw the cells of a line that stand in `columns`, in rising order."""
        place = 0
        while place < len(columns):
            stretch = _stretch(columns, place, shown, pens)
            place += len(stretch)
            self._bridge(stretch.start, y, shown, pens)
            self._put(stretch, y, shown, pens[stretch.start])

    def _bridge(self, x: int, y: int, shown: Sequence[str], pens: Sequence[Pen]) -> None:
        """Get to a cell: by drawing the few before it again where that takes fewer bytes."""
        if self.cursor is not None and self.cursor[1] == y and 0 < x - self.cursor[0] < _WIDEST_GAP:
            gap = range(self.cursor[0], x)
            if all(_is_plain(shown[each]) and not step(self.pen, pens[each])[0] for each in gap):
                self._parts.extend(shown[each] for each in gap)
                self.cursor = x, y
        self.move_to(x, y)

    def _put(self, stretch: range, y: int, shown: Sequence[str], pen: Pen) -> None:
        sequence, self.pen = step(self.pen, pen)
        if sequence:
            self._parts.append(sequence)
        text = "".join(shown[stretch.start : stretch.stop])
        end = stretch.stop
        doubtful = is_doubtful(text) if _is_one_cell(shown, stretch) else False
        if doubtful:  # what a terminal draws narrower must not leave what stood beside it
            self._parts.append(" " * len(stretch))
            self.cursor = None
            self.move_to(stretch.start, y)
        self._parts.append(text)
        # A terminal that does not wrap stays in its last column.
        self.cursor = None if doubtful or end >= self._width else (end, y)


def _is_one_cell(shown: Sequence[str], stretch: range) -> bool:
    """Say whether a stretch holds one sign, with its right half where it has one."""
    return len(stretch) == 1 or not any(shown[stretch.start + 1 : stretch.stop])


def _stretch(
    columns: Sequence[int], place: int, shown: Sequence[str], pens: Sequence[Pen]
) -> range:
    """Return the cells from a place on that one stroke draws: side by side, with one pen.

    A sign of doubtful width is drawn by itself, with the right half that is kept for it.
    """
    start = end = columns[place]
    pen, blank = pens[start], pens[start].for_blanks
    alone = is_doubtful(shown[start])
    while place < len(columns) and columns[place] == end:
        cell, its = shown[end], pens[end]
        if (its is not pen and its is not blank) or (
            end > start and cell and (alone or is_doubtful(cell))
        ):
            break
        place += 1
        end += 1
    return range(start, end)


def _is_plain(cell: str) -> bool:
    return len(cell) == 1 and cell.isascii()
