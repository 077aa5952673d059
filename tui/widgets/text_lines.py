"""Running text for quotes, sources and record headers, wrapped to the width of its window."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from .glyphs import MARKER
from .highlights import highlighted
from .keyed_view import KeyedView
from .rows import Tone
from .runs import fitted
from .selection import under
from .signs import draw, room_for
from .stops import with_details
from .wrap import shown_text
from .wrapped import WrappedLine

if TYPE_CHECKING:
    from textual.geometry import Size

    from .lines import Line
    from .palette import Palette
    from .selection import Selection
    from .wrapped import WrappedRow

_WIDTHS = 2
"""Widths for which wrapped lines are kept: with the sign at the right edge and without."""


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
    ) -> None:
        super().__init__(holds_cursor=holds_cursor, id=id)
        self._passages: tuple[Line, ...] = ()
        self._wrapped: list[WrappedLine] = []
        self._wraps: dict[int, tuple[tuple[Line, ...], list[WrappedLine]]] = {}
        self._starts: tuple[int, ...] = (0,)
        self._revealed: str | None = None

    def show(self, lines: tuple[Line, ...], cursor: str | None = None) -> None:
        """Show lines, without posting a message.

        Lines with the same keys as before stay where they are scrolled to, others begin at the
        top. The cursor is placed as in a list of rows.
        """
        if anew := lines != self._passages:
            self._revealed = None
            self.clear_selection()
        self._passages = lines
        self._take(tuple(line.key for line in lines), cursor, anew=anew)

    def reveal(self, key: str) -> None:
        """Scroll a line or span into view, a third from the top, unless all of it is there.

        There it stays however the window is resized, until one scrolls away.
        """
        self._revealed = key
        if self._lines:
            top = self.scroll_offset.y
            self._set_top(self._top_with(key, top))
            if self.scroll_offset.y != top:
                self._keep_place()
                self._redraw()

    def scroll_by(self, lines: int) -> None:
        """Scroll the window, and leave the cursor and what was revealed where they are."""
        self._revealed = None
        super().scroll_by(lines)

    def _go(self, index: int | None, top: int) -> None:
        self._revealed = None
        super()._go(index, top)

    def _top_after_resize(self, top: int) -> int:
        top = super()._top_after_resize(top)
        return self._top_with(self._revealed, top) if self._revealed else top

    def _top_with(self, key: str, top: int) -> int:
        """Return the line to begin with so that what has the key is in view."""
        if (rows := self._rows_with(key)) is None:
            return top
        (first, after), height = rows, self.size.height
        if top <= first and after <= top + height:
            return top
        return first - min(height // 3, max(0, height - (after - first)))

    def _rows_with(self, key: str) -> tuple[int, int] | None:
        """Return the first row of what has the key, and the row behind its last."""
        if key in self._keys:
            index = self._keys.index(key)
            return self._first_line(index), self._first_line(index + 1)
        rows = [
            first + number
            for first, wrapped in zip(self._starts, self._wrapped, strict=False)
            for number in wrapped.with_key(key)
        ]
        return (rows[0], rows[-1] + 1) if rows else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of wrapped rows, for a view of height auto."""
        del container, viewport
        return sum(map(len, self._wrap(width)))

    def _least_lines(self) -> int:
        return len(self._passages)

    def _lay_out(self, width: int) -> int:
        self._wrapped = self._wrap(width)
        self._starts = tuple(accumulate(map(len, self._wrapped), initial=0))
        return self._starts[-1]

    def _wrap(self, width: int) -> list[WrappedLine]:
        """Wrap all lines; one that was shown before, the very same, is not wrapped again."""
        lines, wrapped = self._wraps.pop(width, ((), []))
        known = dict(zip(map(id, lines), wrapped, strict=True))
        room = width - self._holds_cursor
        rows = [known.get(id(line)) or WrappedLine(line, room) for line in self._passages]
        self._wraps = dict([*self._wraps.items(), (width, (self._passages, rows))][-_WIDTHS:])
        return rows

    def _row(self, line: int) -> WrappedRow:
        entry = self._entry_at(line)
        return self._wrapped[entry].row(line - self._starts[entry])

    def _with_around(self, index: int) -> tuple[int, int]:
        return with_details(self._keys, index)

    def _first_line(self, index: int) -> int:
        return self._starts[index]

    def _entry_at(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def _reading_place(self, line: int) -> tuple[int, int]:
        return self._entry_at(line), self._row(line).start

    def _line_of(self, entry: int, into: int) -> int:
        starts = self._wrapped[entry].starts
        return self._first_line(entry) + max(0, bisect_right(starts, into) - 1)

    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        row = self._row(line)
        plain = palette.tones[Tone.PLAIN]
        marker = MARKER if palette.marker else " " * self._holds_cursor
        before = (
            Segment(marker, palette.marker or plain),
            Segment(row.gutter, palette.tones[Tone.DIM]),
            *draw(row.sign, palette),
        )
        text = (highlighted(one.text, one.tone, one.highlights, palette) for one in row.spans)
        return fitted([*before, *chain.from_iterable(text)], width, palette)

    # What stands where.

    def _text_cells(self, line: int) -> tuple[int, int]:
        row = self._row(line)
        start = self._holds_cursor + cell_len(row.gutter) + room_for(row.sign)
        return start, start + cell_len(row.text)

    def _keys_on(self, line: int) -> tuple[tuple[int, str], ...]:
        keys = super()._keys_on(line)
        cell, _ = self._text_cells(line)
        for span in self._row(line).spans:
            if span.key is not None:
                keys = (*keys, (cell, span.key))
            cell += cell_len(span.text)
        return keys

    def _pointed_key(self, line: int, cell: int) -> str | None:
        after, _ = self._text_cells(line)
        for span in self._row(line).spans:
            before, after = after, after + cell_len(span.text)
            if before <= cell < after and span.key is not None:
                return span.key
        return super()._pointed_key(line, cell)

    def _text_of(self, selection: Selection) -> str:
        first, last = selection.first.line, selection.last.line
        return "\n".join(
            self._text_of_entry(entry, selection)
            for entry in range(self._entry_at(first), self._entry_at(last) + 1)
        )

    def _text_of_entry(self, entry: int, selection: Selection) -> str:
        """Return what is selected of a line, as one line however it is wrapped."""
        text = shown_text(self._passages[entry].spans)
        first = max(selection.first.line, self._first_line(entry))
        last = min(selection.last.line, self._first_line(entry + 1) - 1)
        return text[self._offsets(first, selection)[0] : self._offsets(last, selection)[1]]

    def _offsets(self, line: int, selection: Selection) -> tuple[int, int]:
        """Return which code points of the whole text a selection takes from a row."""
        row = self._row(line)
        left, _ = cells = self._text_cells(line)
        start, end = selection.cells_on(line, *cells)
        first, after = under(row.text, start - left, end - left)
        return row.start + first, row.start + after
