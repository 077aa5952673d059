"""The line of what a TOML reader refuses without saying where: far too deep, or far too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scale_explorer.models.frozen import dataclass

from .limits import DEPTH, DIGITS
from .skeleton import skeleton

_LONG = re.compile(r"[0-9_]{1000,}+")
"""More digits than this are refused by Python itself, from 4,300 on."""

_BRACKET = re.compile(r"[][{}]")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What is wrong, and the line from 1, where it can be found."""

    reason: str
    line: int | None = None


def unplaced(text: str, error: Exception) -> Unplaced:
    """Say what a reader meant that gave up on a text without naming a place."""
    bones = skeleton(text)
    if isinstance(error, RecursionError):
        reason = f"lists and tables stand in one another more than {DEPTH} deep"
        return Unplaced(reason, next(_too_deep(bones), None))
    if isinstance(error, MemoryError):
        return Unplaced("it is too large to read")
    if found := _LONG.search(bones):
        reason = f"a number must have at most {DIGITS} digits"
        return Unplaced(reason, bones.count("\n", 0, found.start()) + 1)
    return Unplaced("a value in it cannot be read")


def _too_deep(bones: str) -> Iterator[int]:
    """Yield the line of every bracket with which more lists and tables are open than may be."""
    depth = 0
    for found in _BRACKET.finditer(bones):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEPTH:
            yield bones.count("\n", 0, found.start()) + 1
