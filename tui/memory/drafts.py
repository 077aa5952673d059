"""What was being written when the program ended: one form for each data set."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from scale_explorer.data.folders import folder
from scale_explorer.data.loading.read import read_regular
from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError

_LARGEST = 1024 * 1024
_FOLDER = "drafts"


def keep(path: Path, draft: dict[str, Any]) -> None:
    """Keep what is being written to the set at a path; raises DataError when that cannot be."""
    file = _file(path)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{file.parent} cannot be written: {error.strerror}.") from error
    replace_file(file, json.dumps(draft).encode(), 0o600)


def kept(path: Path) -> Any:
    """Return what was kept, as JSON reads it, or None; what cannot be read is none."""
    try:
        return json.loads(read_regular(_file(path), _LARGEST))
    except (DataError, ValueError, RecursionError):
        return None


def drop(path: Path) -> None:
    """Forget it: it is saved, or thrown away."""
    with suppress(OSError):
        _file(path).unlink(missing_ok=True)


def _file(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()
    return folder("state") / _FOLDER / f"{name}.json"
