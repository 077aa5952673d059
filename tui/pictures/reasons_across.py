"""A chain of reasons from left to right: causes, the record, effects, in columns of boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scale_explorer.data.exploring.layering import Layers, Pass, Slot

from ..widgets.picture import Area, Picture
from ..widgets.rows import Tone
from .channel import Net, Track, routed
from .grid import Grid, Pen, Point
from .lines import Lines
from .reason_parts import (
    CAUSES,
    EFFECTS,
    HEADS,
    Box,
    Moves,
    Tie,
    along,
    draw_box,
    label,
    up_and_down,
)
from .stacking import stacked

WIDEST, NARROWEST = 32, 15
"""Cells of text in a box, at most and at least; titles are sentences."""
_FRAME = 4
"""Cells of a frame with the blanks inside it."""


@dataclass(frozen=True, slots=True)
class Across:
    """What is drawn: boxes by key in layers, and links; `start` is the record in the middle."""

    boxes: Mapping[str, Box]
    layers: Layers
    ties: Sequence[Tie]
    start: str | None

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
        self.behind, self.before = _tied(what)
        self.rooms = tuple(_room(what.boxes, layer, room) for layer in self.slots)
        self.heights = {slot: self._height(slot) for slot in self.layer_of}
        self.tops = self._stacked()
        self.ends = self._ends()
        self.outs = self._outs()
        self.nets = tuple(
            tuple(slot for slot in layer if self.behind[slot]) for layer in self.slots[:-1]
        )
        self.height = max(self.tops[slot] + self.heights[slot] for slot in self.tops)
        self.tracks, counts = self._routed()
        self.lefts = self._lefts(counts)

    @property
    def width(self) -> int:
        return self.lefts[-1] + self.rooms[-1]

    # How high things are, and where they stand.

    def _height(self, slot: Slot) -> int:
        if isinstance(slot, Pass):
            return 1
        box = self.what.boxes[slot]
        if not box.framed:
            return 1
        lines = len(box.lines(self.rooms[self.layer_of[slot]] - _FRAME))
        return max(lines, len(self.before[slot])) + 2

    def _stacked(self) -> dict[Slot, int]:
        """Stack the layer of the start, then its neighbours outwards beside what they belong to."""
        middle = self.layer_of.get(self.what.start or "", _fullest(self.slots))
        tops: dict[Slot, int] = {}
        for layer in (*range(middle, len(self.slots)), *range(middle - 1, -1, -1)):
            slots = self.slots[layer]
            heights = [self.heights[slot] for slot in slots]
            wishes = [
                self._wish(slot, height, tops) for slot, height in zip(slots, heights, strict=True)
            ]
            tops |= dict(zip(slots, stacked(heights, wishes), strict=True))
        highest = min(tops.values())
        return {slot: top - highest for slot, top in tops.items()}

    def _wish(self, slot: Slot, height: int, tops: Mapping[Slot, int]) -> float | None:
        """Return the top at which something would stand level with what it is tied to."""
        tied = [*dict.fromkeys(end for end, _ in self.behind[slot]), *self.before_slots(slot)]
        centres = [tops[one] + (self.heights[one] - 1) / 2 for one in tied if one in tops]
        return sum(centres) / len(centres) - (height - 1) / 2 if centres else None

    def before_slots(self, slot: Slot) -> tuple[Slot, ...]:
        return tuple(dict.fromkeys(source for source, _ in self.before[slot]))

    # In which rows lines come out, and in which they end.

    def _ends(self) -> dict[tuple[Slot, Slot, str | None], int]:
        """Give each link a row of its own where it ends, in the order of where it comes from."""
        rows: dict[tuple[Slot, Slot, str | None], int] = {}
        for slot in self.layer_of:
            tied = sorted(self.before[slot], key=lambda one: self.tops[one[0]])
            first = self.tops[slot] + (self.heights[slot] - len(tied)) // 2
            for number, (source, tie) in enumerate(tied):
                rows[source, slot, tie.key if tie else None] = (
                    self.tops[slot] if isinstance(slot, Pass) else first + number
                )
        return rows

    def _outs(self) -> dict[Slot, int]:
        """Choose the row in which lines leave a box: straight on if may be, else a free one."""
        rows: dict[Slot, int] = {}
        for slot in self.layer_of:
            own = [row for (source, _, _), row in self.ends.items() if source == slot]
            layer = self.layer_of[slot]
            others = {
                row
                for (source, _, _), row in self.ends.items()
                if source != slot and self.layer_of[source] == layer
            }
            rows[slot] = self._out(slot, own, others)
        return rows

    def _out(self, slot: Slot, own: Sequence[int], others: set[int]) -> int:
        top, height = self.tops[slot], self.heights[slot]
        if height == 1:
            return top
        inside = range(top + 1, top + height - 1)
        free = [row for row in inside if row not in others] or [*inside]
        centre = top + (height - 1) / 2
        return min(free, key=lambda row: (row not in own, abs(row - centre)))

    # Across.

    def _routed(self) -> tuple[dict[Slot, Track], tuple[int, ...]]:
        tracks: dict[Slot, Track] = {}
        counts = []
        for layer in self.nets:
            nets = [Net(self.outs[slot], tuple(self._rows(slot))) for slot in layer]
            found, count = routed(nets, self.height)
            tracks |= dict(zip(layer, found, strict=True))
            counts.append(count)
        return tracks, tuple(counts)

    def _rows(self, slot: Slot) -> Iterator[int]:
        seen = dict.fromkeys(
            self.ends[slot, end, tie.key if tie else None] for end, tie in self.behind[slot]
        )
        yield from seen

    def _lefts(self, counts: Sequence[int]) -> tuple[int, ...]:
        lefts = [0]
        for number, (room, count) in enumerate(zip(self.rooms, counts, strict=False)):
            lefts.append(lefts[-1] + room + 1 + count + self._words(number + 1))
        return tuple(lefts)

    def _words(self, layer: int) -> int:
        """Return the cells of the last stretches of the links that end in a layer."""
        ties = (tie for slot in self.slots[layer] for _, tie in self.before[slot] if tie)
        longest = max((len(tie.words) for tie in ties), default=-2)
        return longest + HEADS

    # Drawing.

    def picture(self) -> Picture:
        grid = Grid()
        self._head(grid)
        shift = 1 if self.what.start is not None else 0
        for key, box in self.what.boxes.items():
            draw_box(grid, box, self._area(key, shift))
        lines = Lines(grid)
        # Stated links last, so that what they share with inferred ones is theirs.
        for tie in sorted(self.what.ties, key=lambda tie: not tie.inferred):
            self._draw_tie(lines, tie, shift)
        lines.finish()
        return grid.picture(self._moves())

    def _area(self, slot: str, shift: int) -> Area:
        layer = self.layer_of[slot]
        top = self.tops[slot] + shift
        return Area(
            top, self.lefts[layer], top + self.heights[slot], self.lefts[layer] + self.rooms[layer]
        )

    def _head(self, grid: Grid) -> None:
        if self.what.start is None:
            return
        middle = self.layer_of[self.what.start]
        if middle:
            grid.write(Point(0, 0), CAUSES, Pen(Tone.HEADING))
        if middle + 1 < len(self.slots):
            grid.write(Point(0, self.lefts[middle + 1]), EFFECTS, Pen(Tone.HEADING))

    def _draw_tie(self, lines: Lines, tie: Tie, shift: int) -> None:
        path = self._path(tie)
        for here, there in pairwise(path):
            last = there == tie.effect
            end = self.ends[here, there, tie.key if last else None]
            points = tuple(Point(p.row + shift, p.cell) for p in self._points(here, there, end))
            lines.draw(points, here, dashed=tie.inferred)
            if here == tie.cause and self.what.boxes[here].heavy:
                lines.grid.write(points[0], "┠", Pen(Tone.ACCENT, here))
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
        out = self.outs[here]
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
        rows = {key: row for (_, _, key), row in self.ends.items() if key is not None}
        moves = along(self.what.ties, rows)
        for number, layer in enumerate(self.slots):
            moves |= up_and_down(slot for slot in layer if isinstance(slot, str))
            keys = (
                key
                for (_, end, key) in self.ends
                if key is not None and self.layer_of[end] == number
            )
            moves |= up_and_down(sorted(keys, key=rows.__getitem__))
        return moves


def _room(boxes: Mapping[str, Box], layer: Sequence[Slot], most: int) -> int:
    """Return the width of a layer's boxes, frame included."""
    widest = max((boxes[slot].widest for slot in layer if isinstance(slot, str)), default=0)
    return min(most, widest) + _FRAME


def _fullest(slots: Sequence[Sequence[Slot]]) -> int:
    return max(range(len(slots)), key=lambda layer: len(slots[layer]))


_Tied = dict[Slot, list[tuple[Slot, Tie | None]]]


def _tied(what: Across) -> tuple[_Tied, _Tied]:
    """Return what is behind and before each slot: a link where it ends, else nothing beside it."""
    layer_of = what.layers.layer_of
    behind: _Tied = {slot: [] for slot in layer_of}
    before: _Tied = {slot: [] for slot in layer_of}
    for tie in what.ties:
        here: Slot = tie.cause
        for layer in range(layer_of[tie.cause] + 1, layer_of[tie.effect]):
            there = Pass(tie.cause, layer)
            if (there, None) not in behind[here]:
                behind[here].append((there, None))
                before[there].append((here, None))
            here = there
        behind[here].append((tie.effect, tie))
        before[tie.effect].append((here, tie))
    return behind, before
