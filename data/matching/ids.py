"""Ids of several sets that are open at once: the set's id, a slash, and the record's own id.

No id has a slash of its own, so what stands before it always names the set.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import count

_SLASH = "/"


def qualified(set_id: str, record_id: str) -> str:
    """Return the id that a record of a set has among several, such as `mill-story/birch`."""
    return f"{set_id}{_SLASH}{record_id}"


def set_of(record_id: str) -> str:
    """Return the id of the set before the slash; nothing when one set is open."""
    return record_id.rpartition(_SLASH)[0]


def bare(record_id: str) -> str:
    """Return an id as its own set writes it."""
    return record_id.rpartition(_SLASH)[2]


def told_apart(set_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of sets in their order; one that was there before gets the first free number.

    Of `mill`, `mill` and `mill-2` the second becomes `mill-3`: who has an id to itself keeps it.
    """
    taken = set(set_ids)
    found: list[str] = []
    for set_id in set_ids:
        found.append(_free(set_id, taken) if set_id in found else set_id)
        taken.add(found[-1])
    return tuple(found)


def _free(set_id: str, taken: Container[str]) -> str:
    numbered = (f"{set_id}-{number}" for number in count(2))
    return next(name for name in numbered if name not in taken)
