"""Whether a data set may be written to, and why not."""

from __future__ import annotations

import os
from pathlib import Path

from .read import shown
from .sets import bundled, resolve


def why_not_writable(name: str | None) -> str:
    """Return why the data set under a name or path is not to be written to, or nothing.

    A set that comes with the program is not, where it is opened by its name: the next version
    would undo it. Who opens it by its path says that it is theirs. Raises UnknownNameError when
    there is no such set.
    """
    path = resolve(name)
    if path in {known.path for known in bundled()}:
        called = path.name.replace("_", "-")
        return f"The data set {called} comes with the program and is not written to"
    return why_file_not_writable(path)


def why_file_not_writable(path: Path) -> str:
    """Return why a file or folder cannot be written to, or nothing."""
    if os.access(path, os.W_OK) or not path.exists():
        return ""
    return f"{shown(path)} may not be written to by you"
