"""What a question found: rows that are read by their place among all that were found."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from scale_explorer.models.frozen import dataclass, replace

from .rows.records import SectionRow

RowT = TypeVar("RowT")

FIRST = 1_000
"""Matches that are looked for at first: more than anybody reads, and found within a frame."""


@dataclass(frozen=True, slots=True)
class Found(Generic[RowT]):
    """Rows in the set's order, a page of which costs the same wherever it begins.

    `numbers` are the store's own, `ascending` unless another order was asked for; `read` makes rows
    of some of them, and `number_of` tells which one has a key. Where it is not `complete`, one
    stopped looking: there may be more than `total`. `sections` are the headings above the rows.
    """

    numbers: Sequence[int]
    read: Callable[[Sequence[int]], tuple[RowT, ...]]
    number_of: Callable[[str], int | None]
    complete: bool = True
    sections: tuple[SectionRow, ...] = ()
    ascending: bool = True

    @property
    def total(self) -> int:
        """How many rows were found."""
        return len(self.numbers)

    def page(self, start: int, stop: int) -> tuple[RowT, ...]:
        """Return the rows from one place up to another; there may be fewer."""
        numbers = self.numbers[max(0, start) : max(0, stop)]
        return self.read(numbers) if numbers else ()

    def index(self, key: str) -> int | None:
        """Return the place of the row with a key, None where none of these has it."""
        number = self.number_of(key)
        if number is None:
            return None
        if self.ascending:
            return place_of(self.numbers, number)
        return self.numbers.index(number) if number in self.numbers else None


def without(found: Found[RowT], keys: Iterable[str]) -> Found[RowT]:
    """Return what was found, in ascending order, but for the rows with some keys."""
    numbers = array("q", found.numbers)
    for number in map(found.number_of, keys):
        if number is not None and (place := place_of(numbers, number)) is not None:
            del numbers[place]
    return replace(found, numbers=numbers)


def place_of(numbers: Sequence[int], number: int) -> int | None:
    """Return where a number stands among ascending ones."""
    place = bisect_left(numbers, number)
    return place if place < len(numbers) and numbers[place] == number else None


def sections_among(
    headings: Sequence[tuple[str, int]], numbers: Sequence[int]
) -> tuple[SectionRow, ...]:
    """Return the headings that have lines among these, each with the place of its first one.

    A heading is its title and the number of its first line; the lines up to the next are its own.
    """
    return tuple(_sections_among(headings, numbers))


def _sections_among(
    headings: Sequence[tuple[str, int]], numbers: Sequence[int]
) -> Iterator[SectionRow]:
    ends = [first for _, first in headings[1:]]
    title_before: str | None = None
    for place, (title, first) in enumerate(headings):
        start = bisect_left(numbers, first)
        stop = bisect_left(numbers, ends[place]) if place < len(ends) else len(numbers)
        if start < stop and title != title_before:
            yield SectionRow(title, start)
            title_before = title
