"""From a name or a path to a store: the compiled file when it is there, else it is made.

Everything heavy (Pydantic, dates, TOML) loads only when a set must be compiled.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from scale_explorer.models.errors import (
    DamagedError,
    DataError,
    ScaleExplorerError,
    UsageError,
)
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.version import __version__

from . import as_seen
from .code_stamp import code_stamp
from .compiled_file import is_ours, opened_if_sound
from .folders import folder
from .loading.databases import is_database
from .loading.files import SetFiles
from .loading.read import shown
from .loading.sets import resolve
from .loading.several import gather_all
from .matching.revoked import Pair, revoked
from .store.connections import may_be_damage
from .store.seal import removed_as_damaged, seals_of
from .store.sqlite import UNFINISHED, SQLiteStore
from .watch import SILENT, Watch

if TYPE_CHECKING:
    from .store.contents import Contents

KEPT = 20
"""Compiled files kept in the cache; the oldest beyond them are removed."""

_SUFFIX = ".sqlite"
_PRIVATE = f"set{_SUFFIX}"
"""What a compiled file outside the cache is called."""
_ABANDONED = 3600.0
"""Seconds after which nobody is still at work on a file that nobody has written to."""


def _silent(words: str) -> None:
    """Say nothing."""


Sets: TypeAlias = Sequence[SetFiles]


@dataclass(frozen=True, slots=True)
class Sought:
    """Data sets that were found and read, and the file that they are compiled into.

    Reading `begun` at a time of the clock, in nanoseconds.
    """

    names: tuple[str, ...]
    sets: Sets
    apart: frozenset[Pair]
    path: Path
    is_index: bool = False
    begun: int = 0

    def note(self) -> None:
        """Note what the sets are made of, so that the next start need not read them."""
        if len(self.sets) == 1:
            as_seen.note(self.names, self.sets[0], self.path, self.begun)

    def ready(self) -> SQLiteStore | None:
        """Open what was compiled before, unless it is missing, unfinished or damaged.

        An index is always ready; raises DataError where it cannot be used.
        """
        return _index_opened(self.path) if self.is_index else opened_if_sound(self.path)

    def compile(self, watch: Watch = SILENT) -> Path:
        """Load, ground, check and compile; return the file, which `opened` opens.

        Raises DataError when nothing can be read.
        """
        return self.path if self.is_index else _compiled(self, watch)

    def drop_damaged(self) -> bool:
        """Remove what was compiled before, where it is damaged, and say whether it was.

        All of it is read for that, which `ready` does not do with a large file.
        """
        return not self.is_index and is_ours(self.path) and removed_as_damaged(self.path)

    @property
    def state(self) -> str:
        """What differs from any other state of the sets: of an index its seals, else a file's name.

        The same sources make the same index, and then nothing has changed.
        """
        return seals_of(self.path) if self.is_index else self.path.name

    @property
    def label(self) -> str:
        """What people call the sets."""
        names = [Path(files.label).resolve().name for files in self.sets] or [self.path.name]
        return f"{len(names)} data sets" if len(names) > 2 else " and ".join(names)


def open_store(
    names: str | Sequence[str] | None,
    *,
    fresh: bool = False,
    watch: Watch = SILENT,
    tell: Callable[[str], None] = _silent,
) -> SQLiteStore:
    """Open a data set, or several as one; None or no name is the bundled story.

    `fresh` compiles even what was compiled before; `watch` hears how that goes. `tell` is given
    what is wrong with a file of the reader's own. Raises UnknownNameError when there is no such
    set, UsageError when there are too many, and DataError when nothing can be read.
    """
    sought = seek(names, tell)
    ready = None if fresh else sought.ready()
    store = opened(sought.compile(watch)) if ready is None else ready
    sought.note()
    return store


def seek(names: str | Sequence[str] | None, tell: Callable[[str], None] = _silent) -> Sought:
    """Find data sets and read their files, without looking into them; raises as `open_store`."""
    begun = as_seen.now()
    named = (names,) if isinstance(names, str) else tuple(names or ())
    indexes = [path for path in map(resolve, named) if is_database(path)]
    if indexes and len(set(named)) > 1:
        raise UsageError(f"{shown(indexes[0])} is an index of imported records: open it by itself.")
    if indexes:
        return Sought(named, (), frozenset(), indexes[0], is_index=True)
    sets = gather_all(named or (None,))
    apart = revoked(tell) if len(sets) > 1 else frozenset[Pair]()
    name = f"{_digest(sets, apart)}-{__version__}-{code_stamp()}{_SUFFIX}"
    return Sought(named, sets, apart, folder("cache") / name, begun=begun)


def opened(path: Path) -> SQLiteStore:
    """Open a file just compiled; one that could not be written to the cache goes with its store."""
    store = SQLiteStore(path)
    if path.name == _PRIVATE:
        # Loaded here because the cache can mostly be written.
        import shutil  # noqa: PLC0415

        weakref.finalize(store, shutil.rmtree, path.parent, ignore_errors=True)
    return store


def opened_again(path: Path, names: Sequence[str]) -> SQLiteStore:
    """Open what some names mean by now: an index, or what was compiled; raises DataError."""
    is_index = any(path == Path(name) for name in names)
    return _index_opened(path) if is_index else opened(path)


def was_damage(error: Exception, names: Sequence[str]) -> bool:
    """Say whether something failed because a compiled file is damaged; it is removed by then."""
    if not may_be_damage(error):
        return isinstance(error, DamagedError)
    with suppress(ScaleExplorerError):
        return seek(names).drop_damaged()
    return False


def _digest(sets: Sets, apart: Iterable[Pair]) -> str:
    """Return a text that changes with all that is compiled; of one set, its own digest."""
    if len(sets) == 1:
        return sets[0].digest
    # The paths count as well: they say which of two sets with one id is numbered.
    parts = [[(files.digest, files.real_path) for files in sets], sorted(apart)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _index_opened(path: Path) -> SQLiteStore:
    store = SQLiteStore(path, index=True)
    try:
        store.is_sound()
    except BaseException:
        store.close()
        raise
    return store


def _compiled(sought: Sought, watch: Watch) -> Path:
    """Compile into the cache or else into a private folder."""
    # Loaded here because they bring Pydantic and all readers, which a warm start does without.
    from .store.build import contents_of, contents_of_several  # noqa: PLC0415
    from .store.compile import compile_set  # noqa: PLC0415

    sets, path = sought.sets, sought.path
    contents = (
        contents_of(sets[0], watch)
        if len(sets) == 1
        else contents_of_several(sets, sought.apart, watch)
    )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        compile_set(contents, path, watch)
    except (OSError, sqlite3.Error):
        return _privately(contents, watch)
    _tidy(path.parent)
    return path


def _privately(contents: Contents, watch: Watch) -> Path:
    """Compile into a folder that lives as long as the store: the cache cannot be written."""
    # Loaded here for the same reason as above.
    import shutil  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    from .store.compile import compile_set  # noqa: PLC0415

    try:
        folder = Path(tempfile.mkdtemp(prefix="scale-explorer-"))
    except OSError as error:
        raise _nowhere("any temporary folder", error) from error
    path = folder / _PRIVATE
    try:
        compile_set(contents, path, watch)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if not isinstance(error, OSError | sqlite3.Error):
            raise
        raise _nowhere(shown(folder.parent), error) from error
    return path


def _nowhere(other: str, error: Exception) -> DataError:
    reason = f"neither the cache nor {other} can be written: {error}"
    return DataError(f"The data set cannot be compiled: {reason}.")


def _tidy(folder: Path) -> None:
    """Remove the compiled files that were used longest ago, and what was never finished."""
    with suppress(OSError):
        for path in folder.glob(f"{UNFINISHED}*"):
            if path.stat().st_mtime < time.time() - _ABANDONED:
                path.unlink(missing_ok=True)
        for suffix in (_SUFFIX, as_seen.SUFFIX):
            files = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime)
            for path in files[:-KEPT]:
                path.unlink(missing_ok=True)
