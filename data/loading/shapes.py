"""Narrowing what a parser returned: foreign values have no type until they are looked at."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeGuard

Table: TypeAlias = dict[str, Any]
"""A table as a parser returns it."""


def as_table(value: object) -> Table | None:
    """Return a value that is a table, or None."""
    return value if _is_table(value) else None


def as_list(value: object) -> list[Any] | None:
    """Return a value that is a list, or None."""
    return value if _is_list(value) else None


def _is_table(value: object) -> TypeGuard[Table]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
