"""Who may write where: the one rule for everything that changes a data set, and its reason."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .databases import why_only_read
from .read import shown
from .sets import is_bundled

COPY = "scale-explorer init makes a set of your own, or open a copy of its folder with --data."
"""What to do about a set that is not to be written to."""

_ANYBODY = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def why_not_writable(path: Path) -> str:
    """Return why the data set at a path is not to be written to, or nothing.

    What comes with the program is not, by whatever path it is named: the next version would undo
    it. Files are replaced whole, so that their folder must be open to us as well.
    """
    folder = path if path.is_dir() else path.parent
    if why := _of_the_program(path) or why_only_read(path):
        return why
    if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
        return f"{shown(folder)} may not be written to by you"
    return "" if path.is_dir() else _why_not_file(path)


def why_not_editable(path: Path) -> str:
    """Return why a file of a set is not to be opened in an editor to be changed, or nothing."""
    return _of_the_program(path) or _why_not_file(path)


def is_writable_file(path: Path) -> bool:
    """Say whether a file may be written; one that nobody may is left alone even by root.

    Raises OSError when it is gone.
    """
    return bool(path.stat().st_mode & _ANYBODY) and os.access(path, os.W_OK)


def _of_the_program(path: Path) -> str:
    if not is_bundled(path):
        return ""
    folder = path if path.is_dir() else path.parent
    called = folder.resolve().name.replace("_", "-")
    return f"The data set {called} comes with the program and is not written to"


def _why_not_file(path: Path) -> str:
    try:
        return "" if is_writable_file(path) else f"{shown(path)} may not be written to by you"
    except (OSError, ValueError):  # it is gone, and whoever opens it is told
        return ""
