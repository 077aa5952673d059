"""The rows of a chain of reasons that is drawn from left to right: of boxes, and of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scale_explorer.data.exploring.layering import Layers, Pass, Slot

from .reason_parts import FRAME, Box, Tie
from .stacking import stacked

Tied = dict[Slot, list[tuple[Slot, Tie | None]]]
"""What is beside each slot: a link where it ends, and nothing where it goes on."""


def tied(layers: Layers, ties: Sequence[Tie]) -> tuple[Tied, Tied]:
    """Return what is behind and before each slot: a link where it ends, else nothing beside it."""
    layer_of = layers.layer_of
    behind: Tied = {slot: [] for slot in layer_of}
    before: Tied = {slot: [] for slot in layer_of}
    for tie in ties:
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


class Rows:
    """Where things stand in layers whose boxes are as wide as `rooms` say, and where lines run.

    `tops` and `heights` are of each slot. A line comes out of a slot in the row that `outs` has,
    and ends, by source, target and key, in the one that `ends` has.
    """

    def __init__(
        self,
        boxes: Mapping[str, Box],
        layers: Layers,
        ties: Sequence[Tie],
        start: str | None,
        rooms: Sequence[int],
    ) -> None:
        self._boxes, self._rooms, self._start = boxes, rooms, start
        self._slots, self._layer_of = layers.slots, layers.layer_of
        self.behind, self.before = tied(layers, ties)
        self.heights = {slot: self._height(slot) for slot in self._layer_of}
        self.tops = self._stacked()
        self.ends = self._ends()
        self.outs = self._outs()

    @property
    def height(self) -> int:
        """How many rows there are."""
        return max(top + self.heights[slot] for slot, top in self.tops.items())

    def ends_of(self, slot: Slot) -> tuple[int, ...]:
        """Return the rows in which the lines from a slot end."""
        behind = self.behind[slot]
        return tuple(self.ends[slot, end, tie.key if tie else None] for end, tie in behind)

    def _height(self, slot: Slot) -> int:
        if isinstance(slot, Pass):
            return 1
        box = self._boxes[slot]
        if not box.framed:
            return 1
        lines = len(box.lines(self._rooms[self._layer_of[slot]] - FRAME))
        return max(lines, len(self.before[slot])) + 2

    def _stacked(self) -> dict[Slot, int]:
        """Stack the layer of the start, then its neighbours outwards beside what they belong to."""
        middle = self._layer_of.get(self._start or "", _fullest(self._slots))
        tops: dict[Slot, int] = {}
        for layer in (*range(middle, len(self._slots)), *range(middle - 1, -1, -1)):
            slots = self._slots[layer]
            heights = [self.heights[slot] for slot in slots]
            wishes = [
                self._wish(slot, height, tops) for slot, height in zip(slots, heights, strict=True)
            ]
            tops |= dict(zip(slots, stacked(heights, wishes), strict=True))
        highest = min(tops.values())
        return {slot: top - highest for slot, top in tops.items()}

    def _wish(self, slot: Slot, height: int, tops: Mapping[Slot, int]) -> float | None:
        """Return the top at which something would stand level with what it is tied to."""
        tied = [*dict.fromkeys(end for end, _ in self.behind[slot]), *self._sources(slot)]
        centres = [tops[one] + (self.heights[one] - 1) / 2 for one in tied if one in tops]
        return sum(centres) / len(centres) - (height - 1) / 2 if centres else None

    def _sources(self, slot: Slot) -> tuple[Slot, ...]:
        return tuple(dict.fromkeys(source for source, _ in self.before[slot]))

    def _ends(self) -> dict[tuple[Slot, Slot, str | None], int]:
        """Give each link a row of its own where it ends, in the order of where it comes from."""
        rows: dict[tuple[Slot, Slot, str | None], int] = {}
        for slot in self._layer_of:
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
        for slot in self._layer_of:
            own = [row for (source, _, _), row in self.ends.items() if source == slot]
            layer = self._layer_of[slot]
            others = {
                row
                for (source, _, _), row in self.ends.items()
                if source != slot and self._layer_of[source] == layer
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


def _fullest(slots: Sequence[Sequence[Slot]]) -> int:
    return max(range(len(slots)), key=lambda layer: len(slots[layer]))
