"""A note of what is being written to several files, so that a killed program leaves no half.

It lies in the user's state folder, from before the first file is replaced until after the last.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from scale_explorer.models.errors import DataError

from ..folders import folder
from ..loading.files import File
from ..loading.limits import TOTAL_BYTES
from ..loading.read import read_inside, read_regular, shown
from ..loading.shapes import as_list, as_table
from ..loading.strict_json import read_json
from ..loading.write import replace_file
from .revision import Revision
from .rewriting import rewrite

_FOLDER = "edits"


@contextmanager
def noted(path: Path, revision: Revision) -> Generator[None]:
    """Keep a note of a revision of several files of a set while these are replaced.

    A note that cannot be kept, as the disk is full, raises DataError: then nothing is begun.
    """
    if len(revision.files) < 2:
        yield
        return
    note = _note(path)
    try:
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{shown(note.parent)} cannot be written: {error.strerror}.") from error
    replace_file(note, json.dumps(_told(revision)).encode(), 0o600)
    try:
        yield
    except DataError:  # then everything was put back, and there is nothing to finish
        note.unlink(missing_ok=True)
        raise
    note.unlink(missing_ok=True)


def is_noted(path: Path) -> bool:
    """Say whether there is a note on a set: somebody writes to it, or was killed doing so."""
    return _note(path).exists()


def finish(path: Path) -> None:
    """Finish what was begun on a set and not ended, unless its files are others by now.

    To be called by who holds the folder: else it would meddle with one who is writing.
    """
    note = _note(path)
    if not note.exists():
        return
    root = path if path.is_dir() else path.parent
    with suppress(DataError, ValueError, TypeError, KeyError):
        _finish(root, read_json(read_regular(note, 3 * TOTAL_BYTES)))
    with suppress(OSError):
        note.unlink(missing_ok=True)


def _finish(root: Path, told: Any) -> None:
    files = [as_table(each) or {} for each in as_list(told) or ()]
    now = {str(each["name"]): read_inside(root, str(each["name"]), TOTAL_BYTES) for each in files}
    if any(now[each["name"]] not in _sides(each) for each in files):
        return
    for each in files:
        before, after = _sides(each)
        name = str(each["name"])
        if now[name] == before:
            rewrite(File(root / name, name, before), root, after)


def _sides(each: Mapping[str, Any]) -> tuple[bytes, bytes]:
    return base64.b64decode(each["before"]), base64.b64decode(each["after"])


def _told(revision: Revision) -> list[dict[str, str]]:
    return [
        {
            "name": each.name,
            "before": base64.b64encode(each.before).decode(),
            "after": base64.b64encode(each.after).decode(),
        }
        for each in revision.files
    ]


def _note(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()
    return folder("state") / _FOLDER / f"{name}.json"
