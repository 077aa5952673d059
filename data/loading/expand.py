"""What people may leave out of a record, filled in before it is checked.

- the id of a relationship is `subject.type.object`, of a reason `cause.type.effect`;
- a quote may be its bare words;
- a quote's source may go without saying when the set has one source;
- a date may be a TOML date instead of text.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from scale_explorer.models.kinds import Kind

from .shapes import Table, as_list, as_table

ID_PARTS = {
    Kind.RELATIONSHIP: ("subject", "type", "object"),
    Kind.REASON: ("cause", "type", "effect"),
}
"""The fields that an id is made of when none is given."""


def expand(kind: Kind, table: Table, only_source: str | None) -> Table:
    """Return the record's table with everything said; what is malformed stays as it is."""
    full = _with_evidence(table, only_source)
    if kind in ID_PARTS and "id" not in full:
        parts = [full.get(part) for part in ID_PARTS[kind]]
        if all(isinstance(part, str) for part in parts):
            full["id"] = ".".join(map(str, parts))
    history = as_list(full.get("history"))
    if history is not None:
        full["history"] = [_entry(entry, only_source) for entry in history]
    return full


def _entry(entry: Any, only_source: str | None) -> Any:
    table = as_table(entry)
    return entry if table is None else _with_evidence(table, only_source)


def _with_evidence(table: Table, only_source: str | None) -> Table:
    full = {key: _dated(value) for key, value in table.items()}
    evidence = as_list(full.get("evidence"))
    if evidence is not None:
        full["evidence"] = [_quote(quote, only_source) for quote in evidence]
    return full


def _quote(quote: Any, only_source: str | None) -> Any:
    table = {"exact": quote} if isinstance(quote, str) else as_table(quote)
    if table is None:
        return quote
    return table if only_source is None else {"source": only_source, **table}


def _dated(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
