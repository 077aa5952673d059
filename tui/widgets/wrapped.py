"""A passage wrapped to a width, of which a row is cut out when it is first drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from .cells import visible
from .signs import room_for, sign_beside
from .wrap import between, breaks, with_visible_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lines import Line, MarginSign, Span


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """One row of a wrapped line: what stands left of it, its text, and where that begins.

    The start counts code points of the whole line's text. The sign, if there is a column for it,
    stands behind the gutter.
    """

    gutter: str
    spans: tuple[Span, ...]
    start: int
    sign: MarginSign | None = None

    @property
    def text(self) -> str:
        """What the row says."""
        return "".join(span.text for span in self.spans)


class WrappedLine:
    """The rows of a line in `width` cells, of which it has one at the least.

    How many they are must be known of all lines of a text, what they say only of those in sight.
    """

    __slots__ = ("_first", "_line", "_places", "_rows", "_spans", "starts")

    def __init__(self, line: Line, width: int) -> None:
        self._line = line
        self._first = visible(line.gutter) + " " * line.indent
        self._spans = with_visible_text(line.spans)
        room = width - cell_len(self._first) - room_for(line.margin)
        self._places = breaks("".join(span.text for span in self._spans), room)
        self._rows: list[WrappedRow | None] = [None] * len(self._places)
        self.starts = tuple(start for start, _ in self._places)
        """Where each row starts, in code points of the whole text."""

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, number: int) -> WrappedRow:
        """Return a row."""
        row = self._rows[number]
        if row is None:
            row = self._rows[number] = self._cut(number, *self._places[number])
        return row

    def with_key(self, key: str) -> list[int]:
        """Return the numbers of the rows in which something has a key."""
        places = [(start, end) for start, end, of in self._placed() if of == key and start < end]
        return [
            number
            for number, (first, last) in enumerate(self._places if places else ())
            if any(start < last and first < end for start, end in places)
        ]

    def _placed(self) -> Iterator[tuple[int, int, str | None]]:
        """Yield where each span starts and ends in the whole text, and its key."""
        end = 0
        for span in self._spans:
            start, end = end, end + len(span.text)
            yield start, end, span.key

    def _cut(self, number: int, start: int, end: int) -> WrappedRow:
        return WrappedRow(
            " " * cell_len(self._first) if number else self._first,
            between(self._spans, start, end),
            start,
            sign_beside(self._line.margin, start, end),
        )
