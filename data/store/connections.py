"""Read-only connections to a compiled file, one a thread."""

from __future__ import annotations

import _sqlite3  # what `sqlite3` adds to it are adapters for dates, and it loads what dates need
import os
import threading
from array import array
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from scale_explorer.models.errors import DamagedError, DataError, ScaleExplorerError

from ..loading.read import shown
from .index_format import damaged
from .one_file import Held, OneFile
from .seal import is_sealed, looks_sealed, removed_as_damaged

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

Row = tuple[object, ...]

CHECKED_BYTES = 16 * 1024 * 1024
"""Files up to this size are checked byte by byte when opened, larger ones by a sample."""
_STEPS = 4_000
"""Steps of SQLite's machine, well under a millisecond, after which a query asks whether to stop."""
DAMAGED = (
    "What was compiled of the data set is damaged or gone. What was left of it is removed:"
    " do the same again, and it is compiled anew."
)


def may_be_damage(error: BaseException | None) -> bool:
    """Say whether an error is one that nobody foresaw, such as what a damaged page holds causes."""
    return isinstance(error, Exception) and not isinstance(error, ScaleExplorerError | OSError)


class Connections:
    """Opens the file once a thread; sqlite3 objects must not be shared while they work.

    A file that is `kept` is the reader's own: it stays, whatever is wrong with it, and is read on
    when another has taken its place.
    """

    def __init__(self, path: Path | str, *, kept: bool = False) -> None:
        self._path = path
        self._kept = kept
        # Immutable: the file is only ever replaced whole, so no lock is needed and none is taken.
        self._address = f"file://{_quoted(path)}?mode=ro&immutable=1"
        self._own = threading.local()
        self._lock = threading.Lock()
        self._all: list[sqlite3.Connection] = []
        self._marked: Sequence[int] = ()
        self._one = OneFile(path, self._opened) if kept else None

    def mark(self, rows: Sequence[int]) -> None:
        """Let the table `marked` hold these rows; no query may be under way."""
        self.close()
        self._marked = rows

    def select(self, sql: str, values: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a query; raises DamagedError when the file is damaged or gone."""
        with self._readable(), self._mine() as connection:
            return connection.execute(sql, _all_sendable(values)).fetchall()

    def numbers(
        self, sql: str, values: Mapping[str, object], stopped: Callable[[], bool]
    ) -> array[int]:
        """Return the one column of a query; what was found of it when `stopped` says so.

        Raises DamagedError as `select` does.
        """
        found = array("q")
        with self._readable(stopped), self._mine() as connection:
            connection.set_progress_handler(stopped, _STEPS)
            try:
                # One by one, so that those stay that were found before one is stopped.
                rows = connection.execute(sql, _all_sendable(values))
                found.extend(number for (number,) in rows)
            finally:
                connection.set_progress_handler(None, 0)
        return found

    @contextmanager
    def _readable(self, stopped: Callable[[], bool] | None = None) -> Generator[None]:
        """Tell what an error of SQLite means, unless it is that one stopped it."""
        try:
            yield
        except _sqlite3.Error as error:
            if stopped is not None and stopped():
                return
            # A database of another program lacks our tables, and may be too large to read whole.
            is_other = self._kept and str(error).startswith("no such table")
            if not is_other and self.is_damaged():
                raise self._damaged() from error
            raise DataError(f"{shown(self._path)} cannot be read: {error}.") from error
        except UnicodeDecodeError as error:  # what SQLite hands on of a damaged page
            if self.is_damaged():
                raise self._damaged() from error
            raise

    def first(self, sql: str, values: Mapping[str, object] | None = None) -> Row | None:
        """Return the first row of a query, if any; raises DamagedError as `select` does."""
        return next(iter(self.select(sql, values)), None)

    def is_whole(self) -> bool:
        """Say whether the file has its full length and is as it was made, as far as one looks."""
        size = os.stat(self._path).st_size  # noqa: PTH116
        sizes = self.first("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        if sizes != (size,):
            return False
        return (looks_sealed if size > CHECKED_BYTES else is_sealed)(self._path)

    def is_damaged(self) -> bool:
        """Say whether the file is not as it was made, read as a whole; such a one is removed.

        One that is kept is only told of.
        """
        return not self._is_sealed() if self._kept else removed_as_damaged(self._path)

    def _is_sealed(self) -> bool:
        try:
            return is_sealed(self._path)
        except OSError:  # it is gone, or the disk cannot read it
            return False

    def _damaged(self) -> DataError:
        return damaged(self._path) if self._kept else DamagedError(DAMAGED)

    def close(self) -> None:
        """Close every thread's connection; no query may be under way."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
            self._own = threading.local()
        if self._one is not None:
            self._one.close()

    @contextmanager
    def _mine(self) -> Generator[sqlite3.Connection]:
        """Hold the connection of this thread; only one in reserve is another's as well."""
        held: Held | None = getattr(self._own, "held", None)
        if held is None:
            held = self._one.held() if self._one else (self._opened(), threading.Lock())
            self._own.held = held
        connection, lock = held
        with lock:
            yield connection

    def _opened(self) -> sqlite3.Connection:
        """Open the file once more."""
        connection = _sqlite3.connect(self._address, uri=True, check_same_thread=False)
        connection.execute("PRAGMA cell_size_check = ON")  # finds damage before it is shown
        connection.create_function("told", 3, _told, deterministic=True)
        self._fill_marked(connection)
        with self._lock:
            self._all.append(connection)
        return connection

    def _fill_marked(self, connection: sqlite3.Connection) -> None:
        """Make the one table that is not in the file: what one reader has marked."""
        # In memory, so that nothing is ever written beside a file that may only be read.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("CREATE TEMP TABLE marked (row INTEGER PRIMARY KEY)")
        rows = ((row,) for row in self._marked)
        connection.executemany("INSERT INTO marked VALUES (?)", rows)
        connection.commit()


def _quoted(path: Path | str) -> str:
    """Return a whole path as it stands in an address ("URI Filenames In SQLite")."""
    whole = os.path.abspath(path)  # noqa: PTH100 - a path is text here
    return whole.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _all_sendable(values: Mapping[str, object] | None) -> dict[str, object]:
    return {name: _sendable(value) for name, value in (values or {}).items()}


@lru_cache(maxsize=8_192)
def _told(first: str | None, last: str | None, spans: int) -> str:
    """Word the time of an imported record: from one date to another, or the later of two."""
    if not (first or last):
        return ""
    # Loaded here because compiled sets have it worded already.
    from scale_explorer.models.dates import readable, readable_range  # noqa: PLC0415

    return readable_range(first or "", last or "") if spans else readable(last or first or "")


def _sendable(value: object) -> object:
    """Return a parameter without lone surrogates, as arguments hold them: no text here has any."""
    if isinstance(value, str) and not value.isascii():
        return value.encode(errors="replace").decode()
    return value
