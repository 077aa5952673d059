"""Values from a file that anybody may have changed: each is what it should be, or it is missing."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar, cast

from scale_explorer.models.text import clean

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def fields(value: object) -> dict[str, object]:
    """Return the fields of a JSON object; of anything else, none."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def items(value: object) -> tuple[object, ...]:
    """Return the items of a JSON array; of anything else, none."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else ()


def text(value: object, longest: int) -> str | None:
    """Return a text of at most `longest` code points, safe to show."""
    return clean(value) if isinstance(value, str) and len(value) <= longest else None


def texts(value: object, most: int, longest: int) -> tuple[str, ...]:
    """Return the texts among the first `most` items of an array, each once, without empty ones."""
    found = (text(item, longest) for item in items(value)[:most])
    return tuple(dict.fromkeys(filter(None, found)))


def whole(value: object, least: int, most: int) -> int | None:
    """Return a whole number within bounds; JSON's true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if least <= value <= most else None


def one_of(choices: type[ChoiceT], value: object) -> ChoiceT | None:
    """Return the member of an enumeration that has this value."""
    return next((choice for choice in choices if choice.value == value), None)
