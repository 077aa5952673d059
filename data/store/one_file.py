"""Connections that all read the file which was opened first, also when another takes its place.

A file of the reader's own may be replaced while it is shown. SQLite opens files by name, once a
thread: a thread that comes later would read the new file, and a page would hold rows of two. So one
connection is kept in reserve, and shared by the threads that come too late for one of their own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from scale_explorer.models.errors import DataError

from ..loading.read import shown

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

Held: TypeAlias = "tuple[sqlite3.Connection, Lock]"
"""A connection, and what is held while it works: others may have the same."""

_TRIES = 20


class OneFile:
    """Opens connections to a file; `connect` opens one to whatever has the file's name."""

    def __init__(self, path: Path | str, connect: Callable[[], sqlite3.Connection]) -> None:
        self._path, self._connect = path, connect
        self._known: tuple[int, int] | None = None
        self._reserve: Held | None = None
        self._lock = Lock()

    def held(self) -> Held:
        """Return a connection to the file that was opened first; raises DataError and OSError."""
        with self._lock:
            if self._reserve is None:
                self._reserve = self._first(), Lock()
            connection = self._to_known()
            return self._reserve if connection is None else (connection, Lock())

    def close(self) -> None:
        """Let the reserve go; no query may be under way. It is still known which file it was."""
        with self._lock:
            if self._reserve is not None:
                self._reserve[0].close()
            self._reserve = None

    def _first(self) -> sqlite3.Connection:
        tries = _TRIES if self._known is None else 1
        for _ in range(tries):
            self._known = _identity(self._path) if tries > 1 else self._known
            connection = self._to_known()
            if connection is not None:
                return connection
        raise DataError(f"{shown(self._path)} was replaced by another file; open it again.")

    def _path_is_new(self) -> bool:
        return _identity(self._path) != self._known

    def _to_known(self) -> sqlite3.Connection | None:
        """Open a connection; None where another file has the name, or took it meanwhile."""
        if self._path_is_new():
            return None
        connection = self._connect()
        if self._path_is_new():
            connection.close()
            return None
        return connection


def _identity(path: Path | str) -> tuple[int, int] | None:
    """Return what tells a file from any other as long as it is open; None of one that is gone."""
    try:
        known = os.stat(path)  # noqa: PTH116 - who opens a file may do without pathlib
    except FileNotFoundError:
        return None
    return known.st_dev, known.st_ino
