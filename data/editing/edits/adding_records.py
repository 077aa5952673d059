"""Several new records of one kind at once, which are given ids as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ...loading.entries import HEADER
from ...loading.shapes import Table, as_list
from ..manuscript import Manuscript
from ..naming import made_id, with_id
from ..ops import Append, Op
from ..revision import Revision, revised
from ..tables import in_order
from .sources import unsaid


@dataclass(frozen=True, slots=True)
class AddRecords:
    """New records, written behind the others of their kind, and with `lead` put into the story.

    Those without an id get one that is free when they are written, which others may do meanwhile.
    """

    kind: Kind
    tables: Sequence[Mapping[str, Any]]
    lead: bool = False

    @property
    def touches(self) -> tuple[str, ...]:
        """Nothing that is there."""
        return ()

    def on(self, manuscript: Manuscript) -> Revision:
        """Write them all, unless an id is taken."""
        tables = tuple(self.named(manuscript.by_id))
        ids = [id_of(self.kind, table) for table in tables]
        for taken in taken_among(ids, manuscript.by_id):
            raise DataError(f"The id {taken} is taken; give this one another id.")
        ops: dict[str, list[Op]] = {
            manuscript.home_of(self.kind): [Append((self.kind.value,), table) for table in tables]
        }
        if self.kind is Kind.SOURCE:  # quotes that left the only one unsaid would be from nowhere
            for file, put in unsaid(manuscript):
                ops.setdefault(file, []).append(put)
        if self.lead:
            _add_to_story(ops, ids, manuscript)
        return revised(manuscript, ops, self._label(ids), ids[-1] if ids else None)

    def named(self, taken: Iterable[str]) -> Iterator[Table]:
        """Yield the tables as they are written: in order, each with an id unless one is made."""
        known = {*taken, *(str(table["id"]) for table in self.tables if table.get("id"))}
        for table in self.tables:
            named = in_order(self.kind, with_id(self.kind, table, known))
            known.add(id_of(self.kind, named))
            yield named

    def _label(self, ids: Sequence[str]) -> str:
        if len(ids) == 1:
            return f"Add {self.kind.label.lower()} {ids[0]}"
        return f"Add {len(ids)} {self.kind.heading.lower()}"


def id_of(kind: Kind, table: Mapping[str, Any]) -> str:
    """Return the id that a table says, or that is made of its parts."""
    return str(table.get("id") or made_id(kind, table))


def taken_among(ids: Iterable[str], taken: Iterable[str]) -> Iterator[str]:
    """Yield those of new ids that a record has, or one of them before it."""
    known = set(taken)
    for each in ids:
        if each in known:
            yield each
        known.add(each)


def _add_to_story(ops: dict[str, list[Op]], ids: Iterable[str], manuscript: Manuscript) -> None:
    header = next(iter(manuscript.entries(HEADER)), None)
    if header is None:
        raise DataError("The set has no [dataset] table to list its story in.")
    told = as_list(header.table.get("lead")) or ()
    new = [Append((HEADER, "lead"), each) for each in ids if each not in told]
    ops.setdefault(header.origin.file, []).extend(new)
