"""The lines of a CSV text as its reader takes them: it can go back, and no row takes too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..limits import ROW_CHARACTERS

_EMPTY_LINES = re.compile(r"\n++")


class Feed:
    """Hands lines to a reader of rows, and ends early when one row takes too many.

    `row` is the line, from 1, in which the row begins that is being read.
    """

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self.row: int = 1
        self._line: int = 1
        self._start: int = 0
        self._at: int = 0
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
