"""How large the terminal is. The size is what a client says, and so it is input like any other."""

from __future__ import annotations

import os
from typing import NamedTuple

MOST_COLUMNS = 500
MOST_ROWS = 200
USUAL = (80, 24)
"""What a terminal has that does not know its size, as over a serial line (it says 0 by 0)."""


class Size(NamedTuple):
    """A terminal's width and height in cells."""

    columns: int
    rows: int


def bounded(columns: int, rows: int) -> Size:
    """Return a size that can be drawn: a side without a length has the usual one."""
    return Size(
        min(columns, MOST_COLUMNS) if columns > 0 else USUAL[0],
        min(rows, MOST_ROWS) if rows > 0 else USUAL[1],
    )


def size_of(descriptor: int) -> Size:
    """Return the size of a terminal, bounded; COLUMNS and LINES are stale as soon as it changes."""
    try:
        return bounded(*os.get_terminal_size(descriptor))
    except OSError:
        return Size(*USUAL)
