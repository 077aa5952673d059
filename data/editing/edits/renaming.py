"""A record under another id, and everything that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scale_explorer.models import lengths
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ...loading.entries import Entry
from ...loading.expand import ID_PARTS
from ..manuscript import Manuscript
from ..ops import Op, Put
from ..pointers import WAYS, pointers, renamed_in
from ..revision import Revision, revised

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Say whether a text can be the id of a record."""
    return bool(_ID.fullmatch(text)) and len(text) <= lengths.ID


@dataclass(frozen=True, slots=True)
class RenameRecord:
    """Another id for a record: every reference follows, and ids that are made of it."""

    record: str
    new: str

    @property
    def touches(self) -> tuple[str, ...]:
        """The record."""
        return (self.record,)

    def on(self, manuscript: Manuscript) -> Revision:
        """Rename it; raises DataError when the id is taken or is none."""
        if not is_id(self.new):
            raise DataError("An id has lower case letters, digits and hyphens, such as scale-ai.")
        manuscript.find(self.record)
        new_ids = following({self.record: self.new}, manuscript)
        for old, new in new_ids.items():
            if new in manuscript.by_id and new not in new_ids:
                raise DataError(f"The id {new}, which {old} would get, is taken.")
        ops = renaming(manuscript, new_ids)
        label = f"Renamed {self.record} to {self.new}"
        return revised(manuscript, ops, label, self.new)


def following(new_ids: Mapping[str, str], manuscript: Manuscript) -> Mapping[str, str]:
    """Return the new ids with those of records whose ids are made of the ids of others.

    Raises DataError when one of them would be too long.
    """
    found = dict(new_ids)
    made = [
        (manuscript.id_of(entry), _parts(entry))
        for entry in manuscript.records()
        if entry.kind in ID_PARTS and "id" not in entry.table
    ]
    # A reason may be about a relationship whose id changes: a round for each that hangs on another.
    for _ in range(len(made) + 1):
        before = dict(found)
        for old, parts in made:
            new = _made_of(parts, found)
            if old not in new_ids and new != old:
                found[old] = new
        if found == before:
            break
    for old, new in found.items():
        if len(new) > lengths.ID:
            raise DataError(f"The id that {old} would get is too long; choose a shorter one.")
    return found


def renaming(manuscript: Manuscript, new_ids: Mapping[str, str]) -> dict[str, list[Op]]:
    """Return the changes that give records new ids wherever these are written.

    An id that is made of its parts is written only where they make another one.
    """
    ops: dict[str, list[Op]] = {}
    for entry in manuscript.records():
        new = new_ids.get(manuscript.id_of(entry))
        made = "" if "id" in entry.table else _made_of(_parts(entry), new_ids)
        if new is not None and new != made:
            _add(ops, entry, [Put((*_start(entry), "id"), new)])
    for name in WAYS:
        for entry in manuscript.entries(name):
            _add(ops, entry, _pointing(name, entry, new_ids))
    return ops


def _parts(entry: Entry) -> list[str]:
    return [str(entry.table.get(part)) for part in ID_PARTS.get(entry.kind, ())]


def _made_of(parts: list[str], new_ids: Mapping[str, str]) -> str:
    return ".".join(new_ids.get(part, part) for part in parts)


def _add(ops: dict[str, list[Op]], entry: Entry, more: Iterator[Put] | list[Put]) -> None:
    for op in more:
        ops.setdefault(entry.origin.file, []).append(op)


def _pointing(name: str, entry: Entry, new_ids: Mapping[str, str]) -> Iterator[Put]:
    for path, text in pointers(name, entry.table):
        new = renamed_in(name, path, text, lambda old: new_ids.get(old, old))
        if new != text:
            yield Put((*_start(entry), *path), new)


def _start(entry: Entry) -> tuple[str | int, ...]:
    """Return what leads to a table: there is only one header."""
    origin = entry.origin
    return (origin.table,) if origin.table == "dataset" else (origin.table, origin.index)
