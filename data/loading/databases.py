"""Files that are no data sets to read, but indexes made of some."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from .read import shown

_MAGIC = b"SQLite format 3\0"
"""How a database begins ("Database File Format", 1.3)."""


def is_database(path: Path) -> bool:
    """Say whether a regular file begins as databases do, an index among them."""
    with suppress(OSError, ValueError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
            return regular and os.read(descriptor, len(_MAGIC)) == _MAGIC
        finally:
            os.close(descriptor)
    return False


@lru_cache(8)
def is_index(names: tuple[str, ...]) -> bool:
    """Say whether what was opened by some names or paths is an index; it stays one while open."""
    return any(is_database(Path(name)) for name in names)


def why_only_read(path: Path) -> str:
    """Return why nothing is to be read from a file as from a data set, or written to it."""
    return (
        f"{shown(path)} is an index of imported records, which is only looked at: change what it"
        " was made of, and import that again"
        if is_database(path)
        else ""
    )
