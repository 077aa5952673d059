"""Where neighbours lead on to: a tree, each branch of which is counted before it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.models.frozen import dataclass, replace

from ..query import EVERYTHING, Filter
from ..store.protocol import Store
from ..store.rows.edges import DegreeRow, EdgeRow
from ..store.rows.lens import PLAIN_LENS, Lens
from . import tie_filter
from .neighbourhood import FEW, IsOpen
from .tie_words import heading_of

DEEPEST = 3
"""Steps from the record in the middle that a tree goes; its own neighbours are one step away."""
MOST = 100
"""Branches of one record that are read at most."""
ABOVE = 1
"""The depth of the neighbours themselves, which are drawn above or beside the tree."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many ties of a kind lead on, under the heading of their far ends."""

    heading: str
    count: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A record in the tree, and the tie by which it was reached.

    `counts` tell what leads on from it, but for the way back; `branches` are read once it is
    `opened`, and `left_out` of them are not shown; `all_shown` says that they are more than usual.
    One that is drawn already, or is an end above it, is `known` and leads on from there.
    """

    key: str
    edge: EdgeRow
    depth: int
    counts: tuple[Counted, ...] = ()
    opened: bool = False
    branches: tuple[Branch, ...] = ()
    left_out: int = 0
    all_shown: bool = False
    known: bool = False

    @property
    def count(self) -> int:
        """How many ties lead on."""
        return sum(each.count for each in self.counts)

    @property
    def rest(self) -> str:
        """The key by which all of its branches are shown, as far as they are read."""
        return f"more:{self.key}"


@dataclass(frozen=True, slots=True)
class Tree:
    """The branches that lead on from the neighbours.

    `left_out` neighbours are folded away, and `ends` lead nowhere; by ties of every type, unless it
    is `narrowed`.
    """

    branches: tuple[Branch, ...] = ()
    left_out: int = 0
    ends: int = 0
    all_shown: bool = False
    narrowed: bool = False


REST = "more:neighbours"
"""The key by which all neighbours that lead on are shown."""


def branch_key(path: Sequence[str]) -> str:
    """Return the key by which the last record of a path is opened."""
    return f"at:{' '.join(path)}"


@dataclass(frozen=True, slots=True)
class _Grower:
    """What all branches of one tree have in common."""

    store: Store
    lens: Lens
    is_open: IsOpen
    drawn: frozenset[str]
    matching: Filter

    def branch(self, edge: EdgeRow, back: Sequence[EdgeRow], path: tuple[str, ...]) -> Branch:
        """Return the branch at a tie's far end, which `back` lead back from as well."""
        depth = len(path)
        key = branch_key(path)
        known = depth > ABOVE and (edge.far in self.drawn or edge.far in path[:-1])
        if known or depth >= DEEPEST:
            return Branch(key, edge, depth, known=known)
        counts = self._counts(edge.far, back)
        if not counts or not self.is_open(key):
            return Branch(key, edge, depth, counts)
        grown = Branch(key, edge, depth, counts, opened=True)
        unfolded = self.is_open(grown.rest)
        branches = self._grown(edge, path, MOST if unfolded else FEW)
        left_out = grown.count - len(branches)
        all_shown = unfolded and (len(branches) > FEW or left_out > 0)
        return replace(grown, branches=branches, left_out=left_out, all_shown=all_shown)

    def _counts(self, record: str, back: Sequence[EdgeRow]) -> tuple[Counted, ...]:
        taken = [(edge.type, not edge.outward) for edge in back]
        found = (
            Counted(heading_of(each.type, outward=each.outward),
                    each.count - taken.count((each.type, each.outward)))
            for each in self.store.degrees(record, self.lens)
            if self._may_have(each)
        )  # fmt: skip
        return tuple(counted for counted in found if counted.count > 0)

    def _grown(self, edge: EdgeRow, path: tuple[str, ...], most: int) -> tuple[Branch, ...]:
        found = self.store.edges(edge.far, self._types(edge.far), limit=MOST, lens=self.lens)
        ahead = [each for each in found if each.far != edge.near and self._may_have(each)]
        return tuple(self._branches(ahead[:most], ahead, path))

    def _types(self, record: str) -> frozenset[str]:
        """Return the types of ties that are wanted of a record; none where all are."""
        if not tie_filter.asks_of_types(self.matching):
            return frozenset()
        degrees = self.store.degrees(record, self.lens)
        return frozenset(each.type for each in degrees if self._may_have(each))

    def _branches(
        self, shown: Sequence[EdgeRow], ahead: Sequence[EdgeRow], path: tuple[str, ...]
    ) -> Iterator[Branch]:
        """Yield a branch a tie; one that leads to where another did already is `known`."""
        led_to: set[str] = set()
        for edge in shown:
            way = (*path, edge.far)
            if edge.far in led_to:
                yield Branch(branch_key(way), edge, len(way), known=True)
            else:
                yield self.branch(edge, [each for each in ahead if each.far == edge.far], way)
            led_to.add(edge.far)

    def _may_have(self, edge: EdgeRow | DegreeRow) -> bool:
        return tie_filter.may_have(self.matching, edge.type, outward=edge.outward)


def tree(  # noqa: PLR0913 - how it is looked at is told by name
    store: Store,
    record: str,
    edges: Sequence[EdgeRow],
    is_open: IsOpen,
    *,
    lens: Lens = PLAIN_LENS,
    matching: Filter = EVERYTHING,
) -> Tree:
    """Return where the neighbours at the far ends of some ties of a record lead on to.

    Of a filter only the type of ties counts here: words would hide the way to what they name.
    """
    by_end: dict[str, list[EdgeRow]] = {}
    for edge in edges:
        if edge.far != record:
            by_end.setdefault(edge.far, []).append(edge)
    grower = _Grower(store, lens, is_open, frozenset({record, *by_end}), matching)
    unfolded = is_open(REST)
    most = MOST if unfolded else FEW
    found: list[Branch] = []
    looked = 0
    for branch in _leading_on(grower, by_end):
        looked += 1
        if branch.count:
            found.append(branch)
        if len(found) == most:
            break
    narrowed = tie_filter.asks_of_types(matching)
    all_shown = unfolded and len(found) > FEW
    return Tree(tuple(found), len(by_end) - looked, looked - len(found), all_shown, narrowed)


def _leading_on(grower: _Grower, by_end: dict[str, list[EdgeRow]]) -> Iterator[Branch]:
    for far, back in by_end.items():
        yield grower.branch(back[0], back, (far,))
