"""Ids of several sets that are open at once: the set's id, a slash, and the record's own id.

No id has a slash of its own, so what stands before it always names the set.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
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


def told_apart(set_ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of sets in their order, each once; they are given by the path of each set.

    Of sets with one id the first by path keeps it, and the others get the first free numbers,
    whatever their order: the same sets always get the same ids. Of `mill`, `mill` and `mill-2` the
    second becomes `mill-3`: who has an id to itself keeps it.
    """
    taken = set(set_ids.values())
    found: dict[str, str] = {}
    for path in sorted(set_ids):
        set_id = set_ids[path]
        found[path] = _free(set_id, taken) if set_id in found.values() else set_id
        taken.add(found[path])
    return tuple(found[path] for path in set_ids)


def _free(set_id: str, taken: Container[str]) -> str:
    numbered = (f"{set_id}-{number}" for number in count(2))
    return next(name for name in numbered if name not in taken)
