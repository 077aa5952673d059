"""The shortest paths between two records, searched from both ends; on numbers, free of SQL.

A search that only went out from one end would see a million records within a few steps; from both
ends it sees the square root of that. Each turn makes all paths known that are one step longer: the
end with fewer ties at its outer edge is read one level further. A hub, which may have a hundred
thousand ties, is not read as long as the other end's edge is smaller: then only the ties between
the two are looked up, which is all that paths of this length need. It is read when nothing else is
left to do for longer ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from .path_rows import Cut

USUAL_TIES = 8
"""Ties that a record is taken to have which is no hub."""
PROBE = 4
"""Ties that can be read in the time in which one is looked up."""
EFFORT = 200_000
"""Steps that the listing of paths may take: where long ones run in circles, most lead nowhere."""

_GLANCE = 1_000
"""Of so many of these steps, one asks whether to stop."""

Way = tuple[int, ...]
"""Records by their numbers, each tied to the next."""


class Ties(Protocol):
    """Who is tied to whom. `onward` is the direction from the first end to the second."""

    def hubs(self, rows: Collection[int]) -> Mapping[int, int]:
        """Return those of the records that have many ties, and how many."""
        ...

    def pages(self, rows: Sequence[int], *, onward: bool) -> Iterable[Sequence[tuple[int, int]]]:
        """Yield pairs of each record and another tied to it, each pair once."""
        ...

    def among(self, row: int, others: Collection[int], *, onward: bool) -> Sequence[int]:
        """Return those of the others that a record is tied to."""
        ...


@dataclass(slots=True)
class _Side:
    """What is known from one end: `level` steps around it all ties are read.

    `depth` says how many steps away each record is, `nearer` from which records, nearer or as near,
    one comes to it. `outer` are the records `level` steps away, some of which may be `read`, so
    that those `behind` them are known; of hubs only the ties to `probed` records may be.
    """

    onward: bool
    depth: dict[int, int]
    outer: list[int]
    hubs: Mapping[int, int]
    level: int = 0
    nearer: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    behind: list[int] = field(default_factory=list[int])
    read: set[int] = field(default_factory=set[int])
    probed: dict[int, set[int]] = field(default_factory=dict[int, set[int]])

    @property
    def cost(self) -> int:
        """How many ties are left to read at the outer edge, about."""
        left = (self.hubs.get(row, USUAL_TIES) for row in self.outer if row not in self.read)
        return sum(left)

    @property
    def is_done(self) -> bool:
        """Whether all ties are read, and no record is left behind them."""
        return not self.behind and len(self.read) == len(self.outer)

    def take(self, page: Iterable[tuple[int, int]]) -> None:
        """Note ties from records of the outer edge; of all that is done here it is done most."""
        depth, nearer, further = self.depth, self.nearer, self.level + 1
        for near, far in page:
            nearer[far].append(near)
            if far not in depth:
                depth[far] = further
                self.behind.append(far)

    def take_rest(self, page: Iterable[tuple[int, int]]) -> None:
        """Note ties some of which were noted already, as those of a hub to what was probed."""
        for near, far in page:
            if far not in self.probed.get(near, ()):
                self.take(((near, far),))
            elif far not in self.depth:
                self.depth[far] = self.level + 1
                self.behind.append(far)

    def take_probed(self, near: int, far: int) -> None:
        """Note a tie of a hub that is not read; what is behind it is not known by that."""
        known = self.probed.setdefault(near, set())
        if far not in known:
            known.add(far)
            self.nearer[far].append(near)


class Search:
    """A search between two records, which must be two; ask for `lengths`, and then for `ways`."""

    def __init__(
        self, ties: Ties, first: int, second: int, reach: int, stopped: Callable[[], bool]
    ) -> None:
        self._ties = ties
        self._reach = reach
        self._stopped = stopped
        hubs = ties.hubs((first, second))
        self._first = _Side(True, {first: 0}, [first], hubs)  # noqa: FBT003 - a dataclass
        self._second = _Side(False, {second: 0}, [second], hubs)  # noqa: FBT003 - a dataclass
        self._joined = self._first
        self._effort = 0
        self.cut: Cut | None = None

    @property
    def reached(self) -> tuple[int, int]:
        """How many records were reached from each end, itself included."""
        return len(self._first.depth), len(self._second.depth)

    @property
    def exhausted(self) -> bool:
        """Whether nothing is left to go on to from one of the ends."""
        return self._first.is_done or self._second.is_done

    def lengths(self, most: int) -> Iterator[int]:
        """Yield how many steps paths have that are all known now, one more each time.

        The last may be known in part only, when the search was `cut` before it was yielded.
        """
        for length in range(1, most + 1):
            self._join()
            yield length
            if self.cut or length == most or not self._complete():
                return

    # Reading.

    def _sides(self) -> tuple[_Side, _Side]:
        """Return both sides, the one with less to read first."""
        first, second = self._first, self._second
        order = sorted((first, second), key=lambda side: (side.cost, side.level))
        return order[0], order[1]

    def _join(self) -> None:
        """Make known all ties between what is within reach of one side and of the other."""
        side, other = self._sides()
        self._joined = side
        left = [row for row in side.outer if row not in side.read]
        hubs = [r for r in left if side.hubs.get(r, 0) > len(other.outer) * PROBE]
        self._read(side, sorted(set(left) - set(hubs)))
        for hub in hubs:
            if self._is_over():
                return
            for far in self._ties.among(hub, other.outer, onward=side.onward):
                side.take_probed(hub, far)

    def _complete(self) -> bool:
        """Read the rest of one side's outer edge, and go on to the records behind it."""
        side, _ = self._sides()
        self._read(side, [row for row in side.outer if row not in side.read])
        if self.cut:
            return False
        side.outer, side.behind = sorted(side.behind), []
        side.level += 1
        side.hubs = self._ties.hubs(side.outer)
        side.read, side.probed = set(), {}
        return True

    def _read(self, side: _Side, rows: Sequence[int]) -> None:
        for page in self._ties.pages(rows, onward=side.onward):
            if self._is_over():
                return
            (side.take_rest if side.probed else side.take)(page)
        side.read.update(rows)

    def _is_over(self) -> bool:
        if self._stopped():
            self.cut = Cut.STOPPED
        elif sum(self.reached) > self._reach:
            self.cut = Cut.RECORDS
        return self.cut is not None

    # Listing.

    def ways(self) -> Iterator[Way]:
        """Yield the paths of the length that was yielded last, none of which meets itself."""
        first, second = self._first, self._second
        for near, far in self._crossings():
            for head in self._walked(first, near, first.level, frozenset({near, far})):
                for tail in self._walked(second, far, second.level, frozenset({*head, far})):
                    yield (*head, *reversed(tail))

    def _crossings(self) -> list[tuple[int, int]]:
        """Return the ties from what is within reach of the first end to the second's, in order.

        Those that the side knows which was joined last: it knows all.
        """
        side = self._joined
        other = self._second if side is self._first else self._first
        pairs = (
            (near, far)
            for far in side.nearer.keys() & other.depth.keys()
            if other.depth[far] <= other.level
            for near in side.nearer[far]
            if side.depth[near] <= side.level
        )
        return sorted(pairs if side is self._first else ((far, near) for near, far in pairs))

    def _is_given_up(self) -> bool:
        self._effort += 1
        if self._effort > EFFORT:
            self.cut = self.cut or Cut.WAYS
        elif self._effort % _GLANCE == 0 and self._stopped():
            self.cut = Cut.STOPPED
        return self.cut in {Cut.WAYS, Cut.STOPPED}

    def _walked(self, side: _Side, row: int, steps: int, met: frozenset[int]) -> Iterator[Way]:
        """Yield the ways from a side's end to a record in so many steps that meet no other one."""
        if self._is_given_up():
            return
        if steps == 0:
            if side.depth[row] == 0:
                yield (row,)
            return
        for before in side.nearer.get(row, ()):
            if side.depth[before] >= steps:
                return  # they were noted level by level
            if before not in met:
                for way in self._walked(side, before, steps - 1, met | {before}):
                    yield (*way, row)
