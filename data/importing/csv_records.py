"""`entities.csv`, `relationships.csv` and `figures.csv` of any size, row by row.

Columns, cells and what they mean are those of `data/loading/spreadsheet`. A heading that is not
wholly understood is refused before anything is read: a million rows without a column are no import.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from scale_explorer.models.errors import DataError

from ..loading.complaint import Complaint
from ..loading.decode import ParseError, lenient
from ..loading.shapes import Table
from ..loading.spreadsheet.columns import Layout
from ..loading.spreadsheet.habits import advice
from ..loading.spreadsheet.heading import Heading, misnamed, read_heading, require_columns
from ..loading.spreadsheet.reading import RowTable, read_row
from .rejected import Read, Rejected, rejected_line
from .sink import Item
from .sound import sound, together
from .table_rows import LineFeed, Row, misfit, rows, rows_again

_HEAD: Final = 50
"""Lines at the beginning among which the heading is."""
_OTHERS: Final = {"|": "bars (|)", "^": "carets (^)", "~": "tildes (~)", ":": "colons (:)",
                  " ": "blanks"}  # fmt: skip
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def csv_records(
    numbered: Iterator[tuple[int, bytes]],
    path: str,
    file: int,
    layout: Layout,
    only_source: str | None = None,
) -> Iterator[Read]:
    """Yield the records of all rows, and why a row is none.

    Raises ParseError for a heading that is not that of the file.
    """
    heading, feed = _begun(numbered, path, layout)
    for row in rows(feed, heading.delimiter, path):
        if isinstance(row, Rejected):
            yield row
        else:
            yield _record(row, heading, path, file, only_source)


def csv_rows_again(
    numbered: Iterator[tuple[int, bytes]], path: str, layout: Layout
) -> Iterator[tuple[int, bytes]]:
    """Yield the rows that `csv_records` reads, as they stand in the file; raises ParseError."""
    heading, feed = _begun(numbered, path, layout)
    yield from rows_again(feed, heading.delimiter, path)


def _begun(
    numbered: Iterator[tuple[int, bytes]], path: str, layout: Layout
) -> tuple[Heading, LineFeed]:
    """Return the heading, and the lines below it."""
    first = list(islice(numbered, _HEAD))
    heading = heading_of(first, path, layout)
    return heading, LineFeed(_below(heading, first, numbered), path)


def _below(
    heading: Heading, first: Sequence[tuple[int, bytes]], rest: Iterator[tuple[int, bytes]]
) -> Iterable[tuple[int, bytes]]:
    return chain((each for each in first if each[0] >= heading.below), rest)


def heading_of(first: Sequence[tuple[int, bytes]], path: str, layout: Layout) -> Heading:
    """Return the heading among the first lines; raises ParseError where it is not understood."""
    content = b"\n".join(line for _, line in first)
    if content.startswith(_UTF_16):
        raise ParseError(path, "this is UTF-16, not UTF-8; save it as “CSV UTF-8”", 1)
    text = lenient(content).replace("\r\n", "\n")
    try:
        heading = read_heading(text, layout, path)
    except ParseError as error:
        raise _explained(error, text, path, layout) from error
    require_columns(heading, path)
    if strange := list(misnamed(heading)):
        told = "; ".join(f"{each.message}{f' ({each.hint})' if each.hint else ''}"
                         for each in strange)  # fmt: skip
        reason = f"{told.replace('; it is not read', '')}; take it out, or give it its right name"
        raise ParseError(path, reason, heading.line)
    return heading


def _explained(error: ParseError, text: str, path: str, layout: Layout) -> DataError:
    """Say what parts the cells, where that is why no heading was found."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    for sign, name in _OTHERS.items():
        names = {each.strip().strip('"').lower() for each in first.split(sign)}
        if len(names & layout.by_name.keys()) > 1:
            reason = f"its cells are parted by {name}; use commas, semicolons or tabs"
            return ParseError(path, reason, error.line)
    return error


def _record(row: Row, heading: Heading, path: str, file: int, only_source: str | None) -> Read:
    cells = row.cells
    wanted = len(heading.names)
    if len(cells) < wanted or any(cell.strip() for cell in cells[wanted:]):
        return misfit(row, wanted, path)
    read = read_row(heading, cells)
    if read.kind is None or read.complaints:
        return _rejected(row, path, together(read.complaints), read.table)
    if read.unused:
        message = f"{read.unused[0]} is filled in for a quote without words"
        return _rejected(row, path, Complaint(read.unused[0], message), read.table)
    item = sound(read.kind, _sourced(read, only_source), file, row.line, only_source)
    if isinstance(item, Item):
        return item
    return _rejected(row, path, _advised(item, heading, cells), read.table)


def _sourced(read: RowTable, only_source: str | None) -> Table:
    """Return the table of a row, its quotes with the only source where they name none."""
    quotes = read.table.get("evidence")
    if quotes and only_source is not None:
        return {**read.table, "evidence": [{"source": only_source, **each} for each in quotes]}
    return read.table


def _advised(complaint: Complaint, heading: Heading, cells: Sequence[str]) -> Complaint:
    """Return a complaint with what to do about a cell that a spreadsheet rewrote."""
    column = heading.layout.by_name.get(complaint.key)
    place = heading.places.get(complaint.key)
    if complaint.hint or column is None or place is None:
        return complaint
    hint = advice(column.reads, cells[place].strip())
    return Complaint(complaint.key, complaint.message, hint, complaint.words, complaint.path)


def _rejected(row: Row, path: str, complaint: Complaint, table: Table) -> Rejected:
    content = ",".join(row.cells).encode(errors="replace")
    given = table.get("id")
    record = given if isinstance(given, str) else None
    return rejected_line(path, row.line, content, "invalid_record", complaint, record)
