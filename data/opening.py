"""From a name or a path to a store: the compiled file when it is there, else it is made.

Everything heavy (Pydantic, dates, TOML) loads only when a set must be compiled.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from scale_explorer.models.errors import DataError
from scale_explorer.models.version import __version__

from .code_stamp import code_stamp
from .folders import folder
from .loading.files import SetFiles, gather
from .loading.sets import resolve
from .store.sqlite import SQLiteStore

if TYPE_CHECKING:
    from .store.contents import Contents

KEPT = 20
"""Compiled files kept in the cache; the oldest beyond them are removed."""

_SUFFIX = ".sqlite"


def _silent(words: str) -> None:
    """Say nothing."""


def open_store(
    name_or_path: str | None, *, fresh: bool = False, tell: Callable[[str], None] = _silent
) -> SQLiteStore:
    """Open a data set, the bundled one by default; `fresh` compiles it even when it was before.

    `tell` is given a short sentence before a set is compiled, which takes its time. Raises
    UnknownNameError when there is no such set and DataError when nothing can be read.
    """
    files = gather(resolve(name_or_path))
    path = folder("cache") / f"{files.digest}-{__version__}-{code_stamp()}{_SUFFIX}"
    ready = None if fresh else _opened(path)
    if ready is not None:
        return ready
    tell(f"Reading {Path(files.label).resolve().name} …")
    return _compiled(files, path)


def _opened(path: Path) -> SQLiteStore | None:
    """Open a compiled file, unless it is missing, unfinished or damaged."""
    if not path.is_file():
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


def _compiled(files: SetFiles, path: Path) -> SQLiteStore:
    """Load, ground, check and compile a set, into the cache or else into a private folder."""
    # Loaded here because they bring Pydantic and all readers, which a warm start does without.
    from .store.build import contents_of  # noqa: PLC0415
    from .store.compile import compile_set  # noqa: PLC0415

    contents = contents_of(files)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        compile_set(contents, path)
    except (OSError, sqlite3.Error):
        return _private(contents)
    _tidy(path.parent)
    return SQLiteStore(path)


def _private(contents: Contents) -> SQLiteStore:
    """Compile into a folder that lives as long as the store: the cache cannot be written."""
    # Loaded here for the same reason as above.
    from .store.compile import compile_set  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="scale-explorer-"))
    path = folder / f"set{_SUFFIX}"
    try:
        compile_set(contents, path)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = f"neither the cache nor {folder.parent} can be written: {error}"
        raise DataError(f"The data set cannot be compiled: {reason}.") from error
    store = SQLiteStore(path)
    weakref.finalize(store, shutil.rmtree, folder, ignore_errors=True)
    return store


def _tidy(folder: Path) -> None:
    """Remove the compiled files that were used longest ago."""
    with suppress(OSError):
        files = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime)
        for path in files[:-KEPT]:
            path.unlink(missing_ok=True)
