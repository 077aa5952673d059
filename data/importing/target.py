"""The file that an import writes: what may be replaced there, and by one program at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from scale_explorer.models.errors import DataError, UsageError

from ..formats.saving import place_of
from ..loading.databases import is_database
from ..loading.read import shown
from ..store.connections import Connections
from ..store.index_format import KEY

_LOCK: Final = ".importing-"
_TRIES: Final = 20
_RANDOM: Final = 8
"""Letters that `tempfile` puts behind a prefix."""


def target_of(output: str, sources: Iterable[str]) -> Path:
    """Return where an index file is to stand; raises DataError and UsageError for no such place."""
    path = place_of(output)
    if path.is_symlink() and path.exists():
        path = path.resolve()  # the file is replaced, and the link to it stays
    if not path.name or path.is_dir():
        raise DataError(f"{shown(path)} is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise DataError(f"{shown(path)} cannot be written: there is no folder of that name.")
    for name in sources:
        if name != "-" and _same(Path(name), path):
            raise UsageError(f"{shown(path)} is one of the sources; name another file with -o.")
    return path


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def refuse_foreign(path: Path, *, force: bool) -> None:
    """Raise DataError where something else than an index file would be lost.

    An index file is replaced: whoever imports again means to. Anything else needs `force`, and
    must be a regular file that may be written.
    """
    if not os.path.lexists(path):
        return
    mode = path.stat().st_mode if path.exists() else path.lstat().st_mode
    if not stat.S_ISREG(mode):
        raise DataError(f"{shown(path)} is no regular file, and is not replaced.")
    if not (force or is_index(path)):
        raise DataError(f"{shown(path)} exists already and is no index file; --force replaces it.")
    if not os.access(path, os.W_OK):
        raise DataError(f"{shown(path)} may not be written, and is not replaced.")


def is_index(path: Path) -> bool:
    """Say whether a file is an index of ours, of whatever version and however damaged."""
    if not is_database(path):
        return False
    with closing(Connections(path, kept=True)) as file, suppress(DataError):
        return file.first("SELECT 1 FROM meta WHERE key = :key", {"key": KEY}) is not None
    return False


@contextmanager
def held(path: Path) -> Generator[None]:
    """Hold the place of an output against other imports; raises DataError when one holds it.

    A small file beside it is locked (flock) and taken away at the end, and with it what was not
    finished; of a program that was killed it stays, but locks nothing.
    """
    lock = path.with_name(f"{_LOCK}{path.name}")
    descriptor = _locked(lock, path)
    try:
        yield
    finally:
        with suppress(OSError):
            sweep(path)
            lock.unlink()
        os.close(descriptor)


def _locked(lock: Path, path: Path) -> int:
    for _ in range(_TRIES):
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            descriptor = os.open(lock, flags, 0o600)
        except OSError as error:
            raise DataError(f"{shown(path)} cannot be written: {error.strerror}.") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            told = f"Another import is writing {shown(path)}; wait for it, or name another file."
            raise DataError(told) from None
        except OSError:  # a file system without locks: the last one to finish counts
            return descriptor
        if _is_still(lock, descriptor):
            return descriptor
        os.close(descriptor)  # another import finished meanwhile, and took its file away
    raise DataError(f"{shown(path)} is being written by other imports; try again.")


def _is_still(lock: Path, descriptor: int) -> bool:
    """Say whether a locked file is the one that stands in its place."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(descriptor))
    except OSError:
        return False


def unfinished(path: Path) -> str:
    """Return what the name of the folder begins with in which an output is made."""
    return f"{_LOCK}{path.name}-"


def sweep(path: Path) -> None:
    """Remove what imports into a file left that were stopped or killed; the place must be held."""
    prefix = unfinished(path)
    for left in path.parent.iterdir():
        # What stands behind the prefix tells it from what belongs to a longer name.
        ours = left.name.startswith(prefix) and len(left.name) == len(prefix) + _RANDOM
        if ours and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
