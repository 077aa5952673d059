# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""How two records are tied to each other over others: the search of `path_search`, on the file.

Neighbours come from an index that holds both ends, so that no words are read on the way; ties
become rows only where a path was found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import cast

from scale_explorer.models.relation_type import MEANINGS

from . import ties
from .conditions import Condition, Side, every, matching, seen
from .connections import Connections
from .path_limits import REACH, TIES
from .path_rows import Hop, PathRow, Paths, Walk
from .path_search import Search, Way
from .rows.lens import PLAIN_LENS, Lens
from .tie_types import numbered

HUB = 256
"""Ties from which on a record counts as a hub; the table `hub` lists those with more."""
MUTUAL = tuple(sorted(kind.value for kind, told in MEANINGS.items() if told.phrase == told.inverse))
"""Types that mean the same from both ends, and so have no direction."""

_FEW = 500
"""Records that are looked up among the hubs; for more, all hubs are read, which are not many."""
_AT_ONCE = 64
"""Records whose ties are read together, unless they are hubs."""
_PAGE = 4_000
"""Ties of a hub that are read together."""
_CLAIM = Side("r.row", "r.text", seek=False)

Pair = tuple[int, int]


def paths(
    file: Connections, ends: Pair, walk: Walk, lens: Lens, stopped: Callable[[], bool]
) -> Paths:
    """Return the shortest paths between two different records; see `Paths` for what else is told.

    `stopped` is asked now and then, and ends the search by saying so.
    """
    allowed = _Allowed(file, walk, lens)
    search = Search(allowed, *ends, REACH, stopped)
    found: list[Way] = []
    known = 0
    for length in search.lengths(walk.steps):
        found += islice(search.ways(), walk.limit + 1 - len(found))
        if search.cut:
            break
        known = length
        if len(found) > walk.limit or (search.exhausted and not found):
            break
    return Paths(
        found=_rows(allowed, found[: walk.limit]),
        steps=known,
        more=len(found) > walk.limit,
        reached=search.reached,
        exhausted=search.exhausted,
        cut=search.cut,
    )


class _Allowed:
    """The ties that may be walked (see `path_search.Ties`)."""

    def __init__(self, file: Connections, walk: Walk, lens: Lens) -> None:
        self._file = file
        self._walk = walk
        self._lens = lens
        claim = every((matching(walk.matching, _CLAIM), seen(lens)))
        self._claim, self._joined = claim, claim.sql != "1" or lens != PLAIN_LENS

    def hubs(self, rows: Collection[int]) -> Mapping[int, int]:
        """Return those of the records that are hubs, and how many ties they have."""
        if len(rows) > _FEW:
            return {row: self._every_hub[row] for row in self._every_hub.keys() & rows}
        sql = "SELECT row, ties FROM hub WHERE row IN (SELECT value FROM json_each(:rows))"
        found = self._file.select(sql, {"rows": json.dumps(list(rows))})
        return dict(cast("list[Pair]", found))

    @cached_property
    def _every_hub(self) -> Mapping[int, int]:
        return dict(cast("list[Pair]", self._file.select("SELECT row, ties FROM hub")))

    def pages(self, rows: Sequence[int], *, onward: bool) -> Iterator[list[Pair]]:
        """Yield pairs of each record and one tied to it, each pair once."""
        hubs = self.hubs(rows)
        usual = [row for row in rows if row not in hubs]
        for start in range(0, len(usual), _AT_ONCE):
            yield self._pairs(usual[start : start + _AT_ONCE], onward=onward)
        for hub in hubs:
            yield from self._of_hub(hub, onward=onward)

    def _pairs(self, rows: Sequence[int], *, onward: bool) -> list[Pair]:
        near = Condition(
            "e.near IN (SELECT value FROM json_each(:rows))", {"rows": json.dumps(list(rows))}
        )
        return self._select(near, onward=onward)

    def _of_hub(self, hub: int, *, onward: bool) -> Iterator[list[Pair]]:
        behind = 0
        while True:
            place = Condition("e.near = :hub AND e.far > :behind", {"hub": hub, "behind": behind})
            page = self._select(place, onward=onward, limit=_PAGE)
            yield page
            if len(page) < _PAGE:
                return
            behind = page[-1][1]

    def among(self, row: int, others: Collection[int], *, onward: bool) -> list[int]:
        """Return those of the others that a record is tied to."""
        ends = Condition(
            "e.near = :near AND e.far IN (SELECT value FROM json_each(:far))",
            {"near": row, "far": json.dumps(list(others))},
        )
        return [far for _, far in self._select(ends, onward=onward)]

    def _select(self, which: Condition, *, onward: bool, limit: int = -1) -> list[Pair]:
        others = Condition("e.far <> e.near")
        where = every((which, others, *self._kept(onward=onward)))
        # In the order of the index, so that nothing need be sorted.
        sql = f"""SELECT DISTINCT e.near, e.far FROM tie e
                  {"JOIN record r ON r.row = e.claim" if self._joined else ""}
                  WHERE {where.sql} ORDER BY e.near, e.far LIMIT :limit"""
        values = {**where.values, "limit": limit}
        return cast("list[Pair]", self._file.select(sql, values))

    def _kept(self, *, onward: bool) -> tuple[Condition, ...]:
        types, barred = ties.of_types(self._walk.types), Condition()
        if self._walk.barred:
            names = json.dumps(numbered(self._walk.barred))
            barred = Condition(
                "e.type NOT IN (SELECT value FROM json_each(:barred))", {"barred": names}
            )
        return types, barred, self._directed(onward=onward), self._claim

    def _directed(self, *, onward: bool) -> Condition:
        if not self._walk.directed:
            return Condition()
        mutual = "e.type IN (SELECT value FROM json_each(:mutual))"
        return Condition(
            f"e.outward = :outward OR {mutual}",
            {"outward": int(onward), "mutual": json.dumps(numbered(MUTUAL))},
        )

    def hop(self, near: int, far: int) -> Hop:
        """Return the ties between two records, seen from the first."""
        ends = every((Condition("e.far = :far", {"far": far}), *self._kept(onward=True)))
        found = ties.edges(self._file, near, ends, TIES, self._lens)
        more = self._count(near, ends) - TIES if len(found) == TIES else 0
        return Hop(found, more)

    def _count(self, near: int, ends: Condition) -> int:
        where = every((Condition("e.near = :near", {"near": near}), ends))
        sql = f"""SELECT count(*) FROM tie e
                  JOIN record r ON r.row = e.claim WHERE {where.sql}"""
        found = self._file.first(sql, where.values)
        return cast("int", found[0]) if found else 0

    def ids(self, rows: Collection[int]) -> Mapping[int, str]:
        """Return the ids of records."""
        sql = "SELECT row, id FROM record WHERE row IN (SELECT value FROM json_each(:rows))"
        found = self._file.select(sql, {"rows": json.dumps(list(rows))})
        return dict(cast("list[tuple[int, str]]", found))


def _rows(allowed: _Allowed, found: Sequence[Way]) -> tuple[PathRow, ...]:
    ids = allowed.ids({row for way in found for row in way})
    steps = {step for way in found for step in pairwise(way)}
    hops = {step: allowed.hop(*step) for step in sorted(steps)}
    return tuple(
        PathRow(
            tuple(ids[row] for row in way),
            tuple(hops[step] for step in pairwise(way)),
        )
        for way in found
    )
