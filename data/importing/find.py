"""From the names on a command line to the readers of what they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from scale_explorer.models import evidence as models
from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

from ..loading.complaint import Complaint
from ..loading.decode import ParseError
from ..loading.files import SetFiles, gather
from ..loading.limits import FILE_BYTES, RECORDS, TOTAL_BYTES
from ..loading.listing import data_files, is_spreadsheet
from ..loading.load import Loaded, load
from ..loading.read import read_regular, shown
from ..loading.shapes import as_table
from ..loading.spreadsheet.columns import LAYOUTS, Layout, layout_of
from ..watch import SILENT, Watch
from .csv_records import csv_records, heading_of
from .ftm.records import ftm_records
from .ftm.statements import is_statement, statement_lines, statement_rows
from .json_line import json_object, line_fault
from .json_records import HEADER, json_records
from .lines import Stream, of_bytes
from .rejected import Read
from .sources import (
    STANDARD_INPUT,
    FileInput,
    Input,
    PipeInput,
    Reading,
    Source,
    is_folder,
    refuse_many,
    size_of,
)
from .table_rows import LineFeed, Row, TableRows, rows
from .toml_set import set_records

_LOOKED_AT: Final = 50
"""Lines that a format is looked for in: the first may be broken."""
_TITLE: Final = 300


def find_sources(names: Sequence[str], watch: Watch = SILENT) -> list[Source]:
    """Return who reads each of some files, folders and `-`; raises DataError and UsageError."""
    refuse_many(names)
    return [source for name in names for source in _found(name, watch)]


def _found(name: str, watch: Watch) -> Iterator[Source]:
    if name == STANDARD_INPUT:
        yield _of_lines(_standard_input(), "standard input", 0)
        return
    path = Path(name)
    if is_folder(path):
        yield from _of_folder(path, watch)
    elif path.suffix == ".toml":
        yield _of_set(gather(path), watch)
    elif path.suffix == ".csv":
        yield _of_csv(path)
    else:
        yield _of_lines(FileInput.of(path), shown(path), size_of(path))


def _standard_input() -> PipeInput:
    if sys.stdin is None:
        raise DataError("Standard input is closed, so there is nothing to import.")
    return PipeInput(cast("Stream", sys.stdin.buffer))


def _of_folder(path: Path, watch: Watch) -> Iterator[Source]:
    """Yield the sets and CSV files of a folder; CSV files of any size are streamed."""
    names = data_files(path)
    sheets = [path / name for name in names if is_spreadsheet(name)]
    has_documents = len(sheets) < len(names)
    if has_documents and _is_small(sheets):
        yield _of_set(gather(path), watch)
        return
    alone: str | None = None
    if has_documents:
        files = gather(path, spreadsheets=False)
        loaded = load(files, watch)
        alone = _only_source(loaded)
        yield _loaded(loaded, files)
    elif not sheets:
        known = ", ".join(each.file for each in LAYOUTS)
        raise DataError(
            f"{shown(path)} holds neither TOML files nor {known}; name the files to import."
        )
    for sheet in sheets:
        yield _of_sheet(
            FileInput.of(sheet), shown(sheet), size_of(sheet), layout_of(sheet.name), alone
        )


def _is_small(sheets: Sequence[Path]) -> bool:
    """Say whether a set may be read as a whole with its CSV files, and its quotes proved."""
    sizes = [size_of(each) for each in sheets]
    if max(sizes, default=0) > FILE_BYTES or sum(sizes) > TOTAL_BYTES // 2:
        return False
    return sum(read_regular(each, FILE_BYTES).count(b"\n") for each in sheets) < RECORDS // 2


def _only_source(loaded: Loaded) -> str | None:
    """Return the source that quotes in CSV files may leave unsaid, if there is just one."""
    sources = tuple(loaded.dataset.of(models.Source))
    return sources[0].id if len(sources) == 1 else None


def _of_set(files: SetFiles, watch: Watch) -> Source:
    return _loaded(load(files, watch), files)


def _loaded(loaded: Loaded, files: SetFiles) -> Source:
    def read(reading: Reading, file: int) -> Iterator[Read]:
        reading.meter.heard(files.size)
        return set_records(loaded, file, reading.meter.watch)

    title = loaded.dataset.header.title
    return Source(files.label, "TOML", files.size, read, title)


def _of_csv(path: Path) -> Source:
    """Return who reads a CSV file that is named alone: by its name, else by its heading."""
    stream, label, size = FileInput.of(path), shown(path), size_of(path)
    if is_spreadsheet(path.name):
        return _of_sheet(stream, label, size, layout_of(path.name), None)
    feed = LineFeed(of_bytes(stream.head), label)
    first = next((each for each in rows(feed, ",", label) if isinstance(each, Row)), None)
    names = [] if first is None else first.cells
    if is_statement(dict.fromkeys(names, "")):
        return Source(label, "FollowTheMoney statements", size, _Statements(stream, label, names))
    for layout in LAYOUTS:
        try:
            heading_of(_head(stream), label, layout)
        except ParseError:
            continue
        return _of_sheet(stream, label, size, layout, None)
    known = ", ".join(each.file for each in LAYOUTS)
    raise DataError(
        f"{label}: its columns are those of none of {known}, nor of FollowTheMoney statements;"
        " call it by one of these names to hear which of them it lacks."
    )


def _of_sheet(stream: Input, label: str, size: int, layout: Layout, alone: str | None) -> Source:
    heading_of(_head(stream), label, layout)

    def read(reading: Reading, file: int) -> Iterator[Read]:
        return csv_records(stream.numbered(reading), label, file, layout, alone)

    return Source(label, layout.file, size, read)


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


def _of_lines(stream: Input, label: str, size: int) -> Source:
    """Return who reads JSON lines, by what the first of them hold; raises DataError."""
    format_, first = _format_of(stream, label)

    def read(reading: Reading, file: int) -> Iterator[Read]:
        lines = stream.numbered(reading)
        if format_ == _OURS:
            return json_records(lines, label, file)
        make = ftm_records if format_ == _FTM else statement_lines
        return make(lines, label, file, reading.losses)

    title = first.get("title") if first.get("kind") == HEADER else ""
    lines = stream.numbered if format_ == _OURS else None
    return Source(label, format_, size, read, _title(title), lines)


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


def _title(value: object) -> str:
    return clean(value).strip()[:_TITLE] if isinstance(value, str) else ""


def title_of(sources: Sequence[Source], output: Path) -> str:
    """Return what an index of some sources is called: as they say, else as the file is called."""
    said = next((each.title for each in sources if each.title), "")
    return said or clean(output.stem).strip()[:_TITLE] or "Imported"
