"""A chain of reasons from top to bottom: boxes below each other, lines in lanes left of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scale_explorer.models.frozen import dataclass

from ..reason_filter import NO_CAUSE
from ..widgets.picture import Area, Picture
from ..widgets.rows import Tone
from .grid import Grid, Pen, Point
from .lines import Lines
from .reason_parts import (
    CAUSES,
    EFFECTS,
    FRAME,
    HEADS,
    Box,
    Moves,
    Tie,
    along,
    draw_box,
    label,
    up_and_down,
    words,
)

WIDEST = 64
"""Cells of text in a box at most: one line that the eye finds back from."""
_LEAST = 20
"""Cells of text for which lanes give way; lines without a lane begin with `_UNDRAWN`."""
_ROOMY = 40
"""Cells of text beside which lanes stand apart."""
_UNDRAWN = "⋯"
_MOST_ALONE = 4
"""Links that come into a box each by itself; more of them join on the way."""


@dataclass(frozen=True, slots=True)
class Down:
    """What is drawn: boxes by key, their order, and links; `start` is the record in the middle."""

    boxes: Mapping[str, Box]
    order: Sequence[str]
    ties: Sequence[Tie]
    start: str | None
    uncaused: bool = False

    def draw(self, width: int) -> Picture:
        """Draw it within `width` cells, if there are some 40 of them."""
        return _Plan(self, width).picture()


class _Plan:
    """Where everything stands."""

    def __init__(self, what: Down, width: int) -> None:
        self.what = what
        self.width = width
        self.words = max((len(tie.words) for tie in what.ties), default=-HEADS) + HEADS
        most = max(1, width - FRAME - _LEAST - self.words)
        place = {key: number for number, key in enumerate(what.order)}
        self.bundled = _bundled(what)
        self.into = _into(what, place, self.bundled)
        self.causes = {tie.cause for tie in what.ties}
        self.lanes, count = lanes(self._spans(place), most)
        self.pitch = 2 if width - 2 * count - self.words - FRAME >= _ROOMY else 1
        self.left = count * self.pitch + self.words
        widest = max((box.widest for box in what.boxes.values()), default=0)
        self.room = max(1, min(width - self.left - FRAME, WIDEST, widest))
        self.heads: dict[int, str] = {}
        self.tops = self._stacked()

    def _stacked(self) -> dict[str, int]:
        tops: dict[str, int] = {}
        row = 0
        for key in self.what.order:
            if head := self._head_before(key, first=not row):
                self.heads[row] = head
                row += 1
            tops[key] = row
            row += self._height(key)
        return tops

    def _head_before(self, key: str, *, first: bool) -> str:
        """Return the heading above a box: where the causes begin, and the effects."""
        start = self.what.start
        if start is None:
            return ""
        place = self.what.order.index(start)
        if first and (place or self.what.uncaused):
            return CAUSES if place else NO_CAUSE
        behind = self.what.order[place + 1 : place + 2]
        return EFFECTS if behind and behind[0] == key else ""

    def _height(self, key: str) -> int:
        box = self.what.boxes[key]
        if not box.framed:
            return 1
        ports = len(self.into[key]) + (key in self.causes)
        return max(len(box.lines(self.room)), ports) + 2

    def _out(self, key: str) -> int:
        """Return the row in which lines leave a box: below those in which others come in."""
        top, height = self.tops[key], self._height(key)
        return top if height == 1 else top + height - 2

    def _in(self, tie: Tie) -> int:
        """Return the row in which a link comes into its effect, alone or with others."""
        net = self._net(tie)
        top, height = self.tops[tie.effect], self._height(tie.effect)
        return top if height == 1 else top + 1 + self.into[tie.effect].index(net)

    def _row(self, tie: Tie) -> int:
        """Return the row of a link's words: where it comes in, or, joining others, goes out."""
        return self._out(tie.cause) if tie in self.bundled else self._in(tie)

    def _net(self, tie: Tie) -> Tie | str:
        """Return what a link shares its way in with: nothing, or the others into its effect."""
        return tie.effect if tie in self.bundled else tie

    def _lane(self, tie: Tie) -> int | None:
        lane = self.lanes.get(_lane_key(tie, self.bundled))
        return None if lane is None else lane * self.pitch

    def _spans(self, place: Mapping[str, int]) -> dict[str, tuple[int, int]]:
        """Return from where to where each line runs; a box is left below where others come in."""
        spans: dict[str, tuple[int, int]] = {}
        for tie in self.what.ties:
            key = _lane_key(tie, self.bundled)
            ends = 2 * place[tie.cause] + 1, 2 * place[tie.effect]
            low, high = spans.get(key, ends)
            spans[key] = min(low, *ends), max(high, *ends)
        return spans

    def picture(self) -> Picture:
        grid = Grid()
        for row, head in self.heads.items():
            grid.write(Point(row, self.left), head, Pen(Tone.HEADING), self.width - self.left)
        for key, box in self.what.boxes.items():
            top = self.tops[key]
            right = self.left + self.room + FRAME
            draw_box(grid, box, Area(top, self.left, top + self._height(key), right))
        lines = Lines(grid)
        for tie in self.what.ties:
            self._draw(lines, tie)
        lines.finish()
        self._tell_undrawn(grid)
        return grid.picture(self._moves())

    def _tell_undrawn(self, grid: Grid) -> None:
        """Count the links whose lines found no room."""
        count = sum(tie.key is not None and self._lane(tie) is None for tie in self.what.ties)
        if count:
            last = self.what.order[-1]
            told = f"{_UNDRAWN} {count} link{'' if count == 1 else 's'} without a line: too narrow"
            grid.write(
                Point(self.tops[last] + self._height(last), 0), told, Pen(Tone.DIM), self.width
            )

    def _draw(self, lines: Lines, tie: Tie) -> None:
        row, out, into = self._row(tie), self._out(tie.cause), self._in(tie)
        lane, start = self._lane(tie), self.left - self.words
        joins = tie in self.bundled
        if lane is None:
            lines.grid.write(Point(row, start - 1), _UNDRAWN, tie.shared_pen)
        else:
            framed = self.what.boxes[tie.cause].framed
            right = Point(out, self.left if framed else self.left - 1)
            points = (right, Point(out, lane), Point(into, lane), Point(into, start))
            lines.draw(points, _lane_key(tie, self.bundled), dashed=tie.inferred)
            if self.what.boxes[tie.cause].heavy:
                lines.grid.write(right, "┨", Pen(Tone.ACCENT, tie.cause))
        if joins:
            lines.grid.line((Point(row, self.left - 1), Point(row, start)), tie.pen)
            words(lines.grid, tie, Point(row, start))
            lines.grid.arrow((Point(into, start), Point(into, self.left - 1)), tie.shared_pen)
        else:
            label(lines.grid, tie, Point(row, start), self.left)

    def _moves(self) -> Moves:
        rows = {tie.key: self._row(tie) for tie in self.what.ties if tie.key is not None}
        links = sorted(rows, key=rows.__getitem__)
        return along(self.what.ties, rows) | up_and_down(self.what.order) | up_and_down(links)


def _bundled(what: Down) -> frozenset[Tie]:
    """Return the links that go into one box together: many, of causes that have no other effect."""
    effects = Counter(tie.cause for tie in what.ties)
    alone = [tie for tie in what.ties if effects[tie.cause] == 1 and tie.cause != tie.effect]
    into = Counter(tie.effect for tie in alone)
    return frozenset(tie for tie in alone if into[tie.effect] > _MOST_ALONE)


def _lane_key(tie: Tie, bundled: frozenset[Tie]) -> str:
    """Name the line that a link runs along: that of its cause, or the one into its effect."""
    return f"into {tie.effect}" if tie in bundled else f"from {tie.cause}"


def _into(
    what: Down, place: Mapping[str, int], bundled: frozenset[Tie]
) -> dict[str, tuple[Tie | str, ...]]:
    """Return what comes into each box, in the order of where it comes from."""
    into: dict[str, dict[Tie | str, None]] = {key: {} for key in what.boxes}
    for tie in sorted(what.ties, key=lambda tie: place[tie.cause]):
        into[tie.effect][tie.effect if tie in bundled else tie] = None
    return {key: tuple(found) for key, found in into.items()}


def lanes(spans: Mapping[str, tuple[int, int]], most: int) -> tuple[dict[str, int], int]:
    """Give each line a lane, short ones near the boxes; return those that have one, and how many.

    Lines that find none of `most` lanes free are left out.
    """
    taken: list[list[tuple[int, int]]] = []
    found: dict[str, int] = {}
    for key, span in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        free = (number for number, lane in enumerate(taken) if not _meets(span, lane))
        number = next(free, len(taken))
        if number == len(taken):
            if number == most:
                continue
            taken.append([])
        taken[number].append(span)
        found[key] = number
    return {key: len(taken) - 1 - number for key, number in found.items()}, len(taken)


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Say whether a line would lie on another one of its lane."""
    return any(span[0] <= high and low <= span[1] for low, high in others)
