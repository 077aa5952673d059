"""Texts put at places of a page, row by row, and handed on as a picture.

It draws no lines and lets nothing lie over another, and so stays fast where there are thousands of
texts; what is a graph is drawn into a `Grid`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import clip, visible
from ..widgets.lines import Span
from ..widgets.picture import NO_MOVES, Moves, Picture
from ..widgets.rows import Tone


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of one tone; the cursor can be on one with a key."""

    text: str
    key: str | None = None
    tone: Tone = Tone.PLAIN

    @property
    def width(self) -> int:
        """The cells that it takes."""
        return width_of(self.text)

    def with_text(self, text: str) -> Piece:
        """Return another text of the same thing."""
        return Piece(text, self.key, self.tone)


NOTHING = Piece("")


def width_of(*texts: str) -> int:
    """Return the cells that the widest of some texts takes."""
    return max((cell_len(visible(text)) for text in texts), default=0)


class Page:
    """Rows of pieces; whoever puts them there sees to it that they do not overlap."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[int, Piece, int]]] = defaultdict(list)

    def put(self, row: int, cell: int, piece: Piece, most: int) -> int:
        """Put a piece at a place, cut with an ellipsis to `most` cells; return how many it took."""
        shown = clip(visible(piece.text), max(0, most))
        if not shown:
            return 0
        width = cell_len(shown)
        self._rows[row].append((cell, piece.with_text(shown), width))
        return width

    def picture(self, moves: Moves = NO_MOVES) -> Picture:
        """Return all that was put down."""
        height = max(self._rows, default=-1) + 1
        return Picture(tuple(tuple(self._spans(row)) for row in range(height)), moves)

    def _spans(self, row: int) -> Iterator[Span]:
        at = 0
        for cell, piece, width in sorted(self._rows.get(row, ()), key=lambda placed: placed[0]):
            assert cell >= at, "pieces stand beside each other"
            if cell > at:
                yield Span(" " * (cell - at))
            yield Span(piece.text, piece.tone, piece.key)
            at = cell + width
