"""A list of rows, one line each, that draws only what its window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.cache import LRUCache

from .columns import Place, fit, measure, natural_width
from .extents import Extents
from .keyed_view import KeyedView
from .lazy_rows import keys_of
from .row_paint import gutter_width, paint_row
from .selection import under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.segment import Segment
    from textual.geometry import Size
    from textual.strip import Strip

    from .palette import Palette
    from .rows import Column, Row
    from .selection import Selection


class RowList(KeyedView):
    """Shows rows in columns; the cursor is always on a row with a key when there is one."""

    class Moved(KeyedView.Moved):
        """The user moved the cursor to the row of a key."""

    class Chosen(KeyedView.Chosen):
        """The user chose the row of a key."""

    def __init__(self, columns: tuple[Column, ...] = ()) -> None:
        super().__init__()
        self._columns = columns
        self._rows: Sequence[Row] = ()
        self._places: tuple[Place, ...] = ()
        self._extents = Extents(len(columns))
        self._fitted: object = None
        self._rows_painted: LRUCache[Row, list[Segment]] = LRUCache(256)
        self._rows_painted_for: object = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given to `show`."""
        return self._rows

    def show(
        self,
        rows: Sequence[Row],
        cursor: str | None = None,
        *,
        columns: tuple[Column, ...] | None = None,
    ) -> None:
        """Show rows with the cursor on a key, without posting a message.

        If no row has that key, the cursor stays at the same place in the list; without a key it
        goes to the first row that can hold it.
        """
        if self.selecting and rows != self._rows:
            self.clear_selection()
        columns = self._columns if columns is None else columns
        anew = (rows, columns) != (self._rows, self._columns)
        self._rows, self._columns = rows, columns
        if anew:
            self._extents.begin(rows, len(columns))
        self._take(keys_of(rows), cursor, anew=anew)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the width at which nothing is cut, for a list of width auto."""
        del viewport
        extents = measure(self._rows, len(self._columns))
        scrolls = len(self._rows) > container.height - self.gutter.height
        return min(container.width, 1 + natural_width(self._columns, extents) + scrolls)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows, for a list of height auto."""
        del container, viewport, width
        return len(self._rows)

    def _lay_out(self, width: int) -> int:
        self._fit(width)
        return len(self._rows)

    def _window(self) -> list[Strip]:
        """Widen the columns for what has come into sight, and draw."""
        self._fit(self._room)
        return super()._window()

    def _fit(self, width: int) -> None:
        """Share the room between the columns, where they or it are others than before."""
        extents = self._extents.over(self.scroll_offset.y, self.size.height)
        if self._fitted != (extents, self._columns, width):
            self._fitted = extents, self._columns, width
            self._places = fit(self._columns, extents, width - 1)
            self._painted.clear()

    def _first_line(self, index: int) -> int:
        return index

    def _entry_at(self, line: int) -> int:
        return line

    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        row = self._rows[line]
        if palette.marker:
            return paint_row(row, self._places, width, palette)
        if self._rows_painted_for != (self._places, width, palette):
            self._rows_painted_for = self._places, width, palette
            self._rows_painted.clear()
        if (kept := self._rows_painted.get(row)) is None:
            kept = self._rows_painted[row] = paint_row(row, self._places, width, palette)
        return kept

    def _text_cells(self, line: int) -> tuple[int, int]:
        text = self._text_without_cursor(line).rstrip()
        return gutter_width(self._rows[line]), cell_len(text)

    def _text_of(self, selection: Selection) -> str:
        lines: list[str] = []
        for line in range(selection.first.line, selection.last.line + 1):
            text = self._text_without_cursor(line)
            start, end = under(text, *selection.cells_on(line, *self._text_cells(line)))
            lines.append(text[start:end])
        return "\n".join(lines)


class LinkList(RowList, can_focus=False):
    """Rows beside what holds the cursor: they hold none, and a click follows one."""

    CLICKS_TO_CHOOSE = 1

    def __init__(self, columns: tuple[Column, ...] = ()) -> None:
        super().__init__(columns)
        self._holds_cursor = False

    def _point_at(self, entry: int, key: str) -> None:
        """Leave the cursor where it is."""


class ChoiceList(RowList):
    """Rows of a pop-up, which a single click chooses, as in menus everywhere."""

    CLICKS_TO_CHOOSE = 1
