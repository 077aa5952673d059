"""Lines below or beside a drawing: ties among the neighbours, and a tree of where they lead on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import visible
from ..widgets.lines import Span
from ..widgets.picture import Way
from .grid import Grid, Pen, Point

Moves = dict[tuple[str, Way], str]
TREE = 36
"""Cells that the tree has at least where it stands beside the drawing."""


@dataclass(frozen=True, slots=True)
class Further:
    """A line: spans with their keys, `depth` steps in; one without keys is a heading or a note."""

    spans: tuple[Span, ...]
    depth: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that it has, from left to right."""
        return tuple(dict.fromkeys(span.key for span in self.spans if span.key is not None))

    @property
    def width(self) -> int:
        """The cells that it takes."""
        return 2 * self.depth + sum(cell_len(visible(span.text)) for span in self.spans)


def draw_lines(grid: Grid, lines: Sequence[Further], at: Point, width: int) -> int:
    """Draw lines below each other, each cut where the room ends; return the row behind them."""
    for place, line in enumerate(lines):
        _draw_line(grid, line, Point(at.row + place, at.cell), width)
    return at.row + len(lines)


def _draw_line(grid: Grid, line: Further, at: Point, width: int) -> None:
    cell = at.cell + 2 * line.depth
    end = at.cell + width
    for place, span in enumerate(line.spans):
        # A key must be seen whatever room there is: what stands before others leaves them a sign.
        reserved = len(
            [each for each in line.spans[place + 1 :] if each.key not in {None, span.key}]
        )
        room = end - cell - 2 * reserved
        if room <= 0:
            return
        cell += grid.write(Point(at.row, cell), span.text, Pen(span.tone, span.key), room)


def moves_within(lines: Sequence[Further]) -> Moves:
    """Let up and down lead from line to line, and left and right along each."""
    moves: Moves = {}
    keyed = [line.keys for line in lines if line.keys]
    for above, below in pairwise(keyed):
        for place, key in enumerate(above):
            moves[key, Way.DOWN] = below[min(place, len(below) - 1)]
        for place, key in enumerate(below):
            moves[key, Way.UP] = above[min(place, len(above) - 1)]
    for keys in keyed:
        for first, second in pairwise(keys):
            moves[first, Way.RIGHT] = second
            moves[second, Way.LEFT] = first
    return moves
