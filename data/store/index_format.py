"""Files of imported records: how one is told from others, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scale_explorer.models.errors import DataError

from ..loading.read import shown

if TYPE_CHECKING:
    from pathlib import Path

    from .connections import Connections

FORMAT = 2
"""Counts up when tables or views of an index change so that an older program cannot read them."""
KEY = "index"
"""Where a file says in which format it is."""

_AGAIN = "Make it again with: scale-explorer import SOURCE -o FILE"


def require_index(file: Connections, path: Path | str) -> None:
    """Raise DataError with what to do where a file is no whole index that this program reads."""
    found = _format(file)
    if found is None:
        raise DataError(
            f"{shown(path)} is a database, but no index of ours, or it is damaged.\n{_AGAIN}"
        )
    if found > FORMAT:
        raise DataError(
            f"{shown(path)} was made by a newer version: its format is {found}, and this one"
            f" reads {FORMAT}.\nInstall that version, or make the index again with this one."
        )
    if found < FORMAT:
        raise DataError(f"{shown(path)} was made by an older version (format {found}).\n{_AGAIN}")
    if not file.is_whole():
        raise damaged(path)


def damaged(path: Path | str) -> DataError:
    """Return the error that tells that an index is not as it was made."""
    return DataError(f"{shown(path)} is damaged: it is not as it was made.\n{_AGAIN}")


def _format(file: Connections) -> int | None:
    """Return the format that a file says it has, if any."""
    try:
        found = file.first("SELECT value FROM meta WHERE key = :key", {"key": KEY})
    except DataError:
        return None
    told = str(found[0]) if found else ""
    return int(told) if told.isdecimal() and len(told) < 9 else None
