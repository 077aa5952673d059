"""From tables to sound records: plain ones quickly, all others by the models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, TypeAlias

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record

from ..grounding.quotes import Cited, quotes_of
from ..loading.complaint import Complaint
from ..loading.expand import expand
from ..loading.records import read_model
from ..loading.shapes import Table
from .plain import plain_table
from .sink import Item

Proved: TypeAlias = Callable[[str], Mapping[str, Any]]
"""What is known of the quote of an id."""
_MOST = 5
"""Complaints about one record that are told."""


def sound(
    kind: Kind, table: Table, file: int, line: int, only_source: str | None = None
) -> Item | Complaint:
    """Return the record that a table holds, or what is wrong with it."""
    return plain_table(kind, table, file, line) or in_full(kind, table, file, line, only_source)


def in_full(
    kind: Kind, table: Table, file: int, line: int, only_source: str | None = None
) -> Item | Complaint:
    """Do the same by the models alone, which take everything that a TOML file may hold."""
    record = read_model(expand(kind, table, only_source), RECORD_CLASSES[kind])
    return item_of(record, file, line) if isinstance(record, Record) else together(record)


def item_of(record: Record, file: int = 0, line: int = 0, proved: Proved | None = None) -> Item:
    """Return a record as it is handed on.

    Quotes of its history stand behind its own, with the `status` that they carry. `proved` adds
    what is known of each.
    """
    fields = record.model_dump(mode="json", exclude_defaults=True)
    record_id = fields.pop("id")
    fields.pop("evidence", None)
    evidence = tuple(_quote(cited, proved) for cited in quotes_of(record))
    return Item(record.KIND, record_id, fields, evidence, file=file, line=line)


def _quote(cited: Cited, proved: Proved | None) -> Mapping[str, Any]:
    table = cited.quote.model_dump(mode="json", exclude_defaults=True)
    if cited.status:
        table["status"] = cited.status
    return table if proved is None else {**table, **proved(cited.id)}


def together(complaints: Iterable[Complaint]) -> Complaint:
    """Return the first of several complaints, with the others behind it in its message."""
    first, *others = islice(complaints, _MOST)
    if not others:
        return first
    message = "; ".join(each.message for each in (first, *others))
    hint = next((each.hint for each in (first, *others) if each.hint), "")
    return Complaint(first.key, message, hint, first.words, first.path)
