"""Lines below or beside a drawing: ties among the neighbours, and a tree of where they lead on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

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
    """A line: spans with their keys, `depth` steps in; one without keys is a heading or a note.

    Its first key opens and closes what belongs to it, unless `opened` is None.
    """

    spans: tuple[Span, ...]
    depth: int = 0
    opened: bool | None = None

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
    """Let up and down lead from line to line, left and right along each, and in and out of it."""
    keyed = [line for line in lines if line.keys]
    moves = dict(chain(_from_line_to_line(keyed), _in_and_out(keyed)))
    for line in keyed:
        for first, second in pairwise(line.keys):
            moves[first, Way.RIGHT] = second
            moves[second, Way.LEFT] = first
    return moves


_Move = tuple[tuple[str, Way], str]


def _from_line_to_line(keyed: Sequence[Further]) -> Iterator[_Move]:
    for above, below in pairwise(line.keys for line in keyed):
        for place, key in enumerate(above):
            yield (key, Way.DOWN), below[min(place, len(below) - 1)]
        for place, key in enumerate(below):
            yield (key, Way.UP), above[min(place, len(above) - 1)]


def _in_and_out(keyed: Sequence[Further]) -> Iterator[_Move]:
    """Let left lead to the line that one belongs to, and right to the first that belongs to it."""
    around: list[Further] = []
    for line in keyed:
        first = bool(around) and around[-1].depth < line.depth
        while around and around[-1].depth >= line.depth:
            around.pop()
        if around:
            yield (line.keys[0], Way.LEFT), around[-1].keys[0]
        if first:
            yield (around[-1].keys[-1], Way.RIGHT), line.keys[0]
        around.append(line)


def folds_within(lines: Sequence[Further]) -> Moves:
    """Let left close an open line, and right, from its last key, open a closed one."""
    folds: Moves = {}
    for line in lines:
        if line.keys and line.opened is not None:
            first, last = line.keys[0], line.keys[-1]
            folds[(first, Way.LEFT) if line.opened else (last, Way.RIGHT)] = first
    return folds
