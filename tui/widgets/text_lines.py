"""Running text for quotes, sources and record headers, wrapped to the width of its window."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from .cells import visible
from .keyed_view import KeyedView
from .rows import Tone
from .runs import fitted
from .wrap import wrap

if TYPE_CHECKING:
    from textual.geometry import Size

    from .lines import Line, Span
    from .palette import Palette


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """One row of a wrapped line: what stands left of it, and its text."""

    gutter: str
    spans: tuple[Span, ...]


class TextLines(KeyedView):
    """Shows lines of text, each wrapped under itself; what has a key can be brought into view.

    With `holds_cursor` it is a list as well: the cursor stands on a line with a key.
    """

    class Moved(KeyedView.Moved):
        """The user moved the cursor to the line of a key."""

    class Chosen(KeyedView.Chosen):
        """The user chose the line of a key."""

    def __init__(
        self,
        *,
        holds_cursor: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
    ) -> None:
        super().__init__(holds_cursor=holds_cursor, id=id, classes=classes)
        self._passages: tuple[Line, ...] = ()
        self._wrapped: tuple[WrappedRow, ...] = ()
        self._starts: tuple[int, ...] = (0,)
        self._wanted: str | None = None

    def show(self, lines: tuple[Line, ...], cursor: str | None = None) -> None:
        """Show lines, without posting a message.

        Lines with the same keys as before stay where they are scrolled to, others begin at the
        top. The cursor is placed as in a list of rows.
        """
        self._passages = lines
        self._take(tuple(line.key for line in lines), cursor)

    def reveal(self, key: str) -> None:
        """Scroll a line or span into view, a third from the top, unless all of it is there."""
        self._wanted = key
        if self._lines and (rows := self._rows_with(key)) is not None:
            self._wanted = None
            self._bring_into_view(*rows)

    def _rows_with(self, key: str) -> tuple[int, int] | None:
        """Return the first row of what has the key, and the row behind its last."""
        if key in self._keys:
            index = self._keys.index(key)
            return self._first_line(index), self._first_line(index + 1)
        rows = [
            number
            for number, row in enumerate(self._wrapped)
            if any(span.key == key for span in row.spans)
        ]
        return (rows[0], rows[-1] + 1) if rows else None

    def _bring_into_view(self, first: int, after: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if first < top or after > top + height:
            above = min(height // 3, max(0, height - (after - first)))
            self.scroll_by(first - above - top)

    def on_resize(self) -> None:
        """Bring into view what was asked for before there was a window."""
        if self._wanted:
            self.reveal(self._wanted)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of wrapped rows, for a view of height auto."""
        del container, viewport
        return len([row for line in self._passages for row in self._rows_of(line, width)])

    def _lay_out(self, width: int) -> int:
        wrapped = [self._rows_of(line, width) for line in self._passages]
        self._starts = tuple(accumulate((len(rows) for rows in wrapped), initial=0))
        self._wrapped = tuple(row for rows in wrapped for row in rows)
        return len(self._wrapped)

    def _rows_of(self, line: Line, width: int) -> list[WrappedRow]:
        first = visible(line.gutter) + " " * line.indent
        hanging = " " * cell_len(first)
        room = width - self._holds_cursor - len(hanging)
        rows = enumerate(wrap(line.spans, room))
        return [WrappedRow(hanging if number else first, spans) for number, spans in rows]

    def _first_line(self, index: int) -> int:
        return self._starts[index]

    def _entry_at(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        row = self._wrapped[line]
        plain = palette.tones[Tone.PLAIN]
        marker = palette.glyphs.marker if palette.marker else " " * self._holds_cursor
        before = (
            Segment(marker, palette.marker or plain),
            Segment(row.gutter, palette.tones[Tone.DIM]),
        )
        text = (Segment(span.text, palette.tones[span.tone]) for span in row.spans)
        return fitted([*before, *text], width, palette)
