"""Rows of CSV text (RFC 4180): one that cannot be cut into cells does not hide the others."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..limits import FINDINGS, ROW_CHARACTERS

_MOST_BROKEN = FINDINGS
"""Rows of a file that cannot be cut; each may cost as much as the longest row."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line that it begins in, from 1; one that is `broken` has none.

    What follows the `last` broken row is left out.
    """

    line: int
    cells: list[str]
    broken: bool = False
    last: bool = False


def plain_text(text: str) -> str:
    """Return text whose lines all end as they do here."""
    return text.replace("\r\n", "\n")


def rows(text: str, delimiter: str, first: int = 1) -> Iterator[Row]:
    """Yield the rows of a text from `plain_text` that begin in or behind line `first`.

    Behind a row that cannot be cut, reading goes on in the next line.
    """
    lines = list(io.StringIO(text, newline="\n"))
    start, broken = first - 1, 0
    while start < len(lines) and broken < _MOST_BROKEN:
        feed = _Feed(lines, start)
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Row(feed.row + 1, cells)
                feed.row = feed.at
        except csv.Error:
            broken += 1
            start = feed.row + 1
            yield Row(start, [], broken=True, last=broken == _MOST_BROKEN)
        else:
            return


class _Feed:
    """Hands lines to a reader of rows, and ends early when one row takes too many.

    `row` is the first line of the row that is being read, `at` the next line; both from 0.
    """

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self._lines = lines
        self.row = self.at = start
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at == self.row:
            self._taken = 0
        if self.at >= len(self._lines) or self._taken > ROW_CHARACTERS:
            raise StopIteration
        line = self._lines[self.at]
        self.at += 1
        self._taken += len(line)
        return line
