"""Whom a record is tied to, in groups by type and direction, with counts for what is folded.

Where nothing is unfolded a group of many shows its first few; how many it has is counted by the
store, however many they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from scale_explorer.models.frozen import dataclass

from ..query import EVERYTHING, Filter
from ..store.protocol import PAGE, Store
from ..store.rows.edges import MEMBER, PARTY, DegreeRow, EdgeRow
from ..store.rows.lens import PLAIN_LENS, Lens
from . import tie_filter
from .tie_words import heading_of

FEW = 10
"""Ties of a group that are shown without unfolding it; of more, `FOLDED` are."""
FOLDED = 8
MANY = 200
"""Ties of a group that are shown when it is unfolded; beyond that a filter finds them."""
PAIRED = 60
"""Neighbours among whom ties are looked for."""

AMONG = "more:among"
"""The key by which all ties among the neighbours are shown."""

IsOpen = Callable[[str], bool]
"""Says whether the group with a key is unfolded."""


@dataclass(frozen=True, slots=True)
class Bunch:
    """The ties of one type and direction, of which `edges` are shown.

    `count` of them match. Where not all could be looked at, `unread` were not, and may match too.
    """

    type: str
    outward: bool
    edges: tuple[EdgeRow, ...]
    count: int
    opened: bool
    unread: int = 0

    @property
    def key(self) -> str:
        """The key by which it is unfolded."""
        return bunch_key(self.type, outward=self.outward)

    @property
    def heading(self) -> str:
        """What its far ends are called."""
        return heading_of(self.type, outward=self.outward)

    @property
    def left_out(self) -> int:
        """How many matching ties are not shown."""
        return self.count - len(self.edges)

    @property
    def can_fold(self) -> bool:
        """Whether it has more than a group shows unless it is unfolded."""
        return self.count > FEW


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A record's ties in groups, and the ties among the neighbours that are shown.

    `total` counts all ties of the record, whether they match or not. Of the ties among neighbours
    `among_left_out` are folded away, unless they are `among_opened`.
    """

    bunches: tuple[Bunch, ...]
    total: int
    among: tuple[EdgeRow, ...] = ()
    among_left_out: int = 0
    among_opened: bool = False

    @property
    def edges(self) -> Iterator[EdgeRow]:
        """The ties that are shown, group by group."""
        return (edge for bunch in self.bunches for edge in bunch.edges)

    @property
    def names(self) -> dict[str, str]:
        """The names of the neighbours that are shown, by id, in order."""
        return {edge.far: edge.far_name for edge in self.edges}

    @property
    def count(self) -> int:
        """How many ties match."""
        return sum(bunch.count for bunch in self.bunches)


def bunch_key(tie: str, *, outward: bool) -> str:
    """Return the key by which the ties of a type and direction are unfolded."""
    return f"more:{tie}:{'out' if outward else 'in'}"


def neighbourhood(
    store: Store,
    record: str,
    matching: Filter = EVERYTHING,
    lens: Lens = PLAIN_LENS,
    is_open: IsOpen = lambda key: False,  # noqa: ARG005 - nothing is
) -> Neighbourhood:
    """Look at who is tied to a record; raises TieFilterError for what a filter cannot ask."""
    tie_filter.check(matching)
    degrees = store.degrees(record, lens)
    total = sum(degree.count for degree in degrees)
    wanted = tuple(
        degree for degree in degrees
        if tie_filter.may_have(matching, degree.type, outward=degree.outward)
    )  # fmt: skip
    pages = _pages(store, record, lens, whole=total <= PAGE)
    found = (_bunch(degree, pages, matching, is_open) for degree in wanted)
    bunches = tuple(bunch for bunch in found if bunch.count)
    among = _among(store, record, bunches, matching, lens)
    opened = is_open(AMONG) and len(among) > FEW
    shown = among if opened or len(among) <= FEW else among[:FOLDED]
    return Neighbourhood(bunches, total, shown, len(among) - len(shown), opened)


Pages = Callable[[DegreeRow], tuple[EdgeRow, ...]]


def _pages(store: Store, record: str, lens: Lens, *, whole: bool) -> Pages:
    """Return what reads the first page of a type and direction; a single page is read once."""
    page = store.edges(record, lens=lens) if whole else ()

    def read(degree: DegreeRow) -> tuple[EdgeRow, ...]:
        tie, outward = degree.type, degree.outward
        if whole:
            return tuple(edge for edge in page if (edge.type, edge.outward) == (tie, outward))
        return store.edges(record, frozenset({tie}), lens=lens, outward=outward)

    return read


def _bunch(degree: DegreeRow, pages: Pages, matching: Filter, is_open: IsOpen) -> Bunch:
    tie, outward, count = degree.type, degree.outward, degree.count
    read = pages(degree)
    found = tuple(edge for edge in read if tie_filter.fits(edge, matching))
    asked = tie_filter.asks_of_each(matching)
    matches, unread = (len(found), count - len(read)) if asked else (count, 0)
    opened = is_open(bunch_key(tie, outward=outward))
    shown = found[: MANY if opened else FEW if matches <= FEW else FOLDED]
    return Bunch(tie, outward, shown, matches, opened, unread)


def _among(
    store: Store, record: str, bunches: Iterable[Bunch], matching: Filter, lens: Lens
) -> tuple[EdgeRow, ...]:
    """Return the ties among the first neighbours that are shown, relationships first."""
    ends = dict.fromkeys(edge.far for bunch in bunches for edge in bunch.edges)
    ends.pop(record, None)
    found = store.between(tuple(islice(ends, PAIRED)), lens)
    fitting = (edge for edge in found if tie_filter.fits(edge, matching))
    return tuple(sorted(fitting, key=lambda edge: edge.type in {PARTY, MEMBER}))
