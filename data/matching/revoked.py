"""The matches that the reader has taken apart, kept in `matches.json` in the data folder.

It holds pairs of ids as they are among several sets, such as `mill-story/birch`, so it says the
same in whatever order sets are open, and whatever else is, as long as each has an id of its own. Of
sets with one id some are numbered, and what is said of them holds while the same of them are open,
where they were (see `ids.told_apart`). A file that cannot be read is set aside, never in the way.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

from scale_explorer.models.errors import DataError

from ..folders import folder
from ..loading.read import read_regular, shown
from ..loading.set_aside import set_aside
from ..loading.shapes import as_list, as_table
from ..loading.strict_json import read_json
from ..loading.write import replace_file

FILE: Final = "matches.json"
BYTES: Final = 1024 * 1024
"""Bytes of the file that are read at most."""

Pair: TypeAlias = tuple[str, str]
"""Two ids among several sets, in alphabetical order."""


def pair_of(one: str, other: str) -> Pair:
    """Return two ids as a pair, whichever comes first."""
    return (one, other) if one <= other else (other, one)


def _silent(words: str) -> None:
    """Say nothing."""


def revoked(tell: Callable[[str], None] = _silent) -> frozenset[Pair]:
    """Return the pairs that were taken apart; a damaged file is set aside, and `tell` says so."""
    path = revoked_path()
    if not os.path.lexists(path):
        return frozenset()
    try:
        return _pairs(read_regular(path, BYTES))
    except DataError as error:
        tell(f"{error} Matches taken apart stand again. {set_aside(path)}")
        return frozenset()


def take_apart(pairs: Iterable[Pair]) -> str:
    """Keep pairs from being matched again; return what happened to a damaged file, else nothing.

    Raises DataError, with those words before its own, when it cannot be written.
    """
    chosen = _ordered(pairs)
    return _changed(lambda before: before | chosen)


def put_together(pairs: Iterable[Pair]) -> str:
    """Let pairs be matched again; returns and raises as `take_apart` does."""
    chosen = _ordered(pairs)
    return _changed(lambda before: before - chosen)


def _changed(change: Callable[[frozenset[Pair]], frozenset[Pair]]) -> str:
    said: list[str] = []
    after = change(revoked(said.append))
    try:
        _write(after)
    except DataError as error:
        raise DataError("\n".join((*said, str(error)))) from error
    return "\n".join(said)


def _ordered(pairs: Iterable[Pair]) -> frozenset[Pair]:
    return frozenset(pair_of(*pair) for pair in pairs)


def revoked_path() -> Path:
    """Return the file that holds the pairs; it may not exist."""
    return folder("data") / FILE


def _pairs(content: bytes) -> frozenset[Pair]:
    try:
        members = as_table(read_json(content)) or {}
    except ValueError as error:
        raise _damaged() from error
    listed = as_list(members.get("apart"))
    if listed is None:
        raise _damaged()
    return frozenset(map(_pair, listed))


def _pair(value: Any) -> Pair:
    match as_list(value):
        case [str(one), str(other)]:
            return pair_of(one, other)
        case _:
            raise _damaged()


def _damaged() -> DataError:
    return DataError(f"{shown(revoked_path())} is damaged.")


def _write(pairs: frozenset[Pair]) -> None:
    path = revoked_path()
    content = f"{json.dumps({'apart': sorted(pairs)}, indent=1)}\n".encode()
    if len(content) > BYTES:
        raise DataError(f"{shown(path)} would grow too large; take fewer matches apart.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{shown(path.parent)} cannot be made: {error.strerror}.") from error
    replace_file(path, content, mode=0o600)
