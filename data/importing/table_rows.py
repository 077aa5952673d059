"""CSV files row by row, with no more of them in memory than one row.

A row that is broken does not hide the others: reading goes on in the line behind its first.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..loading.complaint import Complaint
from ..loading.limits import ROW_CHARACTERS
from .json_line import encoding_fault, line_fault
from .rejected import Rejected, rejected_line

SIGNS: Final = {",": "commas", ";": "semicolons", "\t": "tabs"}
"""What may part cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line that it begins in."""

    line: int
    cells: list[str]


class LineFeed:
    """Hands lines to a reader of rows, and ends early when one row takes too many.

    Lines that are no text are left out, and kept as `faults`.
    """

    def __init__(self, numbered: Iterable[tuple[int, bytes]], path: str) -> None:
        self._numbered, self._path = iter(numbered), path
        self._again: deque[tuple[int, str]] = deque()
        self._row: list[tuple[int, str]] = []
        self._length = 0
        self.faults: list[Rejected] = []

    def begin(self) -> None:
        """Begin a row with the next line."""
        self._row.clear()
        self._length = 0

    def go_back(self) -> tuple[int, str]:
        """Begin a row with the line behind the first one of the row that was read; return that."""
        first, *others = self._row or [(0, "")]
        self._again.extendleft(reversed(others))
        self.begin()
        return first

    @property
    def row(self) -> int:
        """The line in which the row begins that is being read."""
        return self._row[0][0] if self._row else 0

    @property
    def text(self) -> str:
        """The lines of the row that is being read."""
        return "".join(text for _, text in self._row)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._length > ROW_CHARACTERS:
            raise StopIteration
        number, text = self._again.popleft() if self._again else self._next()
        if not self._row and not text.strip():  # a line between two rows
            return "\n"
        self._row.append((number, text))
        self._length += len(text)
        return text

    def _next(self) -> tuple[int, str]:
        for number, line in self._numbered:
            if fault := line_fault(line) or encoding_fault(line):
                self.faults.append(rejected_line(self._path, number, line, *fault))
            else:
                return number, f"{line.decode().removesuffix(chr(13))}\n"
        raise StopIteration


def rows(feed: LineFeed, delimiter: str, path: str) -> Iterator[Row | Rejected]:
    """Yield the rows of a file, and what of it cannot be cut into rows."""
    while True:
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield from feed.faults
                feed.faults.clear()
                if cells and not (len(cells) == 1 and not cells[0].strip()):
                    yield Row(feed.row, cells)
                feed.begin()
        except csv.Error:
            line, text = feed.go_back()
            yield _broken(path, line, text)
        else:
            yield from feed.faults
            return


def rows_again(feed: LineFeed, delimiter: str, path: str) -> Iterator[tuple[int, bytes]]:
    """Yield the sound rows of a file as they stand there, and the line that each begins in."""
    for row in rows(feed, delimiter, path):
        if isinstance(row, Row):  # the feed still has its lines
            yield row.line, feed.text.removesuffix("\n").encode()


def _broken(path: str, line: int, text: str) -> Rejected:
    message = "the row cannot be cut into cells: a quote mark is not closed, or closed too early"
    hint = 'write a quote mark inside a cell twice (""), and one at either end of the cell'
    return rejected_line(path, line, text.encode(), "broken_row", Complaint("", message, hint))


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows behind a heading, each as a table of the cells that are filled."""

    names: Sequence[str]
    found: Iterator[Row | Rejected]
    path: str

    def tables(self) -> Iterator[tuple[int, Mapping[str, str]] | Rejected]:
        """Yield the line and the table of each row; one of another length is rejected."""
        for row in self.found:
            if isinstance(row, Rejected):
                yield row
            elif len(row.cells) != len(self.names):
                yield misfit(row, len(self.names), self.path)
            else:
                yield row.line, dict(zip(self.names, row.cells, strict=True))


def misfit(row: Row, wanted: int, path: str) -> Rejected:
    """Return what tells that a row has too few cells, or too many."""
    has = f"the row has {len(row.cells)} {'cell' if len(row.cells) == 1 else 'cells'}"
    complaint = Complaint("", f"{has} where the heading has {wanted}")
    content = ",".join(row.cells).encode(errors="replace")
    return rejected_line(path, row.line, content, "broken_row", complaint)
