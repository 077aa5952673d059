"""A stamp of the program's own code, so that pages which other code compiled are never shown."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable

from scale_explorer import models

FOLDERS = tuple(os.path.dirname(file) for file in (models.__file__, __file__))  # noqa: PTH120
"""The packages on which the content of a compiled file depends."""
_SUFFIXES = (".py", ".sql")
NEEDLESS = frozenset({
    "articles", "dossier", "editing", "exploring", "formats", "importing", "reloading",
    "suggesting",
})  # fmt: skip
"""Folders of which nothing is loaded to compile a set; two fifths of all files."""
_SKIPPED = NEEDLESS | {"__pycache__", "sets"}


def code_stamp(folders: Iterable[str | os.PathLike[str]] = FOLDERS) -> str:
    """Return 16 hexadecimal digits that change with name, size or time of any file of code.

    The files are only listed, not read: this runs at every start.
    """
    listed: list[str] = []
    for folder in folders:
        _list(os.fspath(folder), listed)
    listed.sort()
    told = "\n".join(listed).encode(errors="surrogateescape")
    # Two checksums of what changes by itself are as good as a digest, which takes long to load.
    return f"{zlib.crc32(told):08x}{zlib.adler32(told):08x}"


def _list(folder: str, listed: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(_SUFFIXES):
                known = entry.stat()
                listed.append(f"{entry.path} {known.st_size} {known.st_mtime_ns}")
            elif "." not in name and name not in _SKIPPED and entry.is_dir():
                _list(entry.path, listed)
