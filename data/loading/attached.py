"""The reader's own copies of sources, kept under the XDG data folder (XDG Base Directory 0.8).

A data set may quote a text that it must not hold. A reader who has the text attaches it, and the
quotes are then checked and shown in it: `scale-explorer/sources/<dataset id>/<source id>.txt`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.frozen import dataclass

from ..folders import folder
from .decode import decoded
from .limits import ATTACHMENTS, FILE_BYTES
from .read import read_regular, shown
from .write import replace_file


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached copy as its folder lists it; `name` is `dataset/source.txt`."""

    name: str
    size: int
    mtime_ns: int


def attach(dataset_id: str, source_id: str, file: Path) -> Path:
    """Keep a copy of `file` as the text of a source; return where.

    Raises DataError when it is no readable UTF-8 text or cannot be kept.
    """
    path = _path(dataset_id, source_id)
    content = read_regular(file, FILE_BYTES)
    if not decoded(content, shown(file)).strip():
        raise DataError(f"{shown(file)} is empty; attach the file that holds the text.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{shown(path.parent)} cannot be made: {error.strerror}.") from error
    replace_file(path, content, mode=0o600)
    return path


def attached(dataset_id: str, source_id: str) -> Path | None:
    """Return where the reader's copy of a source lies, or None."""
    path = _path(dataset_id, source_id)
    return path if path.is_file() else None


def detach(dataset_id: str, source_id: str) -> Path | None:
    """Take the reader's copy of a source away; return where it lay, or None when there is none.

    Raises DataError when it cannot be removed.
    """
    path = _path(dataset_id, source_id)
    try:
        path.unlink()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DataError(f"{shown(path)} cannot be removed: {error.strerror}.") from error
    with suppress(OSError):  # others are still there
        path.parent.rmdir()
    return path


def attachments(dataset_ids: Iterator[str]) -> tuple[Attachment, ...]:
    """List the copies attached to these sets, by name."""
    listed = (entry for dataset_id in dataset_ids for entry in _listed(dataset_id))
    return tuple(sorted(islice(listed, ATTACHMENTS), key=lambda entry: entry.name))


def attached_datasets() -> tuple[str, ...]:
    """Return the ids of the sets that have attached copies."""
    try:
        return tuple(sorted(entry.name for entry in os.scandir(copies_folder()) if entry.is_dir()))
    except OSError:
        return ()


def _listed(dataset_id: str) -> Iterator[Attachment]:
    try:
        for entry in os.scandir(copies_folder() / dataset_id):
            if entry.name.endswith(".txt") and entry.is_file():
                known = entry.stat()
                yield Attachment(f"{dataset_id}/{entry.name}", known.st_size, known.st_mtime_ns)
    except OSError:  # gone meanwhile, or closed to us: then there is no copy
        return


def copies_folder() -> Path:
    """Return the folder that holds the copies, in a folder for each set; it may not exist."""
    return folder("data") / "sources"


def _path(dataset_id: str, source_id: str) -> Path:
    for part in (dataset_id, source_id):
        if not part or part.startswith(".") or "/" in part or "\0" in part:
            raise UsageError(f"{shown(part)!r} is no id.")
    return copies_folder() / dataset_id / f"{source_id}.txt"
