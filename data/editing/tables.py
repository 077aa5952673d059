"""Tables of records: in which order their fields are written, and which of them can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from ..loading.entries import Entry
from ..loading.expand import ID_PARTS
from ..loading.shapes import Table
from .manuscript import Manuscript

_FIRST = ("id", "type", "name", "title")
_LAST = ("modality", "condition", "prefer", "note", "history", "evidence")


def in_order(kind: Kind, table: Mapping[str, Any]) -> Table:
    """Return a record's table as one reads it best: what it is first, what it rests on last.

    Fields that say nothing are left out; those that no record has stand behind all others.
    """
    classes = RECORD_CLASSES[kind].__mro__
    own = [name for each in classes for name in vars(each).get("__annotations__", ())]
    order = [*_FIRST, *(name for name in own if name not in _LAST), *_LAST]
    ranked = sorted(table, key=lambda key: order.index(key) if key in order else len(order))
    return {key: table[key] for key in ranked if table[key] not in (None, "", [], {})}


def id_in(kind: Kind, table: Mapping[str, Any]) -> str:
    """Return the id that a table gives, or that is made of its parts; raises DataError without."""
    if given := table.get("id"):
        return str(given)
    parts = [table.get(part) for part in ID_PARTS.get(kind, ())]
    if not parts or not all(parts):
        raise DataError(f"This {kind.label.lower()} has no id yet.")
    return ".".join(map(str, parts))


def editable(manuscript: Manuscript, record: str) -> Entry:
    """Return the table of a record; raises DataError when it is not there or not in TOML."""
    entry = manuscript.find(record)
    if entry.origin.in_csv:
        raise DataError(f"{record} is a row of {entry.origin.file}; change it there.")
    return entry
