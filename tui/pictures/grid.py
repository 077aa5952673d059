"""A grid of cells to draw into: texts, boxes and lines with right angles, which become a picture.

It grows to whatever is drawn. Lines that meet are joined by the sign that has all their arms, such
as ├ or ┼; texts and arrow heads lie over lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise, repeat
from operator import itemgetter
from typing import NamedTuple, TypeAlias

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
    def ink(self) -> _Ink:
        """What a character that it writes has beside its text."""
        return self.tone, self.key


PLAIN = Pen()

# Plain tuples, as there is one for every cell: named ones take four times as long to make.
_Ink: TypeAlias = tuple[Tone, str | None]
"""The tone and the key of a cell."""
_Sign: TypeAlias = tuple[str, _Ink, int]
"""What stands in a cell: text, ink and cells. The second cell of a wide character has no text."""
_NOTHING: _Ink = (Tone.PLAIN, None)


class _Joint(NamedTuple):
    """Arms of the lines through a cell, as bits: all of them, and those that are not dashed."""

    arms: int
    solid: int
    ink: _Ink


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
        self._signs: dict[int, dict[int, _Sign]] = defaultdict(dict)
        self._joints: dict[int, dict[int, _Joint]] = defaultdict(dict)
        self._wide: set[int] = set()

    def write(self, at: Point, text: str, pen: Pen = PLAIN, most: int | None = None) -> int:
        """Write a text in one row, cut with an ellipsis to `most` cells; return how many it took.

        What takes no cell of its own goes with the sign before it; without one, as a mark in front
        of all letters, it is shown as U+FFFD.
        """
        shown = visible(text) if most is None else clip(visible(text), most)
        ink = pen.ink
        if at.row not in self._wide and _is_narrow(shown):  # most are, and it is much faster
            cells = range(at.cell, at.cell + len(shown))
            self._signs[at.row] |= zip(cells, zip(shown, repeat(ink), repeat(1)), strict=False)
            return len(shown)
        return self._write_signs(at, shown, ink)

    def _write_signs(self, at: Point, shown: str, ink: _Ink) -> int:
        cell = at.cell
        for start, end, cells in split_graphemes(shown)[0]:
            if cells:
                self._put(at.row, cell, (shown[start:end], ink, cells))
                cell += cells
            elif cell > at.cell:
                _attach(self._signs[at.row], cell, shown[start:end])
            else:
                self._put(at.row, cell, (_LONE, ink, 1))
                cell += 1
        return cell - at.cell

    def _put(self, number: int, cell: int, sign: _Sign) -> None:
        """Put a character down; half of a wide one that stood there becomes a blank."""
        row = self._signs[number]
        _, ink, cells = sign
        for each in range(cell, cell + cells):
            _clear(row, each)
        row[cell] = sign
        if cells > 1:
            row[cell + 1] = ("", ink, 0)
            self._wide.add(number)

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
        self._put(at.row, at.cell, (_HEADS[way], pen.ink, 1))

    def box(self, area: Area, pen: Pen = PLAIN) -> None:
        """Draw a frame on the outermost cells of an area; what is inside it belongs to the key."""
        top, left, bottom, right = area.top, area.left, area.bottom - 1, area.right - 1
        corners = (Point(top, left), Point(top, right), Point(bottom, right), Point(bottom, left))
        self.line((*corners, corners[0]), pen)
        if pen.key is not None:
            self.fill(Area(top + 1, left + 1, bottom, right), pen)

    def fill(self, area: Area, pen: Pen) -> None:
        """Give the cells of an area to a key, where nothing is written yet."""
        blank: _Sign = (" ", pen.ink, 1)
        cells = range(area.left, area.right)
        for number in range(area.top, area.bottom):
            row = self._signs[number]
            self._signs[number] = dict.fromkeys(cells, blank) | row

    def _stroke(self, start: Point, end: Point, pen: Pen) -> None:
        if start == end:
            return
        way = _way(start, end)
        ahead, back = _ARMS[way], _ARMS[_BACK[way]]
        self._join(start, ahead, pen)
        self._join(end, back, pen)
        if start.row == end.row:
            low, high = sorted((start.cell, end.cell))
            self._join_across(start.row, range(low + 1, high), pen)
        else:
            low, high = sorted((start.row, end.row))
            for row in range(low + 1, high):
                self._join(Point(row, start.cell), ahead | back, pen)

    def _join_across(self, number: int, cells: range, pen: Pen) -> None:
        """Draw the inner cells of a line that goes across, at once where none stands there yet."""
        arms = _ARMS[Way.LEFT] | _ARMS[Way.RIGHT]
        row = self._joints[number]
        if row.keys().isdisjoint(cells):
            row |= dict.fromkeys(cells, _Joint(arms, 0 if pen.dashed else arms, pen.ink))
            return
        for cell in cells:
            self._join(Point(number, cell), arms, pen)

    def _join(self, at: Point, arms: int, pen: Pen) -> None:
        row = self._joints[at.row]
        old = row.get(at.cell)
        was, solid = (old.arms, old.solid) if old else (0, 0)
        own = 0 if pen.dashed else arms
        row[at.cell] = _Joint(was | arms, solid | own, pen.ink)

    def is_free(self, area: Area) -> bool:
        """Say whether nothing at all stands in an area."""
        rows = range(area.top, area.bottom)
        cells = range(area.left, area.right)
        drawn = (layer.get(row, {}) for row in rows for layer in (self._signs, self._joints))
        return not any(cell in row for row in drawn for cell in cells)

    @property
    def size(self) -> tuple[int, int]:
        """The rows and cells from the upper left one to the last that is drawn."""
        drawn = [item for layer in (self._signs, self._joints) for item in layer.items() if item[1]]
        rows = max((row for row, _ in drawn), default=-1)
        return rows + 1, max((max(cells) for _, cells in drawn), default=-1) + 1

    def picture(self, moves: Moves = NO_MOVES, folds: Moves = NO_MOVES) -> Picture:
        """Return all that was drawn."""
        drawn = (
            row for layer in (self._signs, self._joints) for row, cells in layer.items() if cells
        )
        height = max(drawn, default=-1) + 1
        return Picture(tuple(tuple(self._spans(row)) for row in range(height)), moves, folds)

    def _spans(self, number: int) -> Iterator[Span]:
        """Yield a row as the fewest spans, with blanks where nothing was drawn."""
        for (tone, key), signs in groupby(self._all_signs(number), key=itemgetter(1)):
            yield Span("".join([sign[0] for sign in signs]), tone, key)

    def _all_signs(self, number: int) -> Iterator[_Sign]:
        signs, joints = self._signs.get(number, {}), self._joints.get(number, {})
        drawn = {cell: _drawn(joint) for cell, joint in joints.items()} | signs
        at = 0
        for cell in sorted(drawn):
            if cell > at:
                yield (" " * (cell - at), _NOTHING, cell - at)
            yield drawn[cell]
            at = cell + 1


@lru_cache(maxsize=4096)
def _is_narrow(text: str) -> bool:
    """Say whether each code point of a text is a character of its own and takes one cell."""
    return text.isascii() or all(
        cells == end - start == 1 for start, end, cells in split_graphemes(text)[0]
    )


def _clear(row: dict[int, _Sign], cell: int) -> None:
    before = row.pop(cell, None)
    if before is None:
        return
    _, ink, cells = before
    if cells != 1:
        row[cell + 1 if cells else cell - 1] = (" ", ink, 1)


def _attach(row: dict[int, _Sign], cell: int, mark: str) -> None:
    base = next(at for at in (cell - 1, cell - 2) if row[at][2])
    text, ink, cells = row[base]
    row[base] = (text + mark, ink, cells)


def _drawn(joint: _Joint) -> _Sign:
    sign = _SIGNS[joint.arms]
    return (sign if joint.solid else _DASHED.get(sign, sign), joint.ink, 1)


def _way(start: Point, end: Point) -> Way:
    """Return the way from one point straight to another."""
    assert (start.row == end.row) != (start.cell == end.cell), "lines have right angles"
    if start.row == end.row:
        return Way.RIGHT if start.cell < end.cell else Way.LEFT
    return Way.DOWN if start.row < end.row else Way.UP


def width_of(texts: Sequence[str]) -> int:
    """Return the cells that the widest of some texts takes when it is written."""
    return max((cell_len(visible(text)) for text in texts), default=0)
