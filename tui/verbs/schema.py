"""`schema`: the JSON Schema (draft 2020-12) of the files that people write, for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from scale_explorer.models.dataset import RECORD_CLASSES, Expectation, Header, Known
from scale_explorer.models.evidence import Quote
from scale_explorer.models.reason import Reason
from scale_explorer.models.relationship import Relationship

from ..arguments.formats import Format
from .answer import Answer
from .drawing.blocks import Block, Column, Sheet
from .json_text import json_text

_RECORDS: dict[str, type[BaseModel]] = {kind.value: cls for kind, cls in RECORD_CLASSES.items()}
_ARRAYS: dict[str, type[BaseModel]] = {**_RECORDS, "expect": Expectation, "known": Known}
_FILLED_IN: Mapping[type[BaseModel], str] = {Relationship: "id", Reason: "id", Quote: "source"}
"""What loading fills in, so that people may leave it out."""

_TYPES = {"string": "text", "boolean": "true or false", "integer": "a whole number", "object": "{}"}
_COLUMNS = (
    Column("table"),
    Column("field"),
    Column("must"),
    Column("what", least=20),
)


class Schema(Answer):
    """The schema itself, or its fields one a line."""

    usual_format: ClassVar[Format] = Format.JSON

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return _file_schema()

    def blocks(self) -> Iterator[Block]:
        """Yield a table of all fields."""
        yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a field."""
        tables: dict[str, type[BaseModel]] = {"dataset": Header, **_ARRAYS, "evidence": Quote}
        rows = (row for name, cls in tables.items() for row in _fields(name, cls, self._schema))
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield the schema on one line."""
        yield json_text(self._schema)

    def json(self) -> Iterator[str]:
        """Yield the schema, indented for people."""
        yield json.dumps(self._schema, ensure_ascii=False, indent=2)


def run() -> Schema:
    """Describe the files."""
    return Schema()


def _file_schema() -> dict[str, Any]:
    """Return the schema of one file: any of the tables, none of them twice under another name."""
    classes: tuple[type[BaseModel], ...] = (Header, Quote, *_ARRAYS.values())
    _, schema = models_json_schema([(cls, "validation") for cls in classes])
    definitions = schema["$defs"]
    for cls, field in _FILLED_IN.items():
        definitions[cls.__name__]["required"].remove(field)
    arrays = {name: {"type": "array", "items": _ref(cls)} for name, cls in _ARRAYS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "scale-explorer data set",
        "description": "One file of a data set; a folder's files count as one.",
        "type": "object",
        "properties": {"dataset": _ref(Header), **arrays},
        "additionalProperties": False,
        "$defs": definitions,
    }


def _ref(cls: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _fields(
    table: str, cls: type[BaseModel], schema: dict[str, Any]
) -> Iterator[tuple[str, str, str, str]]:
    definitions = schema["$defs"]
    definition = definitions[cls.__name__]
    required = definition.get("required", ())
    for name, field in definition["properties"].items():
        what = field.get("description") or _type(field, definitions)
        yield (table, name, "yes" if name in required else "", what)


def _type(field: dict[str, Any], definitions: dict[str, Any]) -> str:
    """Say in a few words what a field takes."""
    if "$ref" in field:
        definition = definitions[str(field["$ref"]).rpartition("/")[2]]
        choices = ", ".join(definition.get("enum", ()))
        return choices or f"{{{', '.join(definition['properties'])}}}"
    if "anyOf" in field:
        parts = (part for part in field["anyOf"] if part.get("type") != "null")
        return " or ".join(part.get("description") or _type(part, definitions) for part in parts)
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}), definitions)}"
    return _TYPES[field["type"]]
