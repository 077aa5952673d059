"""Lines of several nets in a grid: those of one net join, and those of two cross visibly."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from ..widgets.rows import Tone
from .grid import Grid, Pen, Point


class Lines:
    """Draws lines; where two nets cross, the upright line goes on and the level one is parted.

    So a crossing is never taken for a branch.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._upright: dict[Point, tuple[Hashable, bool]] = {}
        self._level: dict[Point, set[Hashable]] = {}

    def draw(self, points: Sequence[Point], net: Hashable, pen: Pen) -> None:
        """Draw a line of a net through points, as the grid does."""
        path = [point for number, point in enumerate(points) if point != points[number - 1]]
        self.grid.line(path, pen)
        for start, end in pairwise(path):
            for at in _cells(start, end):
                if start.cell == end.cell:
                    _, solid = self._upright.get(at, (net, False))
                    self._upright[at] = net, solid or not pen.dashed
                else:
                    self._level.setdefault(at, set()).add(net)

    def part(self) -> None:
        """Part the level lines where lines of other nets cross them; called when all are drawn."""
        for at, (net, solid) in self._upright.items():
            if self._level.get(at, set()) - {net}:
                self.grid.write(at, "│" if solid else "┊", Pen(Tone.DIM))


def _cells(start: Point, end: Point) -> Iterator[Point]:
    rows = range(min(start.row, end.row), max(start.row, end.row) + 1)
    cells = range(min(start.cell, end.cell), max(start.cell, end.cell) + 1)
    return (Point(row, cell) for row in rows for cell in cells)
