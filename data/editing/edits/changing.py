"""Changing fields of a record, and taking a record away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ...loading.entries import HEADER, KNOWN, Entry
from ...loading.shapes import Table, as_list, as_table
from ..manuscript import Manuscript
from ..ops import Append, Drop, Op, Put
from ..pointers import WAYS, ids_in, pointers
from ..revision import Revision, revised
from ..tables import editable
from .sources import quoting

_SHOWN = 3  # records that a refusal names


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """Other values of some fields; None takes a field away. The id is changed by renaming."""

    record: str
    fields: Mapping[str, Any]

    @property
    def touches(self) -> tuple[str, ...]:
        """The record."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Change what differs from what is written."""
        entry = editable(manuscript, self.record)
        ops = tuple(self._ops(entry))
        label = f"Changed {self.record}"
        return revised(manuscript, {entry.origin.file: ops}, label, self.record)

    def _ops(self, entry: Entry) -> Iterator[Op]:
        for key, value in self.fields.items():
            path = (entry.origin.table, entry.origin.index, key)
            if value is None:
                if key in entry.table:
                    yield Drop(path)
            elif (more := _behind(entry.table.get(key), value)) is not None:
                yield from (Append(path, each) for each in more)
            elif entry.table.get(key) != value:
                yield Put(path, value)


def _behind(before: Any, after: Any) -> list[Any] | None:
    """Return what a list has more than it had, at its end, if that is all that is new."""
    old, new = as_list(before), as_list(after)
    if not old or not new or new[: len(old)] != old:
        return None
    return new[len(old) :]


@dataclass(frozen=True, slots=True)
class ChangeQuote:
    """Other values of some fields of one of a record's quotes; None takes a field away.

    The quote is the one at a place of the list, if it still has these words.
    """

    record: str
    place: int
    exact: str
    fields: Mapping[str, Any]

    @property
    def touches(self) -> tuple[str, ...]:
        """The record."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Change the quote; one of bare words becomes a table."""
        entry = editable(manuscript, self.record)
        path = (entry.origin.table, entry.origin.index, "evidence", self.place)
        quotes = as_list(entry.table.get("evidence")) or []
        quote = quotes[self.place] if self.place < len(quotes) else None
        if quote != self.exact and (as_table(quote) or {}).get("exact") != self.exact:
            raise DataError(f"The quotes of {self.record} are others by now; open its form anew.")
        told = {key: value for key, value in self.fields.items() if value is not None}
        table = as_table(quote)
        if table is None:
            ops: list[Op] = [Put(path, {"exact": quote, **told})] if told else []
        else:
            gone = [key for key in self.fields if key not in told and key in table]
            ops = [*(Put((*path, key), value) for key, value in told.items())]
            ops += [Drop((*path, key)) for key in gone]
        label = f"Changed a quote of {self.record}"
        return revised(manuscript, {entry.origin.file: ops}, label, self.record)


@dataclass(frozen=True, slots=True)
class RemoveQuote:
    """One of the quotes of a record, by its place in the list, taken away."""

    record: str
    place: int

    @property
    def touches(self) -> tuple[str, ...]:
        """The record."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Take the quote away."""
        origin = editable(manuscript, self.record).origin
        ops = {origin.file: [Drop((origin.table, origin.index, "evidence", self.place))]}
        return revised(manuscript, ops, f"Removed a quote of {self.record}", self.record)


@dataclass(frozen=True, slots=True)
class DeleteRecord:
    """A record taken away, with its place in the story and what let findings about it stand."""

    record: str

    @property
    def touches(self) -> tuple[str, ...]:
        """The record."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Take it away; raises DataError while other records name it."""
        origin = editable(manuscript, self.record).origin
        if named := tuple(naming(manuscript, self.record)):
            raise DataError(_still_named(self.record, named))
        ops: dict[str, list[Op]] = {origin.file: [Drop((origin.table, origin.index))]}
        for file, drop in self._follow_on(manuscript):
            ops.setdefault(file, []).append(drop)
        return revised(manuscript, ops, f"Deleted {self.record}")

    def _follow_on(self, manuscript: Manuscript) -> Iterator[tuple[str, Drop]]:
        for name in (HEADER, KNOWN):
            for entry in manuscript.entries(name):
                for path, text in pointers(name, entry.table):
                    if text == self.record:
                        yield entry.origin.file, _dropped(name, entry, path)


def naming(manuscript: Manuscript, record: str) -> Iterator[str]:
    """Yield the ids of the other records that name one, or what an expectation is about."""
    if record == manuscript.only_source:
        yield from quoting(manuscript)
    for entry in manuscript.records():
        found = manuscript.id_of(entry)
        if found != record and _names(entry.origin.table, entry.table, record):
            yield found
    for entry in manuscript.entries("expect"):
        if _names("expect", entry.table, record):
            yield f"[[expect]] {entry.table.get('that')}"


def _names(name: str, table: Table, record: str) -> bool:
    if name not in WAYS:
        return False
    return any(record in ids_in(name, path, text) for path, text in pointers(name, table))


def _dropped(name: str, entry: Entry, path: tuple[str | int, ...]) -> Drop:
    """Return what goes with a record: its place in a list, or the whole table about it."""
    if name == HEADER:
        return Drop((HEADER, *path))
    return Drop((name, entry.origin.index))


def _still_named(record: str, named: tuple[str, ...]) -> str:
    shown = ", ".join(named[:_SHOWN])
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return f"{record} is named by {shown}{more}; change or delete these first."
