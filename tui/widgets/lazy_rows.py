"""Rows of a list that are made when they are looked at, so that a long list costs what is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from sys import maxsize
from typing import overload

from .rows import Row
from .stops import Keys

_KEPT = 512
"""Rows that stay made; more than any window shows."""


class LazyRows(Sequence[Row]):
    """So many rows: `make` makes the one at a place, `find` tells the place of a key.

    `of` is what they are made of, and `drawn` what else has a say in how they look, each a value
    that compares as what it stands for: rows made of the same have the same keys.
    """

    def __init__(
        self,
        count: int,
        make: Callable[[int], Row],
        find: Callable[[str], int | None],
        of: object,
        drawn: object = None,
    ) -> None:
        self._count = count
        self._make = make
        self.find = find
        self.of = of
        self.drawn = drawn
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        """Return the row at a place, or those of some places."""
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(self._count)))
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(index)
        if (made := self._made.get(place)) is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[place] = self._make(place)
        return made

    def __eq__(self, other: object) -> bool:
        """Say whether these rows look the same as others."""
        if not isinstance(other, LazyRows):
            return False
        return (len(self), self.of, self.drawn) == (len(other), other.of, other.drawn)

    __hash__ = None  # type: ignore[assignment]


class LazyKeys(Sequence[str | None]):
    """The keys of such rows."""

    def __init__(self, rows: LazyRows) -> None:
        self._rows = rows

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> str | None: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str | None, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str | None, ...] | None:
        """Return the key at a place, or those of some places."""
        if isinstance(index, slice):
            return tuple(row.key for row in self._rows[index])
        return self._rows[index].key

    def __contains__(self, key: object) -> bool:
        """Say whether a row has a key."""
        return isinstance(key, str) and self._rows.find(key) is not None

    def index(self, value: object, start: int = 0, stop: int = maxsize) -> int:
        """Return the place of a key; raises ValueError where no row has it."""
        place = self._rows.find(value) if isinstance(value, str) else None
        if place is None or not start <= place < stop:
            raise ValueError(value)
        return place

    def __eq__(self, other: object) -> bool:
        """Say whether these are the keys of the same rows."""
        if not isinstance(other, LazyKeys):
            return False
        return (len(self), self._rows.of) == (len(other), other._rows.of)

    __hash__ = None  # type: ignore[assignment]


def keys_of(rows: Sequence[Row]) -> Keys:
    """Return the keys of rows, those of lazy ones as lazily."""
    return LazyKeys(rows) if isinstance(rows, LazyRows) else tuple(row.key for row in rows)
