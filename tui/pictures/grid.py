"""A grid of cells to draw into: texts, boxes and lines with right angles, which become a picture.

It grows to whatever is drawn. Lines that meet are joined by the sign that has all their arms, such
as ├ or ┼; texts and arrow heads lie over lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import clip, visible
from ..widgets.lines import Span
from ..widgets.picture import NO_MOVES, Area, Moves, Picture, Way
from ..widgets.rows import Tone


class Point(NamedTuple):
    """A cell, counted from the upper left one, which is at 0, 0."""

    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class Pen:
    """How something is drawn: its tone, the key it belongs to, and whether its lines are dashed."""

    tone: Tone = Tone.PLAIN
    key: str | None = None
    dashed: bool = False

    @property
    def ink(self) -> tuple[Tone, str | None]:
        """What a character that it writes has beside its text."""
        return self.tone, self.key


PLAIN = Pen()


class _Ink(NamedTuple):
    """What stands in a cell; the second cell of a wide character holds no text of its own."""

    text: str
    tone: Tone
    key: str | None
    cells: int = 1


class _Joint(NamedTuple):
    """Arms of the lines through a cell, as bits: all of them, and those that are not dashed."""

    arms: int
    solid: int
    tone: Tone
    key: str | None


_ARMS = {Way.UP: 1, Way.RIGHT: 2, Way.DOWN: 4, Way.LEFT: 8}
_SIGNS = " │─╰││╭├─╯─┴╮┤┬┼"
"""The sign of every sum of arms; one arm alone is drawn through the whole cell."""
_DASHED = {"─": "┄", "│": "┊"}
_HEADS = {Way.UP: "▲", Way.RIGHT: "►", Way.DOWN: "▼", Way.LEFT: "◄"}
_LONE = "\ufffd"
_BACK = {Way.UP: Way.DOWN, Way.DOWN: Way.UP, Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT}


class Grid:
    """Cells that are drawn into, in any order, and then handed on as a `Picture`."""

    def __init__(self) -> None:
        self._inks: dict[int, dict[int, _Ink]] = defaultdict(dict)
        self._joints: dict[int, dict[int, _Joint]] = defaultdict(dict)
        self._wide: set[int] = set()

    def write(self, at: Point, text: str, pen: Pen = PLAIN, most: int | None = None) -> int:
        """Write a text in one row, cut with an ellipsis to `most` cells; return how many it took.

        What takes no cell of its own goes with the sign before it; without one, as a mark in front
        of all letters, it is shown as U+FFFD.
        """
        shown = visible(text) if most is None else clip(visible(text), most)
        row, cell = self._inks[at.row], at.cell
        if shown.isascii() and at.row not in self._wide:  # most texts are, and it is much faster
            row |= {cell + place: _Ink(sign, *pen.ink) for place, sign in enumerate(shown)}
            return len(shown)
        for start, end, cells in split_graphemes(shown)[0]:
            if cells:
                self._ink(at.row, cell, _Ink(shown[start:end], *pen.ink, cells))
                cell += cells
            elif cell > at.cell:
                self._attach(self._inks[at.row], cell, shown[start:end])
            else:
                self._ink(at.row, cell, _Ink(_LONE, *pen.ink))
                cell += 1
        return cell - at.cell

    def _ink(self, number: int, cell: int, ink: _Ink) -> None:
        """Put a character down; half of a wide one that stood there becomes a blank."""
        row = self._inks[number]
        for each in range(cell, cell + ink.cells):
            self._clear(row, each)
        row[cell] = ink
        if ink.cells > 1:
            row[cell + 1] = ink._replace(text="", cells=0)
            self._wide.add(number)

    def _clear(self, row: dict[int, _Ink], cell: int) -> None:
        before = row.pop(cell, None)
        if before is None or before.cells == 1:
            return
        other = cell + 1 if before.cells else cell - 1
        row[other] = _Ink(" ", before.tone, before.key)

    def _attach(self, row: dict[int, _Ink], cell: int, mark: str) -> None:
        base = next(at for at in (cell - 1, cell - 2) if row[at].cells)
        row[base] = row[base]._replace(text=row[base].text + mark)

    def line(self, points: Sequence[Point], pen: Pen = PLAIN) -> None:
        """Draw a line through points, each of which lies straight across or below the one before.

        Both ends have an arm towards the line only, so an end on a line or box joins it.
        """
        for start, end in pairwise(points):
            self._stroke(start, end, pen)

    def arrow(self, points: Sequence[Point], pen: Pen = PLAIN) -> None:
        """Draw a line whose last cell is an arrow head that points the way it goes there."""
        self.line(points, pen)
        self.head(points[-1], _way(points[-2], points[-1]), pen)

    def head(self, at: Point, way: Way, pen: Pen = PLAIN) -> None:
        """Draw an arrow head alone."""
        self._ink(at.row, at.cell, _Ink(_HEADS[way], *pen.ink))

    def box(self, area: Area, pen: Pen = PLAIN) -> None:
        """Draw a frame on the outermost cells of an area; what is inside it belongs to the key."""
        top, left, bottom, right = area.top, area.left, area.bottom - 1, area.right - 1
        corners = (Point(top, left), Point(top, right), Point(bottom, right), Point(bottom, left))
        self.line((*corners, corners[0]), pen)
        if pen.key is not None:
            self.fill(Area(top + 1, left + 1, bottom, right), pen)

    def fill(self, area: Area, pen: Pen) -> None:
        """Give the cells of an area to a key, where nothing is written yet."""
        blank = _Ink(" ", *pen.ink)
        blanks = dict.fromkeys(range(area.left, area.right), blank)
        for row in range(area.top, area.bottom):
            self._inks[row] = {**blanks, **self._inks[row]}

    def _stroke(self, start: Point, end: Point, pen: Pen) -> None:
        if start == end:
            return
        way = _way(start, end)
        ahead, back = _ARMS[way], _ARMS[_BACK[way]]
        cells = tuple(_between(start, end))
        for at in cells:
            arms = (ahead if at != end else 0) | (back if at != start else 0)
            self._join(at, arms, pen)

    def _join(self, at: Point, arms: int, pen: Pen) -> None:
        row = self._joints[at.row]
        old = row.get(at.cell)
        was, solid = (old.arms, old.solid) if old else (0, 0)
        own = 0 if pen.dashed else arms
        row[at.cell] = _Joint(was | arms, solid | own, pen.tone, pen.key)

    def is_free(self, area: Area) -> bool:
        """Say whether nothing at all stands in an area."""
        rows = range(area.top, area.bottom)
        cells = range(area.left, area.right)
        drawn = (layer.get(row, {}) for row in rows for layer in (self._inks, self._joints))
        return not any(cell in row for row in drawn for cell in cells)

    @property
    def size(self) -> tuple[int, int]:
        """The rows and cells from the upper left one to the last that is drawn."""
        drawn = [item for layer in (self._inks, self._joints) for item in layer.items() if item[1]]
        rows = max((row for row, _ in drawn), default=-1)
        return rows + 1, max((max(cells) for _, cells in drawn), default=-1) + 1

    def picture(self, moves: Moves = NO_MOVES) -> Picture:
        """Return all that was drawn."""
        drawn = (
            row for layer in (self._inks, self._joints) for row, cells in layer.items() if cells
        )
        height = max(drawn, default=-1) + 1
        return Picture(tuple(tuple(self._spans(row)) for row in range(height)), moves)

    def _spans(self, row: int) -> Iterator[Span]:
        """Yield a row as the fewest spans, with blanks where nothing was drawn."""
        for (tone, key), inks in groupby(self._inked(row), key=lambda ink: (ink.tone, ink.key)):
            yield Span("".join(ink.text for ink in inks), tone, key)

    def _inked(self, row: int) -> Iterator[_Ink]:
        inks, joints = self._inks.get(row, {}), self._joints.get(row, {})
        at = 0
        for cell in sorted(inks.keys() | joints.keys()):
            if cell > at:
                yield _Ink(" " * (cell - at), Tone.PLAIN, None)
            yield inks[cell] if cell in inks else _drawn(joints[cell])
            at = cell + 1


def _drawn(joint: _Joint) -> _Ink:
    sign = _SIGNS[joint.arms]
    return _Ink(sign if joint.solid else _DASHED.get(sign, sign), joint.tone, joint.key)


def _way(start: Point, end: Point) -> Way:
    """Return the way from one point straight to another."""
    assert (start.row == end.row) != (start.cell == end.cell), "lines have right angles"
    if start.row == end.row:
        return Way.RIGHT if start.cell < end.cell else Way.LEFT
    return Way.DOWN if start.row < end.row else Way.UP


def _between(start: Point, end: Point) -> Iterator[Point]:
    """Yield the cells of a straight line, both ends included."""
    down, across = end.row - start.row, end.cell - start.cell
    steps = abs(down) + abs(across)
    for step in range(steps + 1):
        yield Point(start.row + step * down // steps, start.cell + step * across // steps)


def width_of(texts: Sequence[str]) -> int:
    """Return the cells that the widest of some texts takes when it is written."""
    return max((cell_len(visible(text)) for text in texts), default=0)
