"""A compiled file in the cache, opened only where it is the reader's own and whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from scale_explorer.models.errors import DataError

from .as_seen import compiled_before
from .store.sqlite import SQLiteStore

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def open_warm(names: Sequence[str]) -> SQLiteStore | None:
    """Open the compiled file of a set that nothing has touched, without reading the set.

    None where that cannot be told, or there is none: then `opening.open_store` knows.
    """
    path = compiled_before(names)
    return None if path is None else opened_if_sound(path)


def opened_if_sound(path: Path | str) -> SQLiteStore | None:
    """Open a compiled file, unless it is missing, unfinished or damaged."""
    if not is_ours(path):
        return None
    store = SQLiteStore(path)
    with suppress(DataError, OSError):
        if store.is_sound():
            # Marks it as used lately; a cache that cannot be written is served all the same.
            with suppress(OSError):
                os.utime(path)
            return store
    store.close()
    return None


def is_ours(path: Path | str) -> bool:
    """Say whether a regular file of our own is there: what another made may say anything."""
    try:
        known = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(known.st_mode) and known.st_uid == os.geteuid()
