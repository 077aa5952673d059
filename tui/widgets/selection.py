"""A stretch of text on a screen, from a cell on one line to a cell on the same or another."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import split_graphemes

from scale_explorer.models.frozen import dataclass


class Spot(NamedTuple):
    """A cell of a line."""

    line: int
    cell: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between two spots, both included; lines between them are taken whole."""

    anchor: Spot
    head: Spot

    @property
    def first(self) -> Spot:
        """The spot that comes first in reading order."""
        return min(self.anchor, self.head)

    @property
    def last(self) -> Spot:
        """The spot that comes last."""
        return max(self.anchor, self.head)

    def cells_on(self, line: int, start: int, end: int) -> tuple[int, int]:
        """Return which of the cells from start to end are selected on a line."""
        if not self.first.line <= line <= self.last.line:
            return start, start
        left = max(start, self.first.cell) if line == self.first.line else start
        right = min(end, self.last.cell + 1) if line == self.last.line else end
        return min(left, end), max(min(left, end), right)


def under(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the code points of a text that stand in its cells from start to end.

    A character that is partly in them is taken whole.
    """
    begin, stop, after = len(text), 0, 0
    for first, last, cells in split_graphemes(text)[0]:
        before, after = after, after + cells
        if after > start:
            begin = min(begin, first)
        if before < end:
            stop = last
    return begin, max(begin, stop)
