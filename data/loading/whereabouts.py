"""On which line a record stands in the files as they are now, whether or not they can be read.

No TOML reader is needed: the lines of tables and keys are found by `layout`, which a broken file
does not mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from scale_explorer.models.kinds import Kind

from .decode import ParseError, lenient
from .entries import HEADER
from .expand import ID_PARTS, expand
from .files import File, SetFiles
from .layout import Layout, TableLines, layout
from .spots import words_spot

_VALUE = re.compile(r"""[^=]*=\s*(?:"([^"\\]*)"|'([^']*)')""")


class Whereabouts(NamedTuple):
    """A file, and a line in it from 1."""

    path: Path
    line: int


def whereabouts(files: SetFiles, kind: Kind, record_id: str, words: str = "") -> Whereabouts | None:
    """Return where a record of a set begins; with `words`, the line of it that holds them.

    A record that is not written as a table of its own is found by its id, wherever that stands.
    None when it is in none of the files.
    """
    likely = [file for file in files.documents if _may_hold(file, kind, record_id)]
    laid_out = [(file, layout(lenient(file.content))) for file in likely]
    for file, known in laid_out:
        for table in _tables(known, kind):
            if _id_of(known, table, kind) == record_id:
                return Whereabouts(file.path, _line(known, table, words))
    if (row := _row(files, record_id)) is not None:
        return row
    for file, known in laid_out:
        if spot := words_spot(known.lines, range(1, len(known.lines) + 1), record_id):
            return Whereabouts(file.path, spot.line)
    return None


def _row(files: SetFiles, record_id: str) -> Whereabouts | None:
    """Return where a record stands as a row of a CSV file; one that cannot be read has none."""
    if not files.spreadsheets:
        return None
    # Loaded here because they bring Pydantic, and most sets have no such file.
    from .load import places_in  # noqa: PLC0415
    from .spreadsheet.sheet import read_sheet, row_entries  # noqa: PLC0415

    places = places_in(files)
    for file in files.spreadsheets:
        with suppress(ParseError):
            for entry in row_entries(read_sheet(file.content, file.name, file.name), places):
                if expand(entry.kind, entry.table, None).get("id") == record_id:
                    return Whereabouts(file.path, entry.origin.index)
    return None


def header_whereabouts(files: SetFiles) -> Whereabouts:
    """Return where a set is named and described, or else its first line."""
    found = next(_headers(files), None)
    return Whereabouts(files.documents[0].path, 1) if found is None else found[0]


def written_id(files: SetFiles) -> str | None:
    """Return the id that a set gives itself, as far as it can be seen without reading it."""
    return next((found for _, found in _headers(files)), None)


def _headers(files: SetFiles) -> Iterator[tuple[Whereabouts, str | None]]:
    for file in files.documents:
        known = layout(lenient(file.content))
        if (table := known.tables.get((HEADER, 0))) is not None:
            yield Whereabouts(file.path, table.start), _value(known, table, "id")


def _may_hold(file: File, kind: Kind, record_id: str) -> bool:
    """Say whether a file has the words of an id; one that is made of parts may be in parts."""
    parts = record_id.split(".") if kind in ID_PARTS else ()
    words = (part.encode() for part in parts)
    return record_id.encode() in file.content or (
        bool(parts) and all(each in file.content for each in words)
    )


def _tables(known: Layout, kind: Kind) -> Iterator[TableLines]:
    return (table for (name, _), table in known.tables.items() if name == kind.value)


def _id_of(known: Layout, table: TableLines, kind: Kind) -> str | None:
    if "id" in table.keys or kind not in ID_PARTS:
        return _value(known, table, "id")
    parts = [_value(known, table, part) for part in ID_PARTS[kind]]
    return ".".join(part or "" for part in parts)


def _value(known: Layout, table: TableLines, key: str) -> str | None:
    line = table.keys.get(key)
    found = _VALUE.match(known.lines[line]) if line is not None else None
    return next(filter(None, found.groups()), None) if found else None


def _line(known: Layout, table: TableLines, words: str) -> int:
    for stretch in (table.lines_of("evidence"), range(table.start, table.end)) if words else ():
        if spot := words_spot(known.lines, stretch, words):
            return spot.line
    return table.start
