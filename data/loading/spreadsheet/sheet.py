"""A CSV file of a set as the tables of records, row by row, and what keeps rows from being read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.models.frozen import dataclass

from ...finding import Finding, Severity
from ..complaint import Complaint
from ..decode import ParseError, decoded
from ..entries import Entry
from ..excerpt import place_at
from ..places import Origin, Places
from .columns import layout_of
from .heading import Heading, misnamed, read_heading, require_columns
from .placing import SheetPlaces
from .reading import read_row
from .rows import Row, plain_text, rows

_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}
ROW = "row"
"""What stands for the kind of record where a row does not tell it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a CSV file with its heading; `file` is its name inside the set's folder.

    `zeros` tells that it holds zero bytes.
    """

    file: str
    text: str
    heading: Heading
    zeros: bool


def read_sheet(content: bytes, file: str, path: str) -> Sheet:
    """Return a CSV file that has a heading; raises ParseError that says where and why it has none.

    `path` is how the file is called in messages.
    """
    text = plain_text(_decoded(content, path))
    heading = read_heading(text, layout_of(file), path)
    require_columns(heading, path)
    return Sheet(file, text, heading, "\0" in text)


def _decoded(content: bytes, path: str) -> str:
    try:
        return decoded(content, path, zeros=True)
    except ParseError as error:
        reason = f"{error.reason}; or save it in a spreadsheet as “CSV UTF-8”"
        raise ParseError(path, reason, error.line, error.column) from error


def row_entries(sheet: Sheet, places: Places) -> Iterator[Entry]:
    """Yield every row that says something, in order."""
    heading = sheet.heading
    for row in rows(sheet.text, heading.delimiter, heading.below):
        if row.broken:
            complaint = _uncut(row, places.sheet(sheet.file))
            yield Entry(Origin(sheet.file, ROW, row.line), {}, (complaint,))
        elif any(row.cells) and not "".join(row.cells).isspace():
            yield _entry(sheet, row)


def heading_findings(sheet: Sheet, places: Places) -> Iterator[Finding]:
    """Tell of columns that are not read."""
    known = places.sheet(sheet.file)
    for each in misnamed(sheet.heading):
        spot = known.cell_at(sheet.heading.line, each.place)
        place = place_at(places.shown[sheet.file], known.lines[spot.line], spot)
        if each.is_second:
            yield Finding("duplicate_column", Severity.ERROR, each.message, place=place)
        else:
            yield Finding(
                "unknown_column", Severity.ERROR, each.message, place=place, hint=each.hint
            )


def _entry(sheet: Sheet, row: Row) -> Entry:
    if wrong := _misfit(row.cells, sheet.heading) or _zero(row.cells, sheet):
        return Entry(Origin(sheet.file, ROW, row.line), {}, (wrong,))
    read = read_row(sheet.heading, row.cells)
    origin = Origin(sheet.file, read.kind or ROW, row.line)
    return Entry(origin, read.table, tuple(read.complaints), tuple(read.unused))


def _misfit(cells: Sequence[str], heading: Heading) -> Complaint | None:
    """Say why the cells of a row are not those that the heading names."""
    wanted, delimiter = len(heading.names), heading.delimiter
    sign = _SIGNS[delimiter]
    has = f"it has {len(cells)} {'cell' if len(cells) == 1 else 'cells'}"
    if len(cells) < wanted:
        message = f"{has} where the heading has {wanted}"
        return Complaint(f"{len(cells)}", message, f"write a {sign} for each empty cell too")
    for place in heading.nameless:
        if cells[place].strip():
            hint = "give the column a name, or move the cell"
            return Complaint(f"{place}", f"cell {place + 1} stands in a column without name", hint)
    for place, cell in enumerate(cells[wanted:], start=wanted):
        if cell.strip():
            message = f"{has} where the heading has {wanted}"
            return Complaint(f"{place}", message, f"put a cell with a {sign} between quote marks")
    return None


def _zero(cells: Sequence[str], sheet: Sheet) -> Complaint | None:
    if sheet.zeros:
        for place, cell in enumerate(cells):
            if "\0" in cell:
                return Complaint(
                    f"{place}", "a byte of it is zero, which no text has", "take it out"
                )
    return None


def _uncut(row: Row, known: SheetPlaces) -> Complaint:
    message, hint = known.why_uncut(row.line)
    if row.last:
        message = f"{message}; so many rows are broken that the rest of the file is left out"
    return Complaint("", message, hint)
