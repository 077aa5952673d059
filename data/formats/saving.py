"""Saves an export where the reader says: a new file, or in the place of one when that is meant."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..loading.read import shown
from ..loading.write import create_file, replace_file, unwritten

_NOT_IN_NAMES = re.compile(r"[^\w.]+")
_LONGEST = 100
"""Code points of a name that is proposed, and how many of one name are tried."""
_TRIED = 100


def place_of(name: str) -> Path:
    """Return the whole path that a name means, `~` included; raises DataError for none."""
    if not name.strip() or "\0" in name:
        raise DataError("Name a file to write.")
    try:
        path = Path(name).expanduser()
    except RuntimeError as error:  # a home folder that nobody knows
        raise DataError(f"{shown(name)}: {error}") from error
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are named


def is_taken(path: Path) -> bool:
    """Say whether something stands in the place already."""
    return os.path.lexists(path)


def free_name(*parts: str, ending: str) -> str:
    """Propose a name for a file in this folder that none has yet, made of the parts."""
    stem = "-".join(_NOT_IN_NAMES.sub("-", part).strip("-.") for part in parts)[:_LONGEST]
    numbered = (f"{stem}-{number}" for number in range(2, _TRIED))
    names = (f"{name}.{ending}" for name in (stem, *numbered))
    return next((name for name in names if not is_taken(Path(name))), f"{stem}.{ending}")


def save(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a new file whole; with `replace` in the place of a regular one.

    Raises DataError where something stands in the place that may not be replaced, or where nothing
    can be written.
    """
    if replace and is_taken(path):
        _replace(path, content)
    else:
        _create(path, content)


def _create(path: Path, content: bytes) -> None:
    try:
        create_file(path, content)
    except FileExistsError as error:
        raise DataError(f"{shown(path)} exists already.") from error
    except OSError as error:
        raise _unwritten(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError) as error:
        raise _unwritten(path, error) from error
    if not stat.S_ISREG(mode):
        raise DataError(f"{shown(path)} is no regular file, and is not replaced.")
    if not os.access(real, os.W_OK):
        raise DataError(f"{shown(path)} may not be written, and is not replaced.")
    replace_file(real, content)


def _unwritten(path: Path, error: Exception) -> DataError:
    if isinstance(error, FileNotFoundError):
        return DataError(f"{shown(path)} cannot be written: there is no folder of that name.")
    return unwritten(path, error)
