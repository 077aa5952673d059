"""Reading a file that may be anything: never blocks, never reads without bound."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from io import BufferedReader
from typing import TYPE_CHECKING

from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

if TYPE_CHECKING:
    from pathlib import Path

# NONBLOCK keeps a FIFO from waiting for a writer; NOCTTY keeps a terminal from becoming ours.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


def read_regular(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    A file that changes meanwhile is read once more. Raises DataError, whose message is for people.
    """
    for _ in range(2):
        content = _read_steady(path, limit)
        if content is not None:
            return content
    raise DataError(f"{shown(path)} keeps changing while it is read; try again when it is saved.")


def open_regular(path: Path) -> BufferedReader:
    """Open a regular file of any size, to be read bit by bit; raises DataError."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    try:
        _refuse_unless_regular(os.fstat(descriptor).st_mode, path)
    except BaseException:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


@contextmanager
def told_as_unreadable(path: Path) -> Generator[None]:
    """Raise DataError where a disk cannot read an open file."""
    try:
        yield
    except OSError as error:
        raise _unreadable(path, error) from error


def read_inside(root: Path, name: str, limit: int) -> bytes:
    """Read `name` below the folder `root`; raises DataError also when it leads out of there."""
    path = root / name
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve(strict=True))
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not inside:
        raise DataError(f"{shown(path)} leads out of the data set's folder; put a copy there.")
    return read_regular(path, limit)


def shown(path: Path | str) -> str:
    """Return a path that is safe to print."""
    return clean(os.fsdecode(path))


def megabytes(count: int) -> str:
    """Return a number of bytes as people read a limit."""
    return f"{count / (1024 * 1024):g} MB"


def _read_steady(path: Path, limit: int) -> bytes | None:
    """Read once; None when the file changed under the reading."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    try:
        return _content(descriptor, path, limit)
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        os.close(descriptor)


def _content(descriptor: int, path: Path, limit: int) -> bytes | None:
    before = os.fstat(descriptor)
    _refuse_unless_regular(before.st_mode, path)
    too_large = before.st_size > limit
    content = b"" if too_large else _read_up_to(descriptor, limit + 1)
    if too_large or len(content) > limit:
        raise DataError(f"{shown(path)} is larger than {megabytes(limit)}; split it.")
    after = os.fstat(descriptor)
    steady = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return content if steady and len(content) == after.st_size else None


def _refuse_unless_regular(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise DataError(f"{shown(path)} is a folder where a file is expected.")
    if not stat.S_ISREG(mode):
        raise _irregular(path)


def _read_up_to(descriptor: int, count: int) -> bytes:
    parts: list[bytes] = []
    while count > 0 and (part := os.read(descriptor, min(count, 1024 * 1024))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _irregular(path: Path) -> DataError:
    return DataError(f"{shown(path)} is no regular file but a device, pipe or socket.")


def _unreadable(path: Path, error: Exception) -> DataError:
    if isinstance(error, OSError) and error.errno == errno.ENXIO:  # how a socket refuses
        return _irregular(path)
    if isinstance(error, FileNotFoundError):
        return DataError(f"{shown(path)} does not exist.")
    if isinstance(error, PermissionError):
        return DataError(f"{shown(path)} may not be read: ask its owner for permission.")
    reason = error.strerror if isinstance(error, OSError) else None
    return DataError(f"{shown(path)} cannot be read: {clean(reason or str(error))}.")
