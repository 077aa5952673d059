"""A stamp of the program's own code, so that pages which other code compiled are never shown."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from scale_explorer import models

FOLDERS = (Path(models.__file__).parent, Path(__file__).parent)
"""The packages on which the content of a compiled file depends."""
_SUFFIXES = (".py", ".sql")
_SKIPPED = frozenset({"__pycache__", "sets"})


def code_stamp(folders: Iterable[Path] = FOLDERS) -> str:
    """Return 16 hexadecimal digits that change with name, size or time of any file of code.

    The files are only listed, not read: this runs at every start.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for line in sorted(_listed(os.fspath(folder))):
            digest.update(line.encode(errors="surrogateescape"))
    return digest.hexdigest()[:16]


def _listed(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_SUFFIXES):
                known = entry.stat()
                yield f"{entry.path}\0{known.st_size}\0{known.st_mtime_ns}\n"
            elif entry.name not in _SKIPPED and entry.is_dir():
                yield from _listed(entry.path)
