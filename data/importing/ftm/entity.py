"""An entity of FollowTheMoney as it stands on a line, and the values of its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Required

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from ...loading.complaint import Complaint
from ...loading.shapes import as_list, as_table
from ..json_line import json_object

Properties = dict[str, list[str]]


@dataclass(slots=True)
class Entity:
    """An entity with its values, and where it stands; `originals` are values as sources word them.

    `used` are the properties that something was made of.
    """

    id: str
    schema: str
    properties: Properties
    caption: str = ""
    line: int = 0
    originals: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    used: set[str] = field(default_factory=set[str])

    def all(self, name: str) -> list[str]:
        """Return the values of a property, which are then used."""
        self.used.add(name)
        return self.properties.get(name, [])

    def one(self, *names: str) -> str:
        """Return the first value of the first property that has any, else nothing."""
        for name in names:
            if values := self.properties.get(name):
                self.used.add(name)
                return values[0]
        return ""

    def original(self, name: str, value: str) -> str:
        """Return a value as the source words it, where that is known."""
        return self.originals.get((name, value), value)

    def merge(self, other: Entity) -> None:
        """Take over the values of a fragment of the same entity."""
        for name, values in other.properties.items():
            known = self.properties.setdefault(name, [])
            known.extend(value for value in values if value not in known)
        self.caption = self.caption or other.caption
        self.originals = {**self.originals, **other.originals}

    def unused(self) -> Iterator[tuple[str, int]]:
        """Yield the properties that nothing was made of, with the number of their values."""
        for name, values in self.properties.items():
            if name not in self.used:
                yield name, len(values)


class _Shape(TypedDict, total=False):
    id: Required[str]
    schema: Required[str]
    caption: str | None
    properties: Required[Properties]


_CHECK: Final = TypeAdapter(_Shape).validator


def entity_of(line: bytes, number: int) -> Entity | Complaint:
    """Return the entity of a line of JSON, or what is wrong with it."""
    try:
        read = _CHECK.validate_json(line) if b"\\ud" not in line.lower() else None
    except ValidationError:
        read = None
    if read is None:
        table = json_object(line)
        found = table if isinstance(table, Complaint) else _Shaped(table).entity(number)
    else:
        caption = read.get("caption") or ""
        found = Entity(read["id"], read["schema"], read["properties"], caption, number)
    if isinstance(found, Entity) and not (found.id and found.schema):
        return Complaint("id", "an entity has an id and a schema, and neither may be empty")
    return found


class _Shaped:
    """A table that may be an entity, read with some patience: numbers and bare texts are values."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table

    def entity(self, number: int) -> Entity | Complaint:
        """Return the entity, or what is wrong with it."""
        known, schema = self._table.get("id"), self._table.get("schema")
        properties = as_table(self._table.get("properties"))
        if not (isinstance(known, str) and isinstance(schema, str)) or properties is None:
            message = 'an entity is {"id": "…", "schema": "…", "properties": {"name": ["…"]}}'
            return Complaint("", message)
        read: Properties = {}
        for name, value in properties.items():
            values = _texts(value)
            if values is None:
                return Complaint(name, f"{name} is no list of texts", words=name)
            read[name] = values
        caption = self._table.get("caption")
        return Entity(known, schema, read, caption if isinstance(caption, str) else "", number)


def _texts(value: Any) -> list[str] | None:
    values = as_list(value)
    texts: list[str] = []
    for each in [value] if values is None else values:
        if isinstance(each, str):
            texts.append(each)
        elif isinstance(each, int | float) and not isinstance(each, bool):
            texts.append(str(each))
        elif each is not None:
            return None
    return texts
