"""Text in cells of a terminal: what each shows, and whether terminals agree on its width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import split_graphemes

from scale_explorer.models.text import clean

RIGHT_HALF = ""
"""What the second cell of a wide character holds."""


def cells_of(text: str) -> list[str] | tuple[str, ...]:
    """Return what each cell of a text shows.

    This is the last place that text passes on its way to the screen, so whatever a terminal might
    obey is replaced here, once more.
    """
    return list(text) if text.isascii() and text.isprintable() else _cells(text)


@lru_cache(4096)
def _cells(text: str) -> tuple[str, ...]:
    safe = clean(text)
    cells: list[str] = []
    for start, end, width in split_graphemes(safe)[0]:
        if width:
            cells += [safe[start:end], *[RIGHT_HALF] * (width - 1)]
        elif cells:
            cells[-1] += safe[start:end]
    return tuple(cells)


def is_doubtful(cell: str) -> bool:
    """Say whether terminals differ in how wide they draw what a cell shows.

    They agree on single characters of the older planes; sequences, emoji and whatever is drawn
    together with its neighbours is another matter.
    """
    return not cell.isascii() and _is_sequence_or_picture(cell)


@lru_cache(4096)
def _is_sequence_or_picture(cell: str) -> bool:
    return len(cell) > 1 or ord(cell) > 0xFFFF or _is_picture(cell)


def _is_picture(character: str) -> bool:
    """Say whether a sign may be drawn as an emoji: wide here and narrow there."""
    signs = unicodedata.category(character) == "So"
    return signs and unicodedata.east_asian_width(character) in {"W", "F"}
