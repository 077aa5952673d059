"""What a file is, by its name and by what stands at its beginning; and who reads it."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

from ..loading.complaint import Complaint
from ..loading.decode import ParseError
from ..loading.foreign import refuse_foreign
from ..loading.limits import PROSE_CHARACTERS
from ..loading.listing import is_spreadsheet
from ..loading.read import shown
from ..loading.shapes import as_list, as_table
from ..loading.spreadsheet.columns import LAYOUTS, Layout, layout_of
from .csv_records import csv_records, csv_rows_again, heading_of
from .ftm.records import ftm_records
from .ftm.statements import is_statement, statement_lines, statement_rows
from .json_line import json_object, line_fault
from .json_records import HEADER, json_records
from .lines import Stream, of_bytes
from .rejected import Read
from .sources import FileInput, Input, Meter, PipeInput, Reading, Source, size_of
from .table_rows import LineFeed, Row, TableRows, rows, rows_again

TITLE: Final = 300
"""Characters of a title that are kept."""
_LETTERS: Final = 400
"""Bytes by which text of two bytes a letter is told: half of them are zero, one after another."""
_LOOKED_AT: Final = 50
"""Lines that a format is looked for in: the first may be broken."""


def source_of(path: Path) -> Source:
    """Return who reads a file that is no TOML; raises DataError and UsageError where nobody can."""
    if path.suffix == ".csv":
        return _of_csv(path)
    return _of_lines(FileInput.of(path), shown(path), size_of(path), path.parent)


def of_standard_input() -> Source:
    """Return who reads standard input; raises DataError where it holds nothing to read."""
    return _of_lines(_standard_input(), "standard input", 0)


def _standard_input() -> PipeInput:
    if sys.stdin is None:
        raise DataError("Standard input is closed, so there is nothing to import.")
    return PipeInput(cast("Stream", sys.stdin.buffer))


def _of_csv(path: Path) -> Source:
    """Return who reads a CSV file that is named alone: by its name, else by its heading."""
    if is_spreadsheet(path.name):
        return of_sheet(path, layout_of(path.name))
    stream, label = FileInput.of(path), shown(path)
    _refuse_others(stream.head, label)
    feed = LineFeed(of_bytes(stream.head), label)
    first = next((each for each in rows(feed, ",", label) if isinstance(each, Row)), None)
    names = [] if first is None else first.cells
    if is_statement(dict.fromkeys(names, "")):
        read = _Statements(stream, label, names)

        def statements_again(meter: Meter) -> Iterator[tuple[int, bytes]]:
            return rows_again(LineFeed(stream.again(meter), label), ",", label)

        return Source(label, _STATEMENTS, size_of(path), read, again=statements_again)
    for layout in LAYOUTS:
        try:
            heading_of(_head(stream), label, layout)
        except ParseError:
            continue
        return of_sheet(path, layout)
    known = ", ".join(each.file for each in LAYOUTS)
    raise DataError(
        f"{label}: its columns are those of none of {known}, nor of FollowTheMoney statements;"
        " call it by one of these names to hear which of them it lacks."
    )


def of_sheet(path: Path, layout: Layout, alone: str | None = None) -> Source:
    """Return who reads a CSV file of ours, whose quotes may leave their only source unsaid.

    Raises DataError where its heading is not understood.
    """
    stream, label = FileInput.of(path), shown(path)
    _refuse_others(stream.head, label)
    heading_of(_head(stream), label, layout)

    def read(reading: Reading, file: int) -> Iterator[Read]:
        return csv_records(stream.numbered(reading), label, file, layout, alone)

    def again(meter: Meter) -> Iterator[tuple[int, bytes]]:
        return csv_rows_again(stream.again(meter), label, layout)

    return Source(label, layout.file, size_of(path), read, root=path.parent, again=again)


def _refuse_others(head: bytes, label: str) -> None:
    """Raise DataError for what holds no records, or has two bytes a letter and looks like that."""
    refuse_foreign(head, label)
    start = head[:_LETTERS]
    every_second = any(start[place::2].count(0) * 4 > len(start) > 0 for place in (0, 1))
    if every_second or start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise DataError(
            f"{label} is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW"
        )


def _head(stream: Input) -> list[tuple[int, bytes]]:
    return list(islice(of_bytes(stream.head), _LOOKED_AT))


@dataclass(frozen=True, slots=True)
class _Statements:
    """Reads a CSV file of statements behind its heading."""

    stream: Input
    label: str
    names: Sequence[str]

    def __call__(self, reading: Reading, file: int) -> Iterator[Read]:
        feed = LineFeed(self.stream.numbered(reading), self.label)
        found = rows(feed, ",", self.label)
        for row in found:  # the heading
            if isinstance(row, Row):
                break
        table = TableRows(self.names, found, self.label)
        return statement_rows(table, self.label, file, reading.losses)


def _of_lines(stream: Input, label: str, size: int, root: Path | None = None) -> Source:
    """Return who reads JSON lines, by what the first of them hold; raises DataError."""
    _refuse_others(stream.head, label)
    format_, first = _format_of(stream, label)

    def read(reading: Reading, file: int) -> Iterator[Read]:
        lines = stream.numbered(reading)
        if format_ == _OURS:
            return json_records(lines, label, file)
        make = ftm_records if format_ == _FTM else statement_lines
        return make(lines, label, file, reading.losses)

    heading: Mapping[str, Any] = first if first.get("kind") == HEADER else {}
    title, summary = (text_in(heading.get(key)) for key in ("title", "summary"))
    lead = tuple(each for each in as_list(heading.get("lead")) or () if isinstance(each, str))
    return Source(
        label, format_, size, read, title[:TITLE], summary=summary[:PROSE_CHARACTERS], lead=lead,
        root=root, lines=stream.numbered if format_ == _OURS else None,
        again=stream.again if isinstance(stream, FileInput) else None,
    )  # fmt: skip


_OURS, _FTM, _STATEMENTS = "JSON lines", "FollowTheMoney", "FollowTheMoney statements"


def _format_of(stream: Input, label: str) -> tuple[str, Mapping[str, Any]]:
    fault: Complaint | None = None
    place = 1
    for number, line in _head(stream):
        if not line.strip():
            continue
        table = _table(line)
        if isinstance(table, Complaint):
            fault, place = (table, number) if fault is None else (fault, place)
        elif as_table(table.get("properties")) is not None and "schema" in table:
            return _FTM, table
        elif is_statement(table):
            return _STATEMENTS, table
        elif "kind" in table:
            return _OURS, table
        else:
            fault, place = fault or _STRANGE, number
    if fault is None:
        raise DataError(f"{label} is empty: there is nothing to import.")
    hint = f" ({fault.hint})" if fault.hint else ""
    raise DataError(f"{label}:{place}: {clean(fault.message)}{clean(hint)}.")


_STRANGE = Complaint(
    "",
    "the object has neither a kind, as our records have, nor a schema with properties, as"
    " FollowTheMoney's",
)


def _table(line: bytes) -> dict[str, Any] | Complaint:
    if fault := line_fault(line):
        return fault[1]
    return json_object(line)


def text_in(value: object) -> str:
    """Return what a set says of itself, safe to show; nothing where that is no text."""
    return clean(value).strip() if isinstance(value, str) else ""
