"""The column of signs between the gutter and the text of a wrapped line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.segment import Segment

from .cells import visible
from .lines import MarginSign
from .rows import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .palette import Palette

MARGIN = 2
"""Cells of the column: a sign, and a blank."""

_BLANK = MarginSign(0, 0, " ", Tone.PLAIN)


def sign_beside(signs: Sequence[MarginSign] | None, start: int, end: int) -> MarginSign | None:
    """Return the weightiest sign of what stands between two places; None without a column."""
    if signs is None:
        return None
    first = bisect_right(signs, start, key=lambda sign: sign.end)
    last = bisect_left(signs, end, key=lambda sign: sign.start)
    return max(signs[first:last], key=lambda sign: sign.weight, default=_BLANK)


def draw(sign: MarginSign | None, palette: Palette) -> Iterator[Segment]:
    """Draw a row's sign over the cells of its column, if there is one."""
    if sign is not None:
        yield Segment(visible(sign.sign).ljust(MARGIN), palette.tones[sign.tone])


def room_for(sign: object | None) -> int:
    """Return the cells that the column takes."""
    return 0 if sign is None else MARGIN
