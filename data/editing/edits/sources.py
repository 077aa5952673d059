"""Adding sources to a set, whose quotes may so far leave unsaid which source they are from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ...loading.entries import Entry
from ...loading.shapes import Table, as_list, as_table
from ..manuscript import Manuscript
from ..ops import Append, Op, Path, Put
from ..revision import Revision, revised
from ..tables import id_in, in_order


@dataclass(frozen=True, slots=True)
class AddSources:
    """New sources, behind those that are there; `tables` are as one would write them.

    Where the set had one source, its name is written into every quote that left it unsaid: with a
    second one they would be from nowhere.
    """

    tables: Sequence[Mapping[str, Any]]

    @property
    def touches(self) -> tuple[str, ...]:
        """Nothing that could not be done to what is there by then."""
        return ()

    def on(self, manuscript: Manuscript) -> Revision:
        """Write them; raises DataError when an id is taken, or a quote stands in a table of CSV."""
        tables = [in_order(Kind.SOURCE, table) for table in self.tables]
        ids = [id_in(Kind.SOURCE, table) for table in tables]
        for each in ids:
            if each in manuscript.by_id:
                raise DataError(f"The id {each} is taken; run the command again.")
        ops: dict[str, list[Op]] = {}
        for file, put in unsaid(manuscript):
            ops.setdefault(file, []).append(put)
        home = manuscript.home_of(Kind.SOURCE)
        ops.setdefault(home, []).extend(Append((Kind.SOURCE.value,), table) for table in tables)
        return revised(manuscript, ops, f"Add source {', '.join(ids)}", next(iter(ids), None))


def quoting(manuscript: Manuscript) -> Iterator[str]:
    """Yield the ids of records with quotes that leave unsaid that they are from the only source."""
    source = manuscript.only_source or ""
    for entry in manuscript.records():
        quotes = _quotes(entry.table)
        if any(_said(entry, path, quote, source) is not None for path, quote in quotes):
            yield manuscript.id_of(entry)


def unsaid(manuscript: Manuscript) -> Iterator[tuple[str, Put]]:
    """Yield what says the only source in each quote that leaves it unsaid, with its file."""
    source = manuscript.only_source
    if source is None:
        return
    for entry in manuscript.records():
        for path, quote in _quotes(entry.table):
            if (put := _said(entry, path, quote, source)) is None:
                continue
            if not entry.origin.file.endswith(".toml"):
                told = f"{manuscript.id_of(entry)} in {entry.origin.file} names no source"
                raise DataError(f"{told}; write {source} there before a second one is added.")
            yield entry.origin.file, put


def _said(entry: Entry, path: Path, quote: Any, source: str) -> Put | None:
    whole = (entry.origin.table, entry.origin.index, *path)
    if isinstance(quote, str):
        return Put(whole, {"source": source, "exact": quote})
    table = as_table(quote)
    return Put((*whole, "source"), source) if table is not None and "source" not in table else None


def _quotes(table: Table) -> Iterator[tuple[Path, Any]]:
    """Yield the quotes of a record and of its history, with the way to each."""
    for place, quote in enumerate(as_list(table.get("evidence")) or ()):
        yield ("evidence", place), quote
    for number, change in enumerate(as_list(table.get("history")) or ()):
        for path, quote in _quotes_of_change(change):
            yield ("history", number, *path), quote


def _quotes_of_change(change: Any) -> Iterator[tuple[Path, Any]]:
    quotes = as_list((as_table(change) or {}).get("evidence")) or ()
    yield from ((("evidence", place), quote) for place, quote in enumerate(quotes))
