"""From a name or a path to a store: the compiled file when it is there, else it is made.

Everything heavy (Pydantic, dates, TOML) loads only when a set must be compiled.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from scale_explorer.models.errors import DataError
from scale_explorer.models.version import __version__

from .code_stamp import code_stamp
from .folders import folder
from .loading.files import SetFiles
from .loading.several import gather_all
from .matching.revoked import Pair, revoked
from .store.sqlite import SQLiteStore

if TYPE_CHECKING:
    from .store.contents import Contents

KEPT = 20
"""Compiled files kept in the cache; the oldest beyond them are removed."""

_SUFFIX = ".sqlite"


def _silent(words: str) -> None:
    """Say nothing."""


Sets: TypeAlias = Sequence[SetFiles]


def open_store(
    names: str | Sequence[str] | None,
    *,
    fresh: bool = False,
    tell: Callable[[str], None] = _silent,
) -> SQLiteStore:
    """Open a data set, or several as one; None or no name is the bundled story.

    `fresh` compiles even what was compiled before. `tell` is given a short sentence before that,
    which takes its time. Raises UnknownNameError when there is no such set, UsageError when there
    are too many, and DataError when nothing can be read.
    """
    sets = gather_all(((names,) if isinstance(names, str) else names) or (None,))
    apart = revoked(tell) if len(sets) > 1 else frozenset[Pair]()
    path = folder("cache") / f"{_digest(sets, apart)}-{__version__}-{code_stamp()}{_SUFFIX}"
    ready = None if fresh else _opened(path)
    if ready is not None:
        return ready
    tell(f"Reading {_told(sets)} …")
    return _compiled(sets, apart, path)


def _digest(sets: Sets, apart: Iterable[Pair]) -> str:
    """Return a text that changes with all that is compiled; of one set, its own digest."""
    if len(sets) == 1:
        return sets[0].digest
    # The paths count as well: they say which of two sets with one id is numbered.
    parts = [[(files.digest, files.real_path) for files in sets], sorted(apart)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _told(sets: Sets) -> str:
    names = [Path(files.label).resolve().name for files in sets]
    return f"{len(names)} data sets" if len(names) > 2 else " and ".join(names)


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


def _compiled(sets: Sets, apart: frozenset[Pair], path: Path) -> SQLiteStore:
    """Load, ground, check and compile, into the cache or else into a private folder."""
    # Loaded here because they bring Pydantic and all readers, which a warm start does without.
    from .store.build import contents_of, contents_of_several  # noqa: PLC0415
    from .store.compile import compile_set  # noqa: PLC0415

    contents = contents_of(*sets) if len(sets) == 1 else contents_of_several(sets, apart)
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
