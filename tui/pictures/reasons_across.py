"""A chain of reasons from left to right: causes, the record, effects, in columns of boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scale_explorer.data.exploring.layering import Layers, Pass, Slot
from scale_explorer.models.frozen import dataclass

from ..reason_filter import NO_CAUSE
from ..widgets.picture import Area, Picture
from ..widgets.rows import Tone
from .channel import Net, Track, routed
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
)
from .reasons_rows import Rows

WIDEST, NARROWEST = 32, 15
"""Cells of text in a box, at most and at least; titles are sentences."""


@dataclass(frozen=True, slots=True)
class Across:
    """What is drawn: boxes by key in layers, and links; `start` is the record in the middle."""

    boxes: Mapping[str, Box]
    layers: Layers
    ties: Sequence[Tie]
    start: str | None
    uncaused: bool = False

    def draw(self, width: int) -> Picture | None:
        """Draw it within `width` cells; None where it does not fit."""
        room = WIDEST
        columns = len(self.layers.slots)
        if self._least > width:
            return None
        while room >= NARROWEST:
            plan = _Plan(self, room)
            if plan.width <= width:
                return plan.picture()
            room -= max(1, (plan.width - width) // max(columns, 1))
        return None

    @property
    def _least(self) -> int:
        """The width that it takes at least: that of narrow boxes, and of the words between them."""
        into: dict[int, int] = {}
        layer_of = self.layers.layer_of
        for tie in self.ties:
            layer = layer_of[tie.effect]
            into[layer] = max(into.get(layer, 0), len(tie.words) + HEADS + 1)
        rooms = (_room(self.boxes, layer, NARROWEST) for layer in self.layers.slots)
        return sum(rooms) + sum(into.values())


class _Plan:
    """Where everything stands when boxes hold `room` cells of text."""

    def __init__(self, what: Across, room: int) -> None:
        self.what = what
        self.slots = what.layers.slots
        self.layer_of = what.layers.layer_of
        self.rooms = tuple(_room(what.boxes, layer, room) for layer in self.slots)
        self.rows = Rows(what.boxes, what.layers, what.ties, what.start, self.rooms)
        self.tracks, counts = self._routed()
        self.lefts = self._lefts(counts)

    @property
    def width(self) -> int:
        """The cells that it takes, its headings included."""
        headings = (cell + len(text) for cell, text in self._headings())
        return max(self.lefts[-1] + self.rooms[-1], *headings, 0)

    def _routed(self) -> tuple[dict[Slot, Track], tuple[int, ...]]:
        tracks: dict[Slot, Track] = {}
        counts: list[int] = []
        for layer in self.slots[:-1]:
            leaving = [slot for slot in layer if self.rows.behind[slot]]
            nets = [Net(self.rows.outs[slot], self.rows.ends_of(slot)) for slot in leaving]
            found, count = routed(nets, self.rows.height)
            tracks |= dict(zip(leaving, found, strict=True))
            counts.append(count)
        return tracks, tuple(counts)

    def _lefts(self, counts: Sequence[int]) -> tuple[int, ...]:
        lefts = [0]
        for number, (room, count) in enumerate(zip(self.rooms, counts, strict=False)):
            lefts.append(lefts[-1] + room + 1 + count + self._words(number + 1))
        return tuple(lefts)

    def _words(self, layer: int) -> int:
        """Return the cells of the last stretches of the links that end in a layer."""
        ties = (tie for slot in self.slots[layer] for _, tie in self.rows.before[slot] if tie)
        longest = max((len(tie.words) for tie in ties), default=-2)
        return longest + HEADS

    # Drawing.

    def picture(self) -> Picture:
        grid = Grid()
        for cell, text in self._headings():
            grid.write(Point(0, cell), text, Pen(Tone.HEADING))
        shift = 1 if self.what.start is not None else 0
        for key, box in self.what.boxes.items():
            draw_box(grid, box, self._area(key, shift))
        lines = Lines(grid)
        for tie in self.what.ties:
            self._draw_tie(lines, tie, shift)
        lines.finish()
        return grid.picture(self._moves())

    def _area(self, slot: str, shift: int) -> Area:
        layer = self.layer_of[slot]
        top = self.rows.tops[slot] + shift
        return Area(
            top,
            self.lefts[layer],
            top + self.rows.heights[slot],
            self.lefts[layer] + self.rooms[layer],
        )

    def _headings(self) -> Iterator[tuple[int, str]]:
        """Yield the headings over the causes and over the effects, and where they begin."""
        if self.what.start is not None:
            middle = self.layer_of[self.what.start]
            if middle:
                yield 0, CAUSES
            elif self.what.uncaused and self._has_room(NO_CAUSE):
                yield 0, NO_CAUSE
            if middle + 1 < len(self.slots):
                yield self.lefts[middle + 1], EFFECTS

    def _has_room(self, heading: str) -> bool:
        """Say whether a heading over the first layer ends before the next one begins."""
        return len(self.slots) == 1 or len(heading) < self.lefts[1]

    def _draw_tie(self, lines: Lines, tie: Tie, shift: int) -> None:
        path = self._path(tie)
        for here, there in pairwise(path):
            last = there == tie.effect
            end = self.rows.ends[here, there, tie.key if last else None]
            points = tuple(Point(p.row + shift, p.cell) for p in self._points(here, there, end))
            lines.draw(points, here, dashed=tie.inferred)
            if here == tie.cause and self.what.boxes[tie.cause].heavy:
                lines.grid.write(points[0], "┠", Pen(Tone.ACCENT, tie.cause))
            if last:
                left = self.lefts[self.layer_of[there]]
                start = left - self._words(self.layer_of[there])
                label(lines.grid, tie, Point(end + shift, start), left)
            else:
                layer = self.layer_of[there]
                left = self.lefts[layer]
                passing = (
                    Point(end + shift, left - 1),
                    Point(end + shift, left + self.rooms[layer]),
                )
                lines.draw(passing, here, dashed=tie.inferred)

    def _path(self, tie: Tie) -> tuple[Slot, ...]:
        between = range(self.layer_of[tie.cause] + 1, self.layer_of[tie.effect])
        return (tie.cause, *(Pass(tie.cause, layer) for layer in between), tie.effect)

    def _points(self, here: Slot, there: Slot, end: int) -> Iterator[Point]:
        """Yield the corners of a line through a channel."""
        layer = self.layer_of[here]
        right = self.lefts[layer] + self.rooms[layer]
        out = self.rows.outs[here]
        framed = not isinstance(here, Pass) and self.what.boxes[here].framed
        yield Point(out, right - 1 if framed else right)
        track = self.tracks[here]
        if out != end or track.first is not None:
            if track.first is not None:
                yield Point(out, right + 1 + track.first)
                yield Point(track.row, right + 1 + track.first)
                out = track.row
            yield Point(out, right + 1 + track.column)
            if out != end:
                yield Point(end, right + 1 + track.column)
        to = self.lefts[layer + 1]
        words = self._words(layer + 1) if there in self.what.boxes else 1
        yield Point(end, to - words)

    def _moves(self) -> Moves:
        rows = {key: row for (_, _, key), row in self.rows.ends.items() if key is not None}
        moves = along(self.what.ties, rows)
        for number, layer in enumerate(self.slots):
            moves |= up_and_down(slot for slot in layer if isinstance(slot, str))
            keys = (
                key
                for (_, end, key) in self.rows.ends
                if key is not None and self.layer_of[end] == number
            )
            moves |= up_and_down(sorted(keys, key=rows.__getitem__))
        return moves


def _room(boxes: Mapping[str, Box], layer: Sequence[Slot], most: int) -> int:
    """Return the width of a layer's boxes, frame included."""
    widest = max((boxes[slot].widest for slot in layer if isinstance(slot, str)), default=0)
    return min(most, widest) + FRAME
