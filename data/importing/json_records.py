"""Records of our own as JSON lines: `{"kind": "company", "id": …}`, fields as in a TOML table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from scale_explorer.models.kinds import Kind

from ..loading.complaint import Complaint, shortened
from ..loading.nearest import did_you_mean
from ..loading.shapes import Table
from .json_line import json_object, line_fault
from .plain import plain_line
from .rejected import Read, rejected_line
from .sink import Item
from .sound import in_full

HEADER: Final = "dataset"
"""The kind of a line that tells what the set is called."""


def json_records(numbered: Iterable[tuple[int, bytes]], path: str, file: int) -> Iterator[Read]:
    """Yield the record of each line that holds anything, or why it cannot be one."""
    for number, line in numbered:
        if fault := line_fault(line):
            yield rejected_line(path, number, line, *fault)
            continue
        item = plain_line(line, file, number)
        if item is not None:
            yield item
        elif line.strip():
            read = _record(line, path, file, number)
            if read is not None:
                yield read


def _record(line: bytes, path: str, file: int, number: int) -> Read | None:
    """Return the record of a line that is not plain; None for the header."""
    table = json_object(line)
    if isinstance(table, Complaint):
        return rejected_line(path, number, line, "invalid_json", table)
    kind = table.pop("kind", None)
    if kind == HEADER:
        return None
    if not isinstance(kind, str) or kind not in _KINDS:
        return rejected_line(path, number, line, "unknown_kind", _no_kind(kind))
    read = in_full(Kind(kind), table, file, number)
    if isinstance(read, Item):
        return read
    return rejected_line(path, number, line, "invalid_record", read, _id_of(table))


_KINDS: Final = frozenset(kind.value for kind in Kind)


def _no_kind(kind: Any) -> Complaint:
    known = ", ".join(Kind)
    if not isinstance(kind, str):
        return Complaint("kind", f"kind is missing; it is one of {known}")
    message = f'kind cannot be "{shortened(kind)}"; it is one of {known}'
    return Complaint("kind", message, did_you_mean(kind, Kind), kind)


def _id_of(table: Table) -> str | None:
    given = table.get("id")
    return given if isinstance(given, str) else None
