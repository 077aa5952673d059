"""All ties within a few steps of a record, nearest first: for other programs, nothing folded."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.frozen import dataclass

from ..query import EVERYTHING, Filter
from ..store.protocol import PAGE, Store
from ..store.rows.edges import EdgeRow
from ..store.rows.lens import PLAIN_LENS, Lens
from . import tie_filter

MOST = 5000
"""Ties that are read at most."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A tie, told from the end that is nearer; `depth` is how many steps its far end is away."""

    depth: int
    edge: EdgeRow


@dataclass(frozen=True, slots=True)
class Reach:
    """Ties in the order in which they were reached; `is_whole` unless there were too many."""

    ties: tuple[Reached, ...]
    is_whole: bool


def reach(
    store: Store,
    record: str,
    depth: int,
    matching: Filter = EVERYTHING,
    lens: Lens = PLAIN_LENS,
) -> Reach:
    """Return the ties within `depth` steps; raises TieFilterError for what a filter cannot ask.

    What a filter asks besides types holds for the ties of the record itself.
    """
    tie_filter.check(matching)
    found: dict[tuple[str, str, frozenset[str]], Reached] = {}
    known, front = {record}, [record]
    for step in range(1, depth + 1):
        ahead: dict[str, None] = {}
        for edge in _from(store, front, matching, lens, near=step == 1):
            ends = frozenset({edge.near, edge.far})
            found.setdefault((edge.claim, edge.type, ends), Reached(step, edge))
            if edge.far not in known:
                ahead[edge.far] = None
            if len(found) == MOST:
                return Reach(tuple(found.values()), is_whole=False)
        known |= ahead.keys()
        front = list(ahead)
    return Reach(tuple(found.values()), is_whole=True)


def _from(
    store: Store, front: list[str], matching: Filter, lens: Lens, *, near: bool
) -> Iterator[EdgeRow]:
    for record in front:
        for edge in _all_of(store, record, lens):
            of_type = tie_filter.may_have(matching, edge.type, outward=edge.outward)
            if tie_filter.fits(edge, matching) if near else of_type:
                yield edge


def _all_of(store: Store, record: str, lens: Lens) -> Iterator[EdgeRow]:
    after: EdgeRow | None = None
    while page := store.edges(record, after=after, lens=lens):
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1]
