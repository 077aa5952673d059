"""Lines of several nets in a grid: those of one net join, and those of two cross visibly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..widgets.rows import Tone
from .grid import Grid, Pen, Point

_Stretch = tuple[int, int]


class _Run(NamedTuple):
    """Where stretches lie: in a column if `upright`, else in a row; of which net, and how."""

    at: int
    net: Hashable
    dashed: bool
    upright: bool


class Lines:
    """Draws lines, each stretch once; where two nets cross, the level line is parted.

    So a crossing is never taken for a branch.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._runs: defaultdict[_Run, list[_Stretch]] = defaultdict(list)

    def draw(self, points: Sequence[Point], net: Hashable, *, dashed: bool) -> None:
        """Take a line of a net through points, each straight across or below the one before."""
        for start, end in pairwise(points):
            if start.cell == end.cell and start.row != end.row:
                run = _Run(start.cell, net, dashed, upright=True)
                self._runs[run].append(_sorted(start.row, end.row))
            elif start != end:
                run = _Run(start.row, net, dashed, upright=False)
                self._runs[run].append(_sorted(start.cell, end.cell))

    def finish(self) -> None:
        """Draw all lines that were taken."""
        drawn = [(run, stretch) for run, all_ in self._runs.items() for stretch in _merged(all_)]
        for run, (low, high) in drawn:
            self.grid.line((_point(run, low), _point(run, high)), Pen(Tone.DIM, None, run.dashed))
        for at, is_solid in _crossings(drawn):
            self.grid.write(at, "│" if is_solid else "┊", Pen(Tone.DIM))


def _sorted(one: int, other: int) -> _Stretch:
    return (one, other) if one < other else (other, one)


def _point(run: _Run, along: int) -> Point:
    return Point(along, run.at) if run.upright else Point(run.at, along)


def _merged(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Yield stretches, with those that meet as one."""
    low, high = None, 0
    for start, end in sorted(stretches):
        if low is not None and start <= high:
            high = max(high, end)
            continue
        if low is not None:
            yield low, high
        low, high = start, end
    if low is not None:
        yield low, high


def _crossings(drawn: Sequence[tuple[_Run, _Stretch]]) -> Iterator[tuple[Point, bool]]:
    """Yield the cells where lines of two nets cross, and whether the upright one is solid there."""
    level: dict[int, list[tuple[Hashable, _Stretch]]] = defaultdict(list)
    for run, stretch in drawn:
        if not run.upright:
            level[run.at].append((run.net, stretch))
    # Solid ones come last, so that they have the last word where both run along one column.
    for run, (top, bottom) in sorted(drawn, key=lambda one: not one[0].dashed):
        if run.upright:
            for row in range(top, bottom + 1):
                if any(net != run.net and low <= run.at <= high for net, (low, high) in level[row]):
                    yield Point(row, run.at), not run.dashed
