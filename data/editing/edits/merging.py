"""Two records of one and the same thing made one; what either says is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS

from ...loading.entries import Entry
from ...loading.shapes import Table, as_list, as_table
from ..manuscript import Manuscript
from ..ops import Append, Drop, Op, Put, changed
from ..pointers import pointers, renamed_in
from ..revision import Revision, revised
from ..tables import editable
from .renaming import following, renaming

_NAMES = ("id", "name", "aliases")


@dataclass(frozen=True, slots=True)
class MergeRecords:
    """The entity `gone` becomes one with `kept`, whose id stays.

    Names become aliases, lists are joined, and summaries follow each other. Whoever named either,
    names the one that is left. Claims that would then have one id stay apart, under other ids.
    """

    kept: str
    gone: str

    @property
    def touches(self) -> tuple[str, ...]:
        """Both."""
        return (self.kept, self.gone)

    def on(self, manuscript: Manuscript) -> Revision:
        """Merge them; raises DataError when they contradict each other."""
        kept, gone = editable(manuscript, self.kept), editable(manuscript, self.gone)
        _refuse_unlike(kept, gone)
        new_ids = dict(following({self.gone: self.kept}, manuscript))
        apart = dict(_kept_apart(new_ids, self.gone, manuscript))
        new_ids.update(apart)
        ops = _without(renaming(manuscript, new_ids), gone)
        joined = _joined(kept, _renamed(gone, new_ids))
        ops.setdefault(kept.origin.file, []).extend(joined)
        ops.setdefault(gone.origin.file, []).append(Drop((gone.origin.table, gone.origin.index)))
        return revised(manuscript, ops, f"Merged {self.gone} into {self.kept}", self.kept)


def _refuse_unlike(kept: Entry, gone: Entry) -> None:
    if kept == gone:
        raise DataError("These are one record already.")
    for entry in (kept, gone):
        if entry.kind not in ENTITY_KINDS:
            raise DataError(f"Only companies, people and the like can be merged, no {entry.kind}.")
    if kept.kind is not gone.kind:
        one, other = kept.kind.label.lower(), gone.kind.label.lower()
        raise DataError(f"One is a {one}, the other a {other}.")
    for key, one, other in _contradictions(kept.table, gone.table):
        raise DataError(f"They differ in {key}: {one} and {other}. Make these the same first.")


def _contradictions(kept: Table, gone: Table) -> Iterator[tuple[str, Any, Any]]:
    """Yield fields that can only have one value, and have two."""
    for key in kept.keys() & gone.keys() - {*_NAMES, "summary"}:
        one, other = kept[key], gone[key]
        table, other_table = as_table(one), as_table(other)
        if table is not None and other_table is not None:
            yield from _contradictions(table, other_table)
        elif as_list(one) is None and one != other:
            yield key, one, other


def _kept_apart(
    new_ids: Mapping[str, str], gone: str, manuscript: Manuscript
) -> Iterator[tuple[str, str]]:
    """Yield claims whose new ids others have already, with ids of their own."""
    taken = {*manuscript.by_id, *new_ids.values()}
    for old, new in new_ids.items():
        if old != gone and new in manuscript.by_id:
            own = next(each for number in count(2) if (each := f"{new}-{number}") not in taken)
            taken.add(own)
            yield old, own


def _without(ops: Mapping[str, list[Op]], gone: Entry) -> dict[str, list[Op]]:
    """Return changes without those within a table that goes anyway."""
    start = gone.origin.table, gone.origin.index
    return {
        file: [op for op in mine if file != gone.origin.file or op.path[:2] != start]
        for file, mine in ops.items()
    }


def _renamed(entry: Entry, new_ids: Mapping[str, str]) -> Table:
    """Return the table of a record with new ids for all that it names."""
    name = entry.origin.table
    puts = [
        Put(path, renamed_in(name, path, text, lambda old: new_ids.get(old, old)))
        for path, text in pointers(name, entry.table)
    ]
    return changed(entry.table, puts)


def _joined(kept: Entry, gone: Table) -> Iterator[Op]:
    """Yield what the record that stays takes over."""
    start = kept.origin.table, kept.origin.index
    names = [name for name in (gone.get("name"), *gone.get("aliases", ())) if name]
    own = {kept.table.get("name"), *kept.table.get("aliases", ())}
    for name in dict.fromkeys(name for name in names if name not in own):
        yield Append((*start, "aliases"), name)
    for key, value in gone.items():
        if key not in _NAMES:
            yield from _taken_over((*start, key), kept.table.get(key), value)


def _taken_over(path: tuple[str | int, ...], mine: Any, other: Any) -> Iterator[Op]:
    if mine is None:
        yield Put(path, other)
    elif (members := as_list(mine)) is not None:
        yield from (Append(path, each) for each in as_list(other) or () if each not in members)
    elif (table := as_table(mine)) is not None:
        more = as_table(other) or {}
        yield from (Put((*path, key), each) for key, each in more.items() if key not in table)
    elif mine != other:  # summaries
        yield Put(path, f"{mine} {other}")
