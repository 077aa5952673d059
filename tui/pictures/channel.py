"""The channel between two layers: in which column the upright part of each line runs.

Channel routing after Hashimoto and Stevens (1971): no two lines lie on each other. A line that
comes out in a row in which another one ends must turn left of it; where that goes in a circle, one
of them turns twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Net:
    """A line that comes out of the left side in a row, and ends on the right side in others."""

    out: int
    ends: tuple[int, ...]

    @property
    def is_straight(self) -> bool:
        """Whether it needs no upright part."""
        return self.ends == (self.out,)


@dataclass(frozen=True, slots=True)
class Track:
    """Where a net turns: in a column, or before that in a `first` one, and then along a `row`."""

    column: int
    first: int | None = None
    row: int = 0


def routed(nets: Sequence[Net], below: int) -> tuple[tuple[Track, ...], int]:
    """Return the track of each net, and how many columns there are.

    No two nets come out in one row, and no two end in one. Rows from `below` on are free for lines
    that turn twice.
    """
    twisted = _twisted(nets)
    firsts = {each: number for number, each in enumerate(twisted)}
    columns = _columns(nets, frozenset(twisted))
    offset = len(firsts)
    end = offset + max(columns.values(), default=-1) + 1
    tracks: list[Track] = []
    for number, net in enumerate(nets):
        if number in firsts:
            first = firsts[number]
            tracks.append(Track(end + first, first, below + first))
        else:
            tracks.append(Track(offset + columns.get(number, 0)))
        assert net.ends, "a line ends somewhere"
    return tuple(tracks), end + len(firsts)


def _before(nets: Sequence[Net], number: int) -> Iterable[int]:
    """Yield the nets that must turn left of one: those that come out where it ends."""
    ends = set(nets[number].ends)
    return (
        other for other, net in enumerate(nets)
        if other != number and net.out in ends and not net.is_straight
    )  # fmt: skip


def _twisted(nets: Sequence[Net]) -> tuple[int, ...]:
    """Return nets without which no circle is left."""
    left = {n: set(_before(nets, n)) for n, net in enumerate(nets) if not net.is_straight}
    found: list[int] = []
    while left:
        ready = next((n for n, before in left.items() if not before & left.keys()), None)
        if ready is None:
            ready = min(left, key=lambda n: (len(nets[n].ends), n))
            found.append(ready)
        del left[ready]
    return tuple(found)


def _columns(nets: Sequence[Net], twisted: frozenset[int]) -> dict[int, int]:
    """Give each net the leftmost column that is free, right of all that must be left of it."""
    waiting = {
        number: set(_before(nets, number)) - twisted
        for number, net in enumerate(nets)
        if not net.is_straight and number not in twisted
    }
    columns: dict[int, int] = {}
    taken: dict[int, list[tuple[int, int]]] = {}
    while waiting:
        number = min(n for n, before in waiting.items() if before <= columns.keys())
        before = waiting.pop(number)
        rows = (nets[number].out, *nets[number].ends)
        span = min(rows), max(rows)
        column = max((columns[other] + 1 for other in before), default=0)
        while any(_meet(span, other) for other in taken.get(column, ())):
            column += 1
        columns[number] = column
        taken.setdefault(column, []).append(span)
    return columns


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
