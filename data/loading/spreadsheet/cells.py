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


class Fault(NamedTuple):
    """Where a row cannot be cut into cells.

    That is at a quote mark that is not closed, or else behind one that closes too early.
    """

    place: int
    is_open: bool


def cells(text: str, start: int, delimiter: str) -> tuple[Cell, ...]:
    """Return the cells of the row that begins at `start`; the row has no fault."""
    limit = _limit(text, start)
    found: list[Cell] = []
    at = start
    while True:
        cell = _cell(text, at, limit, delimiter)
        found.append(cell)
        behind = cell.end + cell.quoted
        if text[behind : behind + 1] != delimiter:
            return tuple(found)
        at = behind + 1


def fault(text: str, start: int, delimiter: str) -> Fault | None:
    """Return what keeps the row that begins at `start` from being cut, if anything does."""
    limit = _limit(text, start)
    at = _before_last(delimiter).match(text, start, limit)
    last = _cell(text, at.end() if at else start, limit, delimiter)
    behind = last.end + last.quoted
    if last.quoted and (behind > limit or text[last.end : behind] != '"'):
        return Fault(last.start - 1, is_open=True)
    return None if text[behind : behind + 1] in {"", "\n"} else Fault(behind, is_open=False)


def _cell(text: str, at: int, limit: int, delimiter: str) -> Cell:
    if text.startswith('"', at):
        found = _QUOTED.match(text, at + 1, limit)
        return Cell(at + 1, found.end() if found else at + 1, quoted=True)
    found = re.compile(f"[^{delimiter}\n]*+").match(text, at)
    return Cell(at, found.end() if found else at)


def _before_last(delimiter: str) -> re.Pattern[str]:
    """Return what matches all cells of a row but the last or a broken one, in one go."""
    return re.compile(rf'(?:(?:"(?:[^"]++|"")*+"|(?!")[^{delimiter}\n]*+){delimiter})*+')


def _limit(text: str, start: int) -> int:
    """Return where reading a row ends at the latest, as in `rows`."""
    end = text.find("\n", start + ROW_CHARACTERS)
    return len(text) if end < 0 else end + 1
