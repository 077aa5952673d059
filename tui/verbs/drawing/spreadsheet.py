"""Tables as CSV (RFC 4180, with line feeds) that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from .blocks import Cell, Column, Sheet

_FORMULA = re.compile(r"[\t\r]|[\s'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins: also full-width, and behind blanks and quotation marks, which get lost."""
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def defused(cell: Cell) -> str:
    """Put an apostrophe before text that a spreadsheet would run; numbers stay numbers."""
    text = "" if cell is None else str(cell)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def draw(sheet: Sheet) -> Iterator[str]:
    """Yield the heading and the rows as CSV records."""
    yield from table(sheet.columns, sheet.rows)


def table(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> Iterator[str]:
    """Yield the same of rows that are read one by one, as there may be very many."""
    yield _record([column.name for column in columns])
    for row in rows:
        yield _record([defused(cell) for cell in row])


def _record(cells: list[str]) -> str:
    written = io.StringIO(newline="")
    # The writer quotes only those line breaks that its own terminator holds.
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().removesuffix("\r\n")
