"""What a claim rests on, counted anew where records of one id were put together.

A claim with a quote from each of two sources stands on two of them, though each of its records had
but one; so it needs another manner (`manners.py`) than either came with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Final

from scale_explorer.models.evidence import Direction, Directness

from .manners import Manner, worded

_APART: Final = 1_000_000
"""Manners made here are numbered from here on: there are a few hundred others."""
_RESTS_ON = """SELECT count(DISTINCT source) FILTER (WHERE direction = :supports),
    max(directness = :inferred) FROM s.quote WHERE seq = :seq"""
_CODES = {"supports": Direction.SUPPORTS.value, "inferred": Directness.INFERRED.value}


class Resting:
    """Gives claims the manner of what they rest on; `said` tells what a manner says beside that."""

    def __init__(
        self, connection: sqlite3.Connection, said: Callable[[int], tuple[Any, ...]]
    ) -> None:
        self._connection, self._said = connection, said
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._told: dict[int, tuple[Any, ...]] = {}

    def settle(self, table: str, seq: int) -> None:
        """Count anew what the record of a number in a staging table rests on."""
        (manner,) = self._connection.execute(
            f"SELECT manner FROM s.{table} WHERE seq = ?",  # noqa: S608 - our names
            (seq,),
        ).fetchone()
        if manner is None:
            return
        sources, inferred = self._connection.execute(_RESTS_ON, {**_CODES, "seq": seq}).fetchone()
        said = self._told[manner] if manner in self._told else self._said(manner)
        key = (*said, bool(inferred), min(2, sources))
        number = self._numbers.setdefault(key, _APART + len(self._numbers))
        self._told[number] = said
        self._connection.execute(
            f"UPDATE s.{table} SET manner = ? WHERE seq = ?",  # noqa: S608 - our names
            (number, seq),
        )

    def manners(self) -> Iterator[tuple[Any, ...]]:
        """Yield the manners made here, each with its number."""
        for key, number in self._numbers.items():
            yield number, *worded(Manner(*key))
