"""The matches that the reader has taken apart, kept in `matches.json` in the data folder.

It holds pairs of ids as they are among several sets, such as `mill-story/birch`, so it says the
same whatever else is open. A file that cannot be read is set aside, never in the way.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from scale_explorer.models.errors import DataError

from ..folders import folder
from ..loading.read import read_regular, shown
from ..loading.shapes import as_list, as_table
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
    path = _path()
    if not os.path.lexists(path):
        return frozenset()
    try:
        return _pairs(read_regular(path, BYTES))
    except DataError as error:
        broken = path.with_name(f"{FILE}.broken")
        with suppress(OSError):
            path.replace(broken)
        tell(f"{error} It is set aside as {shown(broken)}; matches taken apart stand again.")
        return frozenset()


def take_apart(pairs: Iterable[Pair]) -> None:
    """Keep pairs from being matched again; raises DataError when that cannot be written."""
    _write(revoked() | _ordered(pairs))


def put_together(pairs: Iterable[Pair]) -> None:
    """Let pairs be matched again; raises DataError when that cannot be written."""
    _write(revoked() - _ordered(pairs))


def _ordered(pairs: Iterable[Pair]) -> frozenset[Pair]:
    return frozenset(pair_of(*pair) for pair in pairs)


def _path() -> Path:
    return folder("data") / FILE


def _pairs(content: bytes) -> frozenset[Pair]:
    try:
        members = as_table(json.loads(content)) or {}
    except (ValueError, RecursionError, MemoryError) as error:
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
    return DataError(f"{shown(_path())} is damaged.")


def _write(pairs: frozenset[Pair]) -> None:
    path = _path()
    content = f"{json.dumps({'apart': sorted(pairs)}, indent=1)}\n".encode()
    if len(content) > BYTES:
        raise DataError(f"{shown(path)} would grow too large; take fewer matches apart.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{shown(path.parent)} cannot be made: {error.strerror}.") from error
    replace_file(path, content, mode=0o600)
