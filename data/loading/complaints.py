"""What a record's model says against a table, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scale_explorer.models.deal import Party
from scale_explorer.models.entity import Identifiers
from scale_explorer.models.evidence import Quote
from scale_explorer.models.figure import Around
from scale_explorer.models.history import Change
from scale_explorer.models.statement import Topic

from .complaint import LONGEST, Complaint, Path, shortened
from .nearest import did_you_mean
from .shapes import as_list, as_table

_INNER: Mapping[str, type[BaseModel]] = {
    "evidence": Quote,
    "history": Change,
    "parties": Party,
    "about": Topic,
    "identifiers": Identifiers,
    "period": Around,
}
_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "tuple_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "is_instance_of": 'an amount such as "about $150 million"',
}
_SHAPES = {
    "country": "two capital letters (ISO 3166), such as US",
    "language": "a language code, such as en or pt-BR",
    "sha256": "64 hexadecimal digits in lower case",
}
_ID_SHAPE = "lower case letters, digits and hyphens, such as scale-ai"


def named(path: Path) -> str:
    """Name a field as people count: `parties 2, role`."""
    words = [f" {part + 1}" if isinstance(part, int) else f", {part}" for part in path]
    return "".join(words).removeprefix(", ")


def complaints(
    error: ValidationError,
    table: Mapping[str, Any],
    model: type[BaseModel],
    name: Callable[[Path], str] = named,
) -> Iterator[Complaint]:
    """Yield what is wrong, once for each field, in the order in which the model found it.

    Messages call a field what `name` returns for its path.
    """
    told: dict[Path, ErrorDetails] = {}
    for details in error.errors(include_url=False):
        path = _path_in(table, details)
        known = told.get(path)
        # A field that takes several shapes complains for each; that of the shape given says most.
        if known is None or (_is_of_shape(known) and not _is_of_shape(details)):
            told[path] = details
    outer = {path[:end] for path in told for end in range(1, len(path))}
    for path, details in told.items():
        if path not in outer:
            message, hint = _wording(path, name(path), details, model)
            key = str(path[0] if path else getattr(_error(details), "key", ""))
            yield Complaint(key, message, hint, _meant(path, details), path)


def _error(details: ErrorDetails) -> object:
    """Return what a model raised, if it did; some know the key that it is about."""
    return details.get("ctx", {}).get("error")


def _meant(path: Path, details: ErrorDetails) -> str:
    if details["type"] == "extra_forbidden":
        return str(path[-1])
    value = details["input"]
    return value if isinstance(value, str) else ""


def _is_of_shape(details: ErrorDetails) -> bool:
    return details["type"] in _EXPECTED


def _path_in(table: Mapping[str, Any], details: ErrorDetails) -> Path:
    """Return the keys and places that lead to the fault, without the model's own labels."""
    path: list[int | str] = []
    value: Any = table
    for part in details["loc"]:
        inner = _member(value, part)
        if inner is not None:
            value = inner
        elif not (part == details["loc"][-1] and details["type"] in {"missing", "extra_forbidden"}):
            continue
        path.append(part)
    return tuple(path)


def _member(value: Any, part: int | str) -> Any:
    if isinstance(part, int):
        members = as_list(value) or []
        return members[part] if part < len(members) else None
    return (as_table(value) or {}).get(part)


def _wording(
    path: Path, name: str, details: ErrorDetails, model: type[BaseModel]
) -> tuple[str, str]:
    """Return a message and a hint."""
    match details["type"]:
        case "missing":
            return f"{name} is missing", ""
        case "extra_forbidden":
            fields = _fields(path, model)
            return f"unknown field {name}", did_you_mean(str(path[-1]), fields)
        case "enum":
            return _choice(name, details)
        case "value_error":
            reason = str(_error(details) or "")
            return f"{name}: {reason}" if name else reason, ""
        case _:
            return f"{name}: {_shape(path, details)}", ""


def _choice(name: str, details: ErrorDetails) -> tuple[str, str]:
    choices = details.get("ctx", {}).get("expected", "").replace("'", "")
    value = details["input"]
    hint = did_you_mean(str(value), choices.replace(" or ", ", ").split(", "))
    return f"{name} cannot be {_shown(value)}; it is one of {choices}", hint


def _shape(path: Path, details: ErrorDetails) -> str:
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {_shown(value)}"
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} is not {_SHAPES.get(str(path[-1]), _ID_SHAPE)}"
    if kind in {"too_short", "string_too_short"}:
        return "is empty"
    if kind in {"too_long", "string_too_long"}:
        return f"is longer than {context.get('max_length')}"
    if kind.startswith("url_"):
        return f"{_shown(value)} is no web address such as https://example.org/article"
    return details["msg"]


def _fields(path: Path, model: type[BaseModel]) -> list[str]:
    """Return the fields of the table at the end of the path."""
    keys = [part for part in path[:-1] if isinstance(part, str)]
    return list((_INNER.get(keys[-1], model) if keys else model).model_fields)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{shortened(value)}"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f"the time {value}" if isinstance(value, time) else f"the number {value}"[:LONGEST]
