"""What is to change in a TOML document: three kinds of change, and what the tables are after them.

The tables are what the document must come to: `patching` changes its text, and is held against
this.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any, TypeAlias

from scale_explorer.models.frozen import dataclass

from ..loading.shapes import Table, as_list, as_table

Path: TypeAlias = tuple[str | int, ...]
"""What leads to a value: keys, and places in lists from 0."""


@dataclass(frozen=True, slots=True)
class Put:
    """Give a key of a table a value, or a place of a list another one."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Drop:
    """Take away a key of a table, or a member of a list."""

    path: Path


@dataclass(frozen=True, slots=True)
class Append:
    """Add a member to the end of a list, which begins with it where there is none."""

    path: Path
    value: Any


Op: TypeAlias = Put | Drop | Append


def changed(tables: Table, ops: Iterable[Op]) -> Table:
    """Return the tables after all changes; places in lists are those before any of them.

    Raises LookupError or TypeError when a path leads nowhere.
    """
    after = copy.deepcopy(tables)
    # Members are taken away last and from the end, so that every other path still leads there.
    listed = tuple(ops)
    for op in listed:
        if not isinstance(op, Drop):
            _change(after, op)
    for drop in sorted(
        (op for op in listed if isinstance(op, Drop)), key=lambda op: _order(op.path), reverse=True
    ):
        del _holder(after, drop.path)[drop.path[-1]]
    return after


def _change(tables: Table, op: Put | Append) -> None:
    holder, last = _holder(tables, op.path), op.path[-1]
    if isinstance(op, Put):
        holder[last] = copy.deepcopy(op.value)
        return
    if as_table(holder) is not None and last not in holder:
        holder[last] = []
    members = as_list(holder[last])
    if members is None:
        raise TypeError(f"{last} is no list")
    members.append(copy.deepcopy(op.value))


def _holder(tables: Table, path: Path) -> Any:
    value: Any = tables
    for part in path[:-1]:
        value = value[part]
    return value


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)
