"""Rows of CSV text (RFC 4180): one that cannot be cut into cells does not hide the others."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..limits import FINDINGS, ROW_CHARACTERS

_EMPTY_LINES = re.compile(r"\n++")
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
    feed = _Feed(text, first)
    for broken in range(1, _MOST_BROKEN + 1):
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Row(feed.row, cells)
                feed.next_row()
        except csv.Error:
            yield Row(feed.row, [], broken=True, last=broken == _MOST_BROKEN)
            feed.go_back()
        else:
            return


class _Feed:
    """Hands lines to a reader of rows, and ends early when one row takes too many.

    `row` is the line, from 1, in which the row begins that is being read.
    """

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self.row = self._line = 1
        self._start = self._at = 0
        self.next_row()
        while self._line < first and next(self, None) is not None:
            self.next_row()

    def next_row(self) -> None:
        """Begin a row with the next line that is not empty."""
        if blank := _EMPTY_LINES.match(self._text, self._at):
            self._line += blank.end() - self._at
            self._at = blank.end()
        self.row, self._start = self._line, self._at

    def go_back(self) -> None:
        """Begin a row with the line behind the first one of the row that was read."""
        self._line, self._at = self.row, self._start
        next(self, None)
        self.next_row()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        at = self._at
        if at >= len(self._text) or at - self._start > ROW_CHARACTERS:
            raise StopIteration
        self._at = self._text.find("\n", at) + 1 or len(self._text)
        self._line += 1
        return self._text[at : self._at]
