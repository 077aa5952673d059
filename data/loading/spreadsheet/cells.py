"""Where the cells of a row stand in CSV text: the reader of rows does not say, so it is found.

Only a row that something is said of is looked at this way.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..limits import ROW_CHARACTERS

_QUOTED = re.compile(r'(?:[^"]++|"")*+')


class Cell(NamedTuple):
    """A cell's text, in code points of the file's, without the quote marks around it."""

    start: int
    end: int
    quoted: bool = False

    def written(self, words: str) -> str:
        """Return words as they are written in this cell."""
        return words.replace('"', '""') if self.quoted else words

    def value(self, text: str) -> str:
        """Return what the cell says."""
        inner = text[self.start : self.end]
        return inner.replace('""', '"') if self.quoted else inner


class Cut(NamedTuple):
    """The cells of a row, and where it cannot be cut any further.

    That is at a quote mark that is not closed, or else behind one that closes too early.
    """

    cells: tuple[Cell, ...]
    fault: int | None = None
    is_open: bool = False


def cut(text: str, start: int, delimiter: str) -> Cut:
    """Find the cells of the row that begins at `start`, up to the first fault in it."""
    limit = _limit(text, start)
    cells: list[Cell] = []
    at = start
    while True:
        cell = _cell(text, at, limit, delimiter)
        behind = cell.end + cell.quoted
        if cell.quoted and text[cell.end : behind] != '"':
            return Cut(tuple(cells), at, is_open=True)
        cells.append(cell)
        follows = text[behind : behind + 1]
        if follows != delimiter:
            return Cut(tuple(cells), None if follows in {"", "\n"} else behind)
        at = behind + 1


def _cell(text: str, at: int, limit: int, delimiter: str) -> Cell:
    if text.startswith('"', at):
        found = _QUOTED.match(text, at + 1, limit)
        return Cell(at + 1, found.end() if found else at + 1, quoted=True)
    found = re.compile(f"[^{delimiter}\n]*+").match(text, at)
    return Cell(at, found.end() if found else at)


def _limit(text: str, start: int) -> int:
    """Return where reading a row ends at the latest, as in `rows`."""
    end = text.find("\n", start + ROW_CHARACTERS)
    return len(text) if end < 0 else end + 1
