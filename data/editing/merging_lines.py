"""Three versions of a text made one: what two people changed in the same text, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple, TypeAlias


class Hunk(NamedTuple):
    """Lines `start` to `end` of the text that both began with, and what takes their place."""

    start: int
    end: int
    lines: tuple[str, ...]


_Hunks: TypeAlias = list[Hunk]


def merged_lines(base: str, mine: str, theirs: str) -> str | None:
    """Return a text with both changes, or None where they are in one place."""
    before = base.splitlines(keepends=True)
    own, other = _hunks(before, mine), _hunks(before, theirs)
    joined = sorted({*own, *other})
    for one, next_one in pairwise(joined):
        if next_one.start < one.end or not _apart(one, next_one, before):
            return None
    return "".join(_applied(before, joined))


def _apart(one: Hunk, next_one: Hunk, before: list[str]) -> bool:
    """Say whether two changes do not belong together.

    Where they touch, a line may belong to the table above it, which the other one takes away; a
    header begins something of its own.
    """
    if next_one.start > one.end:
        return True
    lines = next_one.lines or before[next_one.start : next_one.end]
    first = next((line for line in lines if line.strip()), "")
    return first.lstrip().startswith("[")


def _hunks(before: list[str], text: str) -> _Hunks:
    after = text.splitlines(keepends=True)
    # Without autojunk: a line that is frequent, such as a blank one, still counts.
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [Hunk(a, b, tuple(after[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _applied(before: list[str], hunks: _Hunks) -> Iterator[str]:
    done = 0
    for hunk in hunks:
        yield from before[done : hunk.start]
        yield from hunk.lines
        done = hunk.end
    yield from before[done:]
