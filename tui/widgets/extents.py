"""How wide the columns of a list are that is longer than anybody would measure."""

from __future__ import annotations

from collections.abc import Sequence

from .columns import Extent, measure, wider
from .lazy_rows import LazyRows
from .rows import Row

BLOCK = 128
"""Rows that are measured at once."""


class Extents:
    """What the columns of a list hold, as far as it has been seen.

    A short list is measured whole. Of a long one what comes into sight is, and a column never gets
    narrower while one stays in the list, so that nothing jumps.
    """

    def __init__(self, count: int) -> None:
        self._rows: Sequence[Row] = ()
        self._count = count
        self._known: tuple[Extent, ...] | None = None
        self._blocks: set[int] = set()

    def begin(self, rows: Sequence[Row], count: int) -> None:
        """Go on with rows in `count` columns; what is known holds on where they are the same."""
        if not self._goes_on(rows, count):
            self._known = None
        self._rows, self._count = rows, count
        self._blocks.clear()

    def _goes_on(self, rows: Sequence[Row], count: int) -> bool:
        before = self._rows
        if not isinstance(rows, LazyRows) or not isinstance(before, LazyRows):
            return False
        return count == self._count and len(rows) > BLOCK and rows.of == before.of

    def over(self, top: int, height: int) -> tuple[Extent, ...]:
        """Return what the columns hold, with the lines of a window measured too."""
        if not isinstance(self._rows, LazyRows):
            if self._known is None:
                self._known = measure(self._rows, self._count)
            return self._known
        last = max(0, len(self._rows) - 1)
        for block in range(min(top, last) // BLOCK, min(top + height, last) // BLOCK + 1):
            self._measure(block)
        return self._known or ()

    def _measure(self, block: int) -> None:
        if block in self._blocks and self._known is not None:
            return
        self._blocks.add(block)
        found = measure(self._rows[block * BLOCK : (block + 1) * BLOCK], self._count)
        known = self._known
        self._known = found if known is None else tuple(map(wider, known, found))
