"""Cells of a CSV file in which the id of a record changed, and every other byte as it was.

Rows are for a spreadsheet to change; but what they name must follow when a record is renamed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scale_explorer.models.errors import DataError

from ..loading.decode import ParseError, decoded
from ..loading.entries import Entry
from ..loading.files import File, SetFiles
from ..loading.load import places_in
from ..loading.places import Places
from ..loading.spreadsheet.cells import Cell
from ..loading.spreadsheet.placing import SheetPlaces
from ..loading.spreadsheet.sheet import read_sheet, row_entries
from .ops import Op, Path, Put, changed
from .splices import Splice, spliced

_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')


def respelled(files: SetFiles, file: File, rows: Sequence[Entry], ops: Sequence[Op]) -> bytes:
    """Return a CSV file with other ids in some of its cells.

    A change leads by kind and line to a row and on to a value of its table. Raises DataError when
    that is anything but an id that a cell holds, or when anything else would change.
    """
    places = places_in(files)
    by_line = {(row.origin.table, row.origin.index): row for row in rows}
    mark, text = _plain(file)
    sheet = places.sheet(file.name)
    texts: dict[Cell, str] = {}
    for op in ops:  # several may be in one cell
        _respell(sheet, by_line, op, texts)
    after = spliced(text, (Splice(c.start, c.end, _written(c, new)) for c, new in texts.items()))
    if "\r\n" in decoded(file.content, file.name, zeros=True):
        after = after.replace("\n", "\r\n")
    written = mark + after.encode()
    if not _proved(file, rows, written, ops, places):
        raise DataError("it names it in a way that cannot be followed; change it there first")
    return written


def _plain(file: File) -> tuple[bytes, str]:
    """Return the byte order mark of a file, if it has one, and its text with plain line ends."""
    text = decoded(file.content, file.name, zeros=True)
    mark = b"\xef\xbb\xbf" if file.content.startswith(b"\xef\xbb\xbf") else b""
    return mark, text.replace("\r\n", "\n")


def _respell(
    sheet: SheetPlaces, by_line: Mapping[tuple[str, int], Entry], op: Op, texts: dict[Cell, str]
) -> None:
    """Note the new text of the cell that a change is in."""
    kind, line, *path = op.path
    row = by_line.get((str(kind), int(line)))
    if row is None or not isinstance(op, Put):
        raise DataError("its rows are changed in a spreadsheet")
    cell = sheet.cell(row.origin.index, _column_path(tuple(path)))
    if cell is None:
        raise DataError("it names it in a way that cannot be followed; change it there first")
    text = texts.get(cell, cell.value(sheet.lines.text))
    old = _value(row.table, tuple(path))
    texts[cell] = _renamed(text, old, str(op.value), tuple(path))


def _column_path(path: Path) -> Path:
    """Return what leads to the cell: all that is meant by a quote's words stands in one."""
    is_in_list = len(path) > 1 and path[0] != "evidence" and isinstance(path[-1], int)
    if "mentions" in path:
        return path[: path.index("mentions") + 1]
    return path[:-1] if is_in_list else path


def _value(table: Any, path: Path) -> str:
    value = table
    for part in path:
        value = value[part]
    return str(value)


def _renamed(cell: str, old: str, new: str, path: Path) -> str:
    """Return the text of a cell with another id: all of it, or what stands behind a phrase."""
    if cell.strip() == old:
        return cell.replace(old, new)
    sign = r"(?<==)(\s*)" if "mentions" in path else r"(^|(?<=[;\s]))(\s*)"
    found = re.compile(rf"{sign}{re.escape(old)}(?=\s*(?:;|$))")
    return found.sub(lambda match: f"{match.group(0).removesuffix(old)}{new}", cell)


def _written(cell: Cell, text: str) -> str:
    if cell.quoted or not _NEEDS_QUOTES.search(text):
        return cell.written(text)
    return f'"{text.replace(chr(34), chr(34) * 2)}"'


def _proved(
    file: File, rows: Sequence[Entry], written: bytes, ops: Sequence[Op], places: Places
) -> bool:
    """Say whether the reader of rows finds the new ids, and all else as it was."""
    expected = {row.origin.index: row.table for row in rows}
    for op in ops:
        _, line, *path = op.path
        if isinstance(op, Put):
            expected[int(line)] = changed(expected[int(line)], [Put(tuple(path), op.value)])
    try:
        found = read_sheet(written, file.name, file.name)
        return {row.origin.index: row.table for row in row_entries(found, places)} == expected
    except ParseError:
        return False
