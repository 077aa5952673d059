"""A portion of lines that one process reads for another, and what came of it.

Only for sources whose lines each stand for themselves. What comes of a portion depends on nothing
but the portion, so it is the same whoever reads it, and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .json_records import json_records
from .rejected import Rejected
from .shaped import Shaped
from .shaper import Shaper
from .sink import Item

LINES = 5_000
"""Lines that are handed over together: a fifth of a second's work."""
BYTES = 8 * 1024 * 1024
"""Bytes that are handed over together at most, but for one line more."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Lines of a file that follow each other, the first with a number in the file.

    `seq` is the number that the record of the first line gets among all, `file` that of the file.
    """

    label: str
    file: int
    number: int
    lines: Sequence[bytes]
    seq: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a portion: rows, what was rejected in its order, and how many were read."""

    shaped: Shaped
    rejected: Sequence[Rejected]
    read: int
    kept: int


def read_portion(portion: Portion) -> Taken:
    """Read the records of some lines; raises ValueError where an amount cannot be read."""
    shaper, rejected, kept = Shaper(), list[Rejected](), 0
    numbered = enumerate(portion.lines, portion.number)
    for each in json_records(numbered, portion.label, portion.file):
        if isinstance(each, Item):
            shaper.add(each, portion.seq + each.line - portion.number)
            kept += 1
        else:
            rejected.append(each)
    return Taken(shaper.taken(), rejected, kept + len(rejected), kept)


def cut(numbered: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, list[bytes]]]:
    """Cut numbered lines into portions, each with the number of its first line."""
    lines = iter(numbered)
    for number, first in lines:
        taken, size = [first], len(first)
        for _, line in islice(lines, LINES - 1):
            taken.append(line)
            size += len(line)
            if size > BYTES:
                break
        yield number, taken
