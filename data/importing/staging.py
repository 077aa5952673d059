"""Records as they come, put on disk in narrow tables: memory stays flat however many come."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .shaped import Shaped
from .shaper import Shaper
from .sink import Item

AT_ONCE = 5_000
"""Records whose rows are kept before they go to disk together."""
_STATEMENTS = Path(__file__).with_name("staging.sql")


class Staging:
    """Tables of records in the order in which they come, in the database `s` of a connection.

    `manners` are the numbers of all that claims have.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(_STATEMENTS.read_text(encoding="utf-8"))
        self._shaper = Shaper()
        self.manners: set[int] = set()
        self._last = 0

    def add(self, item: Item) -> None:
        """Take a record over; raises ValueError where an amount or a date cannot be read."""
        self._shaper.add(item, self.reserve(1))
        if self._last % AT_ONCE == 0:
            self.flush()

    def reserve(self, count: int) -> int:
        """Return the first of so many numbers that no other records get."""
        first = self._last + 1
        self._last += count
        return first

    def flush(self) -> None:
        """Put on disk what is kept; raises sqlite3.Error when it cannot be written."""
        self.take(self._shaper.taken())

    def take(self, shaped: Shaped) -> None:
        """Put rows on disk; raises sqlite3.Error when they cannot be written."""
        for table, rows in shaped.tables.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"INSERT INTO s.{table} VALUES ({marks})", rows)  # noqa: S608 - our names
        self.manners |= shaped.manners
