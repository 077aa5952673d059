"""A record between those it is tied to: boxes in two columns, joined to it by shared trunks.

Left stand subjects of ties, right objects, so that each line reads from left to right. Where there
is no room for two columns, all boxes stand below the record, on one trunk.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import visible
from ..widgets.picture import Area, Way
from ..widgets.rows import Tone
from .boxes import NARROWEST, Entry, Group, draw_group
from .grid import Grid, Pen, Point

CENTRE = "centre"
"""The key of the record in the middle."""
_MIDDLE = 26
"""Cells that the box in the middle takes at most."""
_ARM = 3
"""Cells between a trunk and a box: the trunk, a line and an arrow head."""
_STUB = 1
"""Cells by which a trunk keeps away from the box that it comes out of."""
_LABEL = 3
"""Cells beside a label on a line: a line and a blank before it, and a blank behind."""
_INDENT = 5
"""Cells left of the boxes where they stand on one trunk."""
_STEM = 2
"""The cell of that trunk."""
_TALL = 4
"""Lines of the box in the middle."""

Moves = dict[tuple[str, Way], str]


@dataclass(frozen=True, slots=True)
class Star:
    """The record in the middle, with a further line, and the groups of those it is tied to."""

    name: str
    detail: str
    groups: tuple[Group, ...]

    @property
    def sides(self) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        """The groups of subjects and those of objects."""
        left = tuple(group for group in self.groups if not group.outward)
        return left, tuple(group for group in self.groups if group.outward)

    @property
    def middle(self) -> int:
        """The cells of the box in the middle."""
        inside = max(cell_len(visible(self.name)), cell_len(self.detail))
        return min(_MIDDLE, inside + 4)

    def least(self, *, verbs: bool) -> int:
        """Return the cells below which two columns find no room."""
        return sum(_least(side, verbs=verbs) for side in self.sides) + self.middle

    def most(self, *, verbs: bool) -> int:
        """Return the cells of two columns in which everything stands whole."""
        return sum(_whole(side, verbs=verbs) for side in self.sides) + self.middle


def _verbs(side: Sequence[Group]) -> int:
    """Return the cells of the longest verb on the lines of a side."""
    texts = (entry.verb for group in side for entry in group.entries)
    return max((cell_len(visible(text)) for text in texts), default=0)


def _lane(side: Sequence[Group], *, verbs: bool) -> int:
    """Return the cells between the boxes of a side and the box in the middle."""
    if not side:
        return 0
    lane = _ARM + (_STUB if side[0].outward else 0) + 1
    return lane + (_verbs(side) + _LABEL if verbs else 0)


def _box(side: Sequence[Group], *, verbs: bool) -> int:
    return max((group.width(verbs=verbs) for group in side), default=0)


def _least(side: Sequence[Group], *, verbs: bool) -> int:
    return min(_box(side, verbs=verbs), NARROWEST) + _lane(side, verbs=verbs)


def _whole(side: Sequence[Group], *, verbs: bool) -> int:
    return _box(side, verbs=verbs) + _lane(side, verbs=verbs)


@dataclass(frozen=True, slots=True)
class _Column:
    """A side: its entries, each with its row, and the cells between which its boxes stand."""

    entries: tuple[tuple[Entry, int], ...]
    left: int
    right: int

    @property
    def ties(self) -> tuple[tuple[Entry, int], ...]:
        """The entries that a line leads to."""
        return tuple((entry, row) for entry, row in self.entries if not entry.folds)


def draw_across(grid: Grid, star: Star, width: int, height: int, *, verbs: bool) -> Moves:
    """Draw it in two columns; return where arrows lead. `width` is at least `star.least(…)`."""
    sides, widths = star.sides, _shared(star, width, verbs=verbs)
    heights = [sum(group.height(cells) for group in side)
               for side, cells in zip(sides, widths, strict=True)]  # fmt: skip
    tallest = max(*heights, _TALL)
    centre = max(1, min(tallest, height) // 2 - 1)
    box = widths[0] + _lane(sides[0], verbs=verbs)
    lefts = 0, box + star.middle + _lane(sides[1], verbs=verbs)
    columns: list[_Column] = []
    for side, left, cells, tall in zip(sides, lefts, widths, heights, strict=True):
        top = max(0, min(centre - tall // 2, tallest - tall))
        columns.append(_draw_side(grid, side, Point(top, left), cells, verbs=verbs))
    _draw_middle(grid, star, Point(centre - 1, box))
    into, out_of = columns
    _lead_in(grid, into, box, centre, verbs=verbs)
    _lead_out(grid, out_of, box + star.middle - 1, centre, verbs=verbs)
    return _moves(into, out_of, centre)


def _shared(star: Star, width: int, *, verbs: bool) -> tuple[int, int]:
    """Share the width among the boxes of both sides; what neither needs stays free."""
    left, right = star.sides
    wanted = _box(left, verbs=verbs), _box(right, verbs=verbs)
    room = width - star.middle - _lane(left, verbs=verbs) - _lane(right, verbs=verbs)
    if sum(wanted) <= room:
        return wanted
    if not all(wanted):
        return min(wanted[0], room), min(wanted[1], room)
    first = wanted[0] if wanted[0] <= room // 2 else max(room // 2, room - wanted[1])
    return first, room - first


def _draw_side(grid: Grid, side: Sequence[Group], at: Point, width: int, *, verbs: bool) -> _Column:
    """Stack the boxes of a side below each other."""
    top, entries = at.row, list[tuple[Entry, int]]()
    for group in side:
        area = Area(top, at.cell, top + group.height(width), at.cell + width)
        rows = draw_group(grid, group, area, verbs=verbs)
        entries += [(entry, rows[entry.key]) for entry in group.entries]
        top = area.bottom
    return _Column(tuple(entries), at.cell, at.cell + width)


def _draw_middle(grid: Grid, star: Star, at: Point) -> None:
    grid.box(Area(at.row, at.cell, at.row + _TALL, at.cell + star.middle), Pen(Tone.ACCENT, CENTRE))
    room = star.middle - 4
    grid.write(Point(at.row + 1, at.cell + 2), star.name, Pen(Tone.STRONG, CENTRE), room)
    grid.write(Point(at.row + 2, at.cell + 2), star.detail, Pen(Tone.DIM, CENTRE), room)


def _lead_in(grid: Grid, column: _Column, box: int, centre: int, *, verbs: bool) -> None:
    """Draw a line from each entry to a trunk, and from there into the box in the middle."""
    if not column.ties:
        return
    trunk = box - _ARM
    for entry, row in column.ties:
        _draw_tie(grid, entry, Point(row, column.right - 1), Point(row, trunk), verbs=verbs)
    grid.arrow((Point(centre, trunk), Point(centre, box - 1)), Pen(Tone.DIM))
    _draw_trunk(grid, column, trunk, centre)


def _lead_out(grid: Grid, column: _Column, box: int, centre: int, *, verbs: bool) -> None:
    """Draw a line from the box in the middle to a trunk, and from there to each entry."""
    if not column.ties:
        return
    trunk = box + 1 + _STUB
    for entry, row in column.ties:
        end = Point(row, column.left - 1)
        _draw_tie(grid, entry, Point(row, trunk), end, verbs=verbs)
        grid.head(end, Way.RIGHT, _pen(entry))
    grid.line((Point(centre, box), Point(centre, trunk)), Pen(Tone.DIM))
    _draw_trunk(grid, column, trunk, centre)


def _draw_trunk(grid: Grid, column: _Column, trunk: int, centre: int) -> None:
    """Draw what the ties share, over their ends, so that these belong to none of them."""
    rows = [centre, *(row for _, row in column.ties)]
    dashed = all(entry.dashed for entry, _ in column.ties)
    ends = Point(min(rows), trunk), Point(max(rows), trunk)
    grid.line(ends, Pen(Tone.DIM, dashed=dashed))


def _pen(entry: Entry) -> Pen:
    return Pen(Tone.DIM, entry.key, entry.dashed)


def _draw_tie(grid: Grid, entry: Entry, start: Point, end: Point, *, verbs: bool) -> None:
    """Draw the line of a tie; its cell of the trunk, drawn later, belongs to all ties."""
    grid.line((start, end), _pen(entry))
    if verbs and entry.verb:
        room = end.cell - start.cell - 2
        text = f" {entry.verb} "
        grid.write(Point(start.row, start.cell + 2), text, Pen(Tone.PLAIN, entry.key), room)


def _moves(into: _Column, out_of: _Column, centre: int) -> Moves:
    """Let arrows lead along ties to the middle and back, and up and down each column."""
    moves: Moves = {}
    for column, inwards, outwards in ((into, Way.RIGHT, Way.LEFT), (out_of, Way.LEFT, Way.RIGHT)):
        entries = column.entries
        for entry, _ in entries:
            moves[entry.key, inwards] = CENTRE
        if entries:
            nearest, _ = min(entries, key=lambda placed: abs(placed[1] - centre))
            moves[CENTRE, outwards] = nearest.key
    return moves


def draw_below(grid: Grid, star: Star, width: int) -> Moves:
    """Draw it as a column of boxes on a trunk that comes down from the record."""
    _draw_middle(grid, star, Point(0, 0))
    moves: Moves = {}
    top, last = _TALL, _TALL - 1
    for group in star.groups:
        cells = min(max(NARROWEST, width - _INDENT), group.width(verbs=False))
        area = Area(top, _INDENT, top + group.height(cells), _INDENT + cells)
        rows = draw_group(grid, group, area, verbs=False)
        for entry in group.entries:
            if not entry.folds:
                last = rows[entry.key]
                _draw_branch(grid, entry, last, outward=group.outward)
            moves[entry.key, Way.LEFT] = CENTRE
        top = area.bottom
    grid.line((Point(_TALL - 1, _STEM), Point(last, _STEM)), Pen(Tone.DIM))
    first = star.groups[0].entries[0].key
    return {**moves, (CENTRE, Way.RIGHT): first, (CENTRE, Way.DOWN): first}


def _draw_branch(grid: Grid, entry: Entry, row: int, *, outward: bool) -> None:
    """Draw the line between the trunk and an entry, with its head where the tie leads."""
    end = _INDENT - 1 if outward else _INDENT
    grid.line((Point(row, _STEM), Point(row, end)), _pen(entry))
    if outward:
        grid.head(Point(row, end), Way.RIGHT, _pen(entry))
    else:
        grid.head(Point(row, _STEM + 1), Way.LEFT, _pen(entry))
