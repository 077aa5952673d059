"""A data set as its author wrote it: the tables of its files, before they are records.

Changes are made to these and not to records, because a table has all that was written: fields that
are wrong, values as they are worded, and no more than what was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from ..loading.decode import ParseError
from ..loading.entries import HEADER, Entry, entries, record_entries
from ..loading.expand import expand
from ..loading.files import File, SetFiles
from ..loading.load import places_in
from ..loading.parse import parse
from ..loading.shapes import Table
from ..loading.spreadsheet.sheet import read_sheet, row_entries
from ..watch import SILENT, Phase, Watch, over

_FIRST = "Mend it before the set is changed."


@dataclass(frozen=True)
class Manuscript:
    """The files of a data set with their tables; `rows` are those of its CSV files."""

    files: SetFiles
    documents: Mapping[str, Table]
    rows: tuple[Entry, ...] = ()

    @classmethod
    def of(
        cls, files: SetFiles, known: Manuscript | None = None, watch: Watch = SILENT
    ) -> Manuscript:
        """Read the tables of a set; raises DataError when one of its files cannot be read.

        What is `known` of it from before is not read again.
        """
        for unread in files.unread:
            raise DataError(f"{_sentence(unread.reason)} {_FIRST}")
        if known is not None and files.digest == known.files.digest:
            return known
        documents = over(files.documents, Phase.FILES, watch)
        tables = {file.name: _table(file, known) for file in documents}
        return cls(files, tables, tuple(_rows(files)))

    def table_of(self, file: File) -> Table | None:
        """Return the tables of a file, if it is one of these with the same bytes."""
        return self.documents[file.name] if file in self.files.documents else None

    @property
    def path(self) -> Path:
        """The file or the folder that is the set."""
        return self.files.documents[0].path if self.files.alone else self.files.root

    @cached_property
    def only_source(self) -> str | None:
        """The source that quotes may leave unsaid, if there is exactly one."""
        found = [entry.table.get("id") for entry in self.entries(Kind.SOURCE)]
        return found[0] if len(found) == 1 and isinstance(found[0], str) else None

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every table of a record under its id; of two with one id the first counts."""
        found: dict[str, Entry] = {}
        for entry in self.records():
            found.setdefault(self.id_of(entry), entry)
        return found

    def records(self) -> Iterator[Entry]:
        """Yield the tables of all records, file by file, and then the rows of CSV files."""
        yield from record_entries(tuple(self.documents.items()))
        yield from self.rows

    def entries(self, name: str) -> Iterator[Entry]:
        """Yield the tables of one name, file by file, and then such rows of CSV files."""
        yield from entries(tuple(self.documents.items()), name)
        yield from (row for row in self.rows if row.origin.table == name)

    def id_of(self, entry: Entry) -> str:
        """Return the id of a table's record, which may be made of its parts; "" without one."""
        found: Any = expand(entry.kind, entry.table, None).get("id")
        return found if isinstance(found, str) else ""

    def find(self, record: str) -> Entry:
        """Return the table of a record; raises DataError when the set has none of this id."""
        entry = self.by_id.get(record)
        if entry is None:
            raise DataError(f"no record has the id {record}")
        return entry

    def home_of(self, kind: Kind) -> str:
        """Return the file that a new record of a kind goes to: where most of its kind are.

        Of the others, that of the header, or else the first.
        """
        counted = {name: len(table.get(kind, ())) for name, table in self.documents.items()}
        most = max(counted, key=counted.__getitem__, default="")
        if counted.get(most):
            return most
        heads = [entry.origin.file for entry in self.entries(HEADER)]
        return heads[0] if heads else most

    def with_contents(self, contents: Mapping[str, bytes]) -> Manuscript:
        """Return the set with other bytes in some of its files, as if they had been read."""
        files = self.files.with_contents(contents)
        tables = {
            file.name: _parsed(file) if file.name in contents else self.documents[file.name]
            for file in files.documents
        }
        changed = any(file.name in contents for file in files.spreadsheets)
        return Manuscript(files, tables, tuple(_rows(files)) if changed else self.rows)


def _table(file: File, known: Manuscript | None) -> Table:
    table = known.table_of(file) if known is not None else None
    return _parsed(file) if table is None else table


def _parsed(file: File) -> Table:
    try:
        return parse(file.content, file.name)
    except ParseError as error:
        raise DataError(f"{_sentence(error)} {_FIRST}") from error


def _rows(files: SetFiles) -> Iterator[Entry]:
    places = places_in(files)
    for file in files.spreadsheets:
        try:
            yield from row_entries(read_sheet(file.content, file.name, file.name), places)
        except ParseError as error:
            raise DataError(f"{_sentence(error)} {_FIRST}") from error


def _sentence(told: object) -> str:
    return f"{str(told).rstrip('.')}."
