"""What a reader saw of a set, in few bytes, and which records are new since then."""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Iterable, Mapping
from operator import itemgetter

from scale_explorer.models.frozen import dataclass

from .rows.sets import News

_FORM = b"scale-explorer visit 1\n"
"""What the bytes begin with; other forms are other programs'."""
_PARTS = 3
_WIDTH = _PARTS * 8
DIGEST = 16
"""Bytes of the digest."""

PrintRow = tuple[int, int, int, int]
"""A record's row, and the numbers of its fingerprint (see `comparing.prints`)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The fingerprints of what was seen: `own` and `named`, each by that of the id."""

    own: Mapping[int, int]
    named: Mapping[int, int]


def packed(prints: Iterable[PrintRow]) -> bytes:
    """Return fingerprints as bytes, 24 a record behind a digest of all, whatever their order."""
    numbers = array("q")
    for _, *three in sorted(prints, key=itemgetter(1)):
        numbers.extend(three)
    body = _as_stored(numbers).tobytes()
    return _FORM + hashlib.blake2b(body, digest_size=DIGEST).digest() + body


def digest_of(visit: bytes) -> str | None:
    """Return what tells visits of sets apart that differ, or None when it is no visit."""
    digest, body = visit[len(_FORM) :][:DIGEST], len(visit) - len(_FORM) - DIGEST
    return digest.hex() if visit.startswith(_FORM) and body >= 0 and body % _WIDTH == 0 else None


def unpacked(visit: bytes) -> Seen:
    """Read what `packed` wrote, and nothing else."""
    numbers = array("q")
    numbers.frombytes(visit[len(_FORM) + DIGEST :])
    numbers = _as_stored(numbers)
    ids, own, named = (numbers[part::_PARTS] for part in range(_PARTS))
    return Seen(dict(zip(ids, own, strict=True)), dict(zip(ids, named, strict=True)))


def _as_stored(numbers: array[int]) -> array[int]:
    """Turn the machine's order of bytes into that of the files (little-endian), or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def compared(seen: Seen, prints: Iterable[PrintRow]) -> tuple[News, array[int]]:
    """Return how many records are new, and the rows of those added and changed.

    A record under another id is the one it was when it says the same, others by their names.
    """
    added: list[tuple[int, int]] = []
    rows = array("q")
    vanished = dict(seen.named)
    for row, key, own, named in prints:
        was = vanished.pop(key, None)
        if was is None:
            added.append((row, named))
        elif seen.own[key] != own and was != named:
            rows.append(row)
    changed = len(rows)
    moved = _moved(vanished, added)
    rows.extend(row for row, _ in added if row not in moved)
    news = News(len(added) - len(moved), changed, len(vanished) - len(moved))
    return news, rows


def _moved(vanished: Mapping[int, int], added: Iterable[tuple[int, int]]) -> set[int]:
    """Return the rows that say what vanished ones said, each of which is found once."""
    waiting: dict[int, int] = {}
    for named in vanished.values():
        waiting[named] = waiting.get(named, 0) + 1
    moved: set[int] = set()
    for row, named in added:
        if waiting.get(named, 0):
            waiting[named] -= 1
            moved.add(row)
    return moved
