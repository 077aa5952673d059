"""Replacing a file as a whole: a reader sees the old content or the new, never half of either.

What is written lies beside its place first, under a name that begins with `.writing-`; then it is
put on the disk (fsync), takes its place in one step, and the folder is put on the disk too. So
neither a killed program nor a full disk leaves half a file. What a killed one leaves beside it is
swept away by the next write to that folder.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from .leftovers import fresh_name, sweep
from .read import shown

WRITING = ".writing-"
"""What the name of a file begins with until all is in it."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""How file systems refuse hard links, such as FAT and some that lie on another machine."""


def replace_file(
    path: Path,
    content: bytes,
    mode: int | None = None,
    *,
    unless: Callable[[], None] | None = None,
    inside: Path | None = None,
) -> None:
    """Write `content` to `path` in one step; raises DataError when that cannot be done.

    A link is followed and stays a link, unless it leads out of the folder `inside` or belongs to
    somebody else. What was there keeps its owner, where we may give files away, and its mode unless
    one is given; a new file gets the usual one. Of a file with several names (hard links) the
    others keep what was there. `unless` is asked at the last moment, when all is written but
    nothing replaced; what it raises leaves everything as it was.
    """
    try:
        real = _followed(path, inside)
        with _beside(real, content, mode) as temporary:
            if unless is not None:
                unless()
            temporary.replace(real)
    except (OSError, ValueError) as error:
        raise unwritten(path, error) from error
    sync_folder(real.parent)


def create_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, in one step; raises OSError, FileExistsError included."""
    with _beside(path, content, None) as temporary:
        try:
            os.link(temporary, path)  # unlike renaming, it never replaces what stands there
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            os.close(os.open(path, _FLAGS, 0o666))
            temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder put on the disk, where the file system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def unwritten(path: Path, error: Exception) -> DataError:
    """Return the message for a file that could not be written."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return DataError(f"{shown(path)} cannot be written: {reason}.")


def _followed(path: Path, inside: Path | None) -> Path:
    """Return where a link leads; raises OSError for one in a circle, DataError for a foreign one.

    Where others may make links, theirs would have us write over files of our own.
    """
    if path.is_symlink() and path.lstat().st_uid not in {0, os.geteuid()}:
        raise DataError(f"{shown(path)} is a link of somebody else, and is not followed.")
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if inside is not None and not real.is_relative_to(os.path.realpath(inside)):
        raise DataError(f"{shown(path)} leads out of the data set's folder, and is not written.")
    return real


@contextmanager
def _beside(path: Path, content: bytes, mode: int | None) -> Generator[Path]:
    """Write `content` to a file beside `path`, and take it away unless it was moved."""
    temporary = path.with_name(fresh_name(WRITING))
    descriptor = os.open(temporary, _FLAGS, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            sweep(path.parent, WRITING, os.fstat(file.fileno()).st_mtime)
            _take_over(file.fileno(), path, mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _take_over(descriptor: int, path: Path, mode: int | None) -> None:
    """Give a new file the owner of what stands in its place, and its mode or that which is told."""
    try:
        known = path.stat()
    except OSError:  # nothing is there
        known = None
    if known is not None:
        with suppress(OSError):
            os.fchown(descriptor, known.st_uid, known.st_gid)
        mode = stat.S_IMODE(known.st_mode) if mode is None else mode
    if mode is not None:
        os.fchmod(descriptor, mode)
