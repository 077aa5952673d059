# ruff: noqa: PTH100, PTH105, PTH109, PTH116, PTH118, PTH119 - paths are text, as in a note
"""What the file system told of all that a compiled file was made of, so that a start reads none.

To know whether a set has changed, `opening.seek` reads and digests every byte of it. A script that
asks one question after the other pays for that each time. So beside a compiled file it is noted
what `stat` told of everything that was looked at: files, folders, names where nothing was. While
all that is as it was, the compiled file is still the one.

What is changed within the time that a clock takes to move on looks the same to `stat`; so nothing
is noted of what was touched in the seconds before it was read. The time of change of an inode
counts, which no program can set; who turns back the machine's clock may be shown what was.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from scale_explorer.models.version import __version__

from .code_stamp import code_stamp
from .folders import folder_path

if TYPE_CHECKING:
    from pathlib import Path

    from .loading.files import SetFiles

SUFFIX = ".seen"
_SETTLED = 2_000_000_000
"""Nanoseconds that times of files must lie back: no usual file system keeps them less exactly."""
_LONGEST = 256 * 1024
"""Bytes of a note that are read; a set of more files is read whole."""


def compiled_before(names: Sequence[str]) -> str | None:
    """Return the compiled file of a set that is as it was when it was noted; None when in doubt."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        key = _key(names)
        note: dict[str, Any] = json.loads(_read(_path(names)))
        if note["key"] == key and all(_told(path) == was for path, was in note["seen"]):
            return f"{folder_path('cache')}/{os.path.basename(note['compiled'])}"
    return None


def note(names: Sequence[str], files: SetFiles, compiled: Path, begun: int) -> None:
    """Note what a set is made of, which `begun` to be read then (nanoseconds of the clock)."""
    with suppress(OSError, ValueError):
        key = _key(names)
        seen = [(path, _told(path)) for path in dict.fromkeys(_looked_at(names, files))]
        if all(was is None or max(was[-2:]) < begun - _SETTLED for _, was in seen):
            _write(_path(names), {"key": key, "compiled": compiled.name, "seen": seen})


def _where(names: Sequence[str]) -> list[str]:
    """Return what a note is of: the same words may mean another set in another folder."""
    return [*names, os.getcwd(), folder_path("data")]


def _key(names: Sequence[str]) -> list[str]:
    return [*_where(names), __version__, code_stamp()]


def _path(names: Sequence[str]) -> str:
    number = zlib.crc32("\0".join(_where(names)).encode(errors="surrogatepass"))
    return f"{folder_path('cache')}/{number:08x}{SUFFIX}"


def _told(path: str) -> list[int] | None:
    """Return what changes with a file or a folder, the times last; None where there is none."""
    try:
        known = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return [
        known.st_dev, known.st_ino, known.st_mode, known.st_uid, known.st_size,
        known.st_mtime_ns, known.st_ctime_ns,
    ]  # fmt: skip


def _looked_at(names: Iterable[str], files: SetFiles) -> Iterator[str]:
    """Yield the paths of all that decides what a set holds, whether there is anything or not."""
    # Loaded here because they read a set, which is what others need not.
    from .loading.attached import copies_folder  # noqa: PLC0415
    from .loading.listing import document_folders  # noqa: PLC0415

    yield from names  # a file of that name would be opened in place of a set
    root = os.path.abspath(files.root)
    yield from () if files.alone else map(os.path.abspath, document_folders(files.root))
    there = (each.name for each in (*files.data, *files.texts))
    missed = (each.name for each in (*files.unread, *files.unread_texts))
    yield from (os.path.join(root, name) for name in (*there, *missed))
    yield os.path.abspath(files.lock_path)
    copies = os.fspath(copies_folder())
    yield copies
    with suppress(FileNotFoundError), os.scandir(copies) as folders:
        for each in folders:
            yield each.path
    yield from (os.path.join(copies, each.name) for each in files.attachments)


def _read(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        if os.fstat(descriptor).st_uid != os.geteuid():
            return b""
        return os.read(descriptor, _LONGEST)
    finally:
        os.close(descriptor)


def _write(path: str, told: dict[str, object]) -> None:
    """Put a note in its place in one step; one that cannot be written is not missed."""
    content = json.dumps(told).encode()
    if len(content) >= _LONGEST:
        return
    beside = f"{path}.{os.getpid()}"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)
    os.replace(beside, path)


def now() -> int:
    """Return the time of the clock that files have their times from, in nanoseconds."""
    return time.time_ns()
