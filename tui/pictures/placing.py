"""Texts put at places of a page, row by row, and handed on as a picture.

It draws no lines and lets nothing lie over another, and so stays fast where there are thousands of
texts; what is a graph is drawn into a `Grid`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import overload

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import clip, visible
from ..widgets.lines import Span
from ..widgets.picture import NO_MOVES, Area, Moves, Picture
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
        return _cells(self.text)

    def with_text(self, text: str) -> Piece:
        """Return another text of the same thing."""
        return Piece(text, self.key, self.tone)


NOTHING = Piece("")


def width_of(*texts: str) -> int:
    """Return the cells that the widest of some texts takes."""
    return max(map(_cells, texts), default=0)


@lru_cache(maxsize=8192)
def _cells(text: str) -> int:
    return cell_len(visible(text))


_Rows = Mapping[int, list[tuple[int, Piece, int]]]
"""The pieces of each row: the cell at which one begins, the piece, and its width in cells."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """A piece on each of some rows, all at one cell, none with a key; `at` makes that of a row."""

    rows: range
    cell: int
    at: Callable[[int], Piece]


class Page:
    """Rows of pieces; whoever puts them there sees to it that they do not overlap."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[int, Piece, int]]] = defaultdict(list)
        self._places: dict[str, Area] = {}
        self._strips: list[_Strip] = []

    def put(self, row: int, cell: int, piece: Piece, most: int) -> int:
        """Put a piece at a place, cut with an ellipsis to `most` cells; return how many it took."""
        width = _cells(piece.text)
        if width > most:
            piece = piece.with_text(clip(visible(piece.text), max(0, most)))
            width = _cells(piece.text)
        if not piece.text:
            return 0
        self._rows[row].append((cell, piece, width))
        if piece.key is not None:
            area = Area(row, cell, row + 1, cell + width)
            held = self._places.get(piece.key)
            self._places[piece.key] = held.joined(area) if held else area
        return width

    @property
    def width(self) -> int:
        """The cells from the left edge to the end of the widest row."""
        ends = (cell + width for row in self._rows.values() for cell, _, width in row)
        return max(ends, default=0)

    def is_like(self, other: Page) -> bool:
        """Say whether another page has the same pieces in the same places."""
        return self._rows == other._rows

    def put_down(self, rows: range, cell: int, at: Callable[[int], Piece]) -> None:
        """Put a piece without a key on each of some rows, made when that row is looked at."""
        self._strips.append(_Strip(rows, cell, at))

    def picture(self, moves: Moves = NO_MOVES) -> Picture:
        """Return all that was put down."""
        return Picture(_Lines(self._rows, self._strips), moves, places=self._places)


class _Lines(Sequence[tuple[Span, ...]]):
    """The lines of a page; each is made when somebody looks at it, as most are never seen."""

    def __init__(self, rows: _Rows, strips: Sequence[_Strip]) -> None:
        self._rows = rows
        self._strips = strips
        ends = (strip.rows.stop for strip in strips)
        self._height = max(max(rows, default=-1) + 1, *ends, 0)

    def __len__(self) -> int:
        return self._height

    @overload
    def __getitem__(self, index: int) -> tuple[Span, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Span, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Span, ...] | tuple[tuple[Span, ...], ...]:
        row = range(self._height)[index]
        return tuple(map(self._line, row)) if isinstance(row, range) else self._line(row)

    def _line(self, row: int) -> tuple[Span, ...]:
        return tuple(self._spans(row))

    def _spans(self, row: int) -> Iterator[Span]:
        at = 0
        for cell, piece, width in sorted(self._placed(row), key=itemgetter(0)):
            assert cell >= at, "pieces stand beside each other"
            if cell > at:
                yield Span(" " * (cell - at))
            yield Span(visible(piece.text), piece.tone, piece.key)
            at = cell + width

    def _placed(self, row: int) -> Iterator[tuple[int, Piece, int]]:
        yield from self._rows.get(row, ())
        for strip in self._strips:
            if row in strip.rows:
                piece = strip.at(row)
                yield strip.cell, piece, piece.width
