"""What was being written and is not saved: a file for each form, a folder for each data set."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from scale_explorer.data.folders import folder
from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.data.loading.strict_json import read_json
from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError

KEPT = 20
"""Forms kept for a set; the oldest beyond them are removed."""
_LARGEST = 1024 * 1024
_FOLDER = "drafts"


class Kept(NamedTuple):
    """A form as JSON reads it, and the name that it is kept under."""

    slot: str
    told: Any


def keep(path: Path, slot: str, draft: dict[str, Any]) -> None:
    """Keep a form of the set at a path under a name; raises DataError when that cannot be."""
    file = _file(path, slot)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{shown(file.parent)} cannot be written: {error.strerror}.") from error
    replace_file(file, json.dumps(draft).encode(), 0o600)
    for old in _files(path)[KEPT:]:
        with suppress(OSError):
            old.unlink(missing_ok=True)


def kept(path: Path) -> Iterator[Kept]:
    """Yield what was kept for a set, the newest first; what cannot be read is left out."""
    for file in _files(path)[:KEPT]:
        with suppress(DataError, ValueError):
            yield Kept(file.stem, read_json(read_regular(file, _LARGEST)))


def count(path: Path) -> int:
    """Return how many forms are kept for a set."""
    return len(_files(path))


def drop(path: Path, slot: str) -> None:
    """Forget a form: it is saved, or thrown away."""
    with suppress(OSError):
        _file(path, slot).unlink(missing_ok=True)


def _files(path: Path) -> list[Path]:
    try:
        found = [(each.stat().st_mtime, each) for each in _of(path).glob("*.json")]
    except OSError:
        return []
    return [each for _, each in sorted(found, reverse=True)]


def _file(path: Path, slot: str) -> Path:
    return _of(path) / f"{slot}.json"


def _of(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()
    return folder("state") / _FOLDER / name
