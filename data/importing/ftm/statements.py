"""Statements of FollowTheMoney: one value of an entity a line, with the words that it came from.

Statements of one entity stand together, as `ftm statements` and OpenSanctions write them. Values
keep their `original_value`; which data set said it, and when, has no place among our records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ...loading.complaint import Complaint
from ..json_line import json_object, line_fault
from ..rejected import Read, Rejected, rejected_line
from ..table_rows import TableRows
from .entity import Entity
from .losses import Losses
from .records import Mapper, Numbered

NEEDED: Final = ("schema", "prop", "value")
"""What every statement has, beside the id of its entity."""
IDS: Final = ("canonical_id", "entity_id")
_ID: Final = "id"
"""The property of a statement that tells nothing but that the entity is there."""
_VALUES: Final = 100_000
"""Values of one entity."""


def is_statement(table: Mapping[str, Any]) -> bool:
    """Say whether a table has what a statement has."""
    return all(name in table for name in NEEDED) and any(name in table for name in IDS)


def statement_lines(numbered: Numbered, path: str, file: int, losses: Losses) -> Iterator[Read]:
    """Yield the records of statements that stand on a line each, as JSON."""
    yield from _records(_tables(numbered, path), path, file, losses)


def statement_rows(rows: TableRows, path: str, file: int, losses: Losses) -> Iterator[Read]:
    """Yield the records of statements that are rows of a CSV file."""
    yield from _records(rows.tables(), path, file, losses)


def _tables(numbered: Numbered, path: str) -> Iterator[tuple[int, Mapping[str, Any]] | Rejected]:
    for number, line in numbered:
        if fault := line_fault(line):
            yield rejected_line(path, number, line, *fault)
        elif line.strip():
            table = json_object(line)
            if isinstance(table, Complaint):
                yield rejected_line(path, number, line, "invalid_json", table)
            else:
                yield number, table


def _records(
    tables: Iterable[tuple[int, Mapping[str, Any]] | Rejected],
    path: str,
    file: int,
    losses: Losses,
) -> Iterator[Read]:
    mapper = Mapper(path, file, losses)
    entity: Entity | None = None
    originals: dict[tuple[str, str], str] = {}
    count = 0
    for each in tables:
        if isinstance(each, Rejected):
            yield each
            continue
        number, table = each
        if complaint := _fault(table):
            yield rejected_line(path, number, repr(table).encode(), "invalid_statement", complaint)
            continue
        id_ = next(table[name] for name in IDS if table.get(name))
        if entity is None or entity.id != id_ or count >= _VALUES:
            if entity is not None:
                yield from mapper.records(entity)
            originals, count = {}, 0
            entity = Entity(id_, table["schema"], {}, line=number, originals=originals)
        count += 1
        _add(entity, table, originals)
    if entity is not None:
        yield from mapper.records(entity)
    yield from mapper.rest()


def _fault(table: Mapping[str, Any]) -> Complaint | None:
    for name in NEEDED:
        if not isinstance(table.get(name), str):
            return Complaint(name, f"a statement has a {name}, and it is text")
    if not any(isinstance(table.get(name), str) and table[name] for name in IDS):
        return Complaint(IDS[0], f"a statement has a {IDS[0]} or {IDS[1]}")
    return None


def _add(entity: Entity, table: Mapping[str, Any], originals: dict[tuple[str, str], str]) -> None:
    name, value = table["prop"], table["value"]
    if name == _ID:
        return
    # Statements of a merged entity may name several schemata; that of a firm says more than
    # that of a legal entity, and the longest name is mostly the most exact.
    if entity.schema == "LegalEntity" != table["schema"]:
        entity.schema = table["schema"]
    values = entity.properties.setdefault(name, [])
    if value not in values:
        values.append(value)
    original = table.get("original_value")
    if isinstance(original, str) and original and original != value:
        originals[name, value] = original
