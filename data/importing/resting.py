"""What a claim rests on, counted anew where records of one id were put together.

A claim with a quote from each of two sources stands on two of them, though each of its records had
but one; so it needs another manner (`manners.py`) than either came with.
"""

from __future__ import annotations

import sqlite3

from scale_explorer.models.evidence import Direction, Directness

from .manners import Manner

_RESTS_ON = """SELECT count(DISTINCT source) FILTER (WHERE direction = :supports),
    max(directness = :inferred) FROM s.quote WHERE seq = :seq"""
_CODES = {"supports": Direction.SUPPORTS.value, "inferred": Directness.INFERRED.value}


class Resting:
    """Gives claims the manner of what they rest on, and keeps the numbers of those manners."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.manners: set[int] = set()

    def settle(self, table: str, seq: int) -> None:
        """Count anew what the record of a number in a staging table rests on."""
        (manner,) = self._connection.execute(
            f"SELECT manner FROM s.{table} WHERE seq = ?",  # noqa: S608 - our names
            (seq,),
        ).fetchone()
        if manner is None:
            return
        sources, inferred = self._connection.execute(_RESTS_ON, {**_CODES, "seq": seq}).fetchone()
        number = Manner.of(manner).resting_on(sources, inferred=bool(inferred)).number
        self.manners.add(number)
        self._connection.execute(
            f"UPDATE s.{table} SET manner = ? WHERE seq = ?",  # noqa: S608 - our names
            (number, seq),
        )
