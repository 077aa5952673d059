"""Names in the order in which an index keeps them: found by how they begin, by halving.

Records of one kind stand in the order of their names, so that those that begin alike are neighbours
and no further index is needed to find them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import cast

from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from .connections import Connections

BEFORE_NAMES = "()[]{}<>«»„“”\"'‘’`.,:;-–—_*#&!?¡¿ "
"""What may stand before a name, and does not count where names are put in order."""

_KeyAt = Callable[[int], str]

BEGUN = 30
"""Names of one kind that a filter shows because they begin so, where it finds very many."""

Named = tuple[int, str, str]
"""The number of a record, its name, and its folded words, which begin with the folded name."""


def order_key(folded: str) -> str:
    """Return that of a folded name by which names are put in order."""
    return folded.lstrip(BEFORE_NAMES)


def beginning(
    file: Connections, wanted: str, limit: int, kinds: Iterable[Kind] = ENTITY_KINDS
) -> Iterator[Named]:
    """Yield records whose folded name begins so, at most so many of each kind, in order."""
    key, key_at = order_key(wanted), _keys(file)
    for rows in _ranges(file, kinds) if key else ():
        yield from _from(file, rows, _place(key_at, rows, key), key, limit)


def beginning_most_alike(file: Connections, wanted: str, limit: int) -> Iterator[Named]:
    """Yield records whose names have the longest beginning of `wanted`, or nearly, in common.

    A slip that leaves a beginning as it is may make another that some name has: so some of the
    beginnings before the longest are looked at, too.
    """
    key, key_at = order_key(wanted), _keys(file)
    ranges = tuple(_ranges(file)) if key else ()
    places = [_place(key_at, rows, key) for rows in ranges]
    shared = map(lambda rows, at: _in_common(key_at, rows, at, key), ranges, places)
    longest = max(shared, default=0)
    for length in range(longest, max(longest - _BACK, _FEWEST - 1), -1):
        for rows in ranges:
            start = key[:length]
            yield from _from(file, rows, _place(key_at, rows, start), start, limit)


_BACK = 4
"""Beginnings that are looked at, each a letter shorter than the one before."""
_FEWEST = 2
"""Letters of the shortest of them."""


def _ranges(file: Connections, kinds: Iterable[Kind] = ENTITY_KINDS) -> Iterator[range]:
    sql = "SELECT first, last FROM kind WHERE kind = :kind"
    for kind in kinds:
        for first, last in cast("list[tuple[int, int]]", file.select(sql, {"kind": kind.value})):
            yield range(first, last + 1)


def _keys(file: Connections) -> _KeyAt:
    """Return what tells by which key a row stands in order, and remembers those it was asked for.

    To look for several keys by halving asks for the same rows over and over.
    """
    return lru_cache(maxsize=None)(partial(_key_at, file))


def _place(key_at: _KeyAt, rows: Sequence[int], key: str) -> int:
    """Return where in some rows the first name stands that is not before `key`."""
    return bisect_left(rows, key, key=key_at)


def _key_at(file: Connections, row: int) -> str:
    found = file.first("SELECT words FROM item WHERE row = :row", {"row": row})
    return order_key(str(found[0])) if found else ""


def _in_common(key_at: _KeyAt, rows: Sequence[int], at: int, key: str) -> int:
    """Return how many letters `key` has in common with the nearer of the names around a place."""
    around = map(key_at, rows[max(0, at - 1) : at + 1])
    return max((_shared(key, other) for other in around), default=0)


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _from(file: Connections, rows: Sequence[int], at: int, key: str, limit: int) -> Iterator[Named]:
    if at == len(rows):
        return
    sql = "SELECT row, title, words FROM item WHERE row BETWEEN :first AND :last ORDER BY row"
    span = {"first": rows[at], "last": min(rows[at] + limit, rows[-1] + 1) - 1}
    for row, title, words in cast("list[Named]", file.select(sql, span)):
        if not order_key(words).startswith(key):
            return
        yield row, title, words
