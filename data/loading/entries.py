"""From parsed documents to the tables of records, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from ..finding import Finding, Severity
from .complaint import Complaint
from .nearest import did_you_mean
from .places import Origin, Places
from .shapes import Table, as_list, as_table

Documents: TypeAlias = Sequence[tuple[str, Table]]
"""Parsed documents under their names."""

HEADER, EXPECT, KNOWN = "dataset", "expect", "known"
_KINDS = frozenset(kind.value for kind in Kind)
_TABLES = (HEADER, *Kind, EXPECT, KNOWN)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a document, or row of a CSV file.

    One with `faults` cannot become a record; `unused` are columns whose cells are filled for
    nothing.
    """

    origin: Origin
    table: Table
    faults: tuple[Complaint, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def is_record(self) -> bool:
        """Whether it is known which kind of record it is to become."""
        return self.origin.table in _KINDS

    @property
    def kind(self) -> Kind:
        """The kind of record that the table is to become."""
        return Kind(self.origin.table)


def entries(documents: Documents, name: str) -> Iterator[Entry]:
    """Yield the tables called `name`, in file order."""
    for file, document in documents:
        tables = document.get(name)
        each = [tables] if name == HEADER else as_list(tables) or []
        for index, value in enumerate(each):
            table = as_table(value)
            if table is not None:
                yield Entry(Origin(file, name, index), table)


def record_entries(documents: Documents) -> Iterator[Entry]:
    """Yield the tables of every kind of record, file by file in the order they stand there."""
    for file, document in documents:
        for name in document:
            if name in _KINDS:
                yield from entries([(file, document)], name)


def strangers(documents: Documents, places: Places) -> Iterator[Finding]:
    """Tell of tables that are no kind of record, and of records not written as lists of tables."""
    for file, document in documents:
        for name, value in document.items():
            # Asked for where something is wrong only: the first place in a file costs a scan of it.
            origin = Origin(file, name)
            if name not in _TABLES:
                message = f"unknown table [{clean(name)}]"
                hint = did_you_mean(name, _TABLES)
                place = places.at(origin)
                yield Finding("unknown_table", Severity.ERROR, message, place=place, hint=hint)
            elif fault := _misshapen(name, value):
                yield Finding("invalid_record", Severity.ERROR, fault, place=places.at(origin))


def _misshapen(name: str, value: Any) -> str:
    if name == HEADER:
        return "" if as_table(value) is not None else "write the header as a table: [dataset]"
    each = as_list(value)
    if each is None:
        return f"write each {name} in two brackets: [[{name}]]"
    return "" if all(isinstance(table, dict) for table in each) else f"each {name} must be a table"
