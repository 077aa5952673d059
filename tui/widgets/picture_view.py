"""A window on a picture: the cursor is on one of its things, and goes in four directions."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from .cells import visible
from .keyed_view import KeyedView
from .picture import Area, Picture, Way, areas, led_to
from .runs import fitted
from .selection import under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lines import Span
    from .palette import Palette
    from .picture import Drawing
    from .selection import Selection


class PictureView(KeyedView):
    """Shows a drawing, which is drawn again for every other size."""

    class Moved(KeyedView.Moved):
        """The user moved the cursor to a key."""

    class Chosen(KeyedView.Chosen):
        """The user chose what has a key."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._picture = Picture()
        self._areas: dict[str, Area] = {}
        self._wanted: str | None = None

    def show(self, drawing: Drawing, cursor: str | None = None) -> None:
        """Show a drawing with the cursor on a key, without posting a message."""
        anew = drawing != self._drawing
        if anew or not self._keys:  # else it would come back when the next size is laid out
            self._wanted = cursor
        if anew:
            self.clear_selection()
            self._drawing = drawing
        self._take(self._keys, cursor, anew=anew)

    def move(self, delta: int) -> None:
        """Move the cursor down, or up; where nothing is that way, scroll."""
        if not self._step(Way.DOWN if delta > 0 else Way.UP):
            self.scroll_by(delta)

    def move_across(self, delta: int) -> bool:
        """Move the cursor right, or left; return whether anything is that way."""
        return self._step(Way.RIGHT if delta > 0 else Way.LEFT)

    def folds_across(self, delta: int) -> str | None:
        """Return the group that an arrow right, or left, opens or closes instead of moving."""
        here = self.cursor
        way = Way.RIGHT if delta > 0 else Way.LEFT
        return None if here is None else self._picture.folds.get((here, way))

    def _step(self, way: Way) -> bool:
        here = self.cursor
        there = led_to(self._picture.moves, self._areas, here, way) if here is not None else None
        if there is None:
            return False
        self._go(self._keys.index(there), self.scroll_offset.y)
        return True

    # How it is laid out and drawn.

    def _lay_out(self, width: int) -> int:
        wanted, self._wanted = self._wanted or self.cursor, None
        if self._drawing is not None:
            self._picture = self._drawing.draw(width, self.size.height)
        self._areas = areas(self._picture)
        self._keys = tuple(self._areas)
        self._index = self._place_for(wanted, self._keys)
        return len(self._picture.lines)

    def _first_line(self, index: int) -> int:
        if index >= len(self._keys):
            return len(self._picture.lines)
        return self._area(index).top

    def _area(self, index: int) -> Area:
        return self._areas[str(self._keys[index])]

    def _entry_at(self, line: int) -> int:
        tops = [area.top for area in self._areas.values()]
        return max(0, bisect_right(tops, line) - 1)

    def _lines_to_show(self, index: int, height: int) -> tuple[int, int]:
        area, end = self._area(index), len(self._picture.lines)
        if area.bottom <= height:
            return 0, area.bottom
        return area.top, end if end - area.top <= height else area.bottom

    def _top_with_cursor(self, top: int) -> int:
        if not self._keys:
            return top
        return super()._top_with_cursor(top)

    def _reading_place(self, line: int) -> tuple[int, int]:
        return 0, line

    def _line_of(self, entry: int, into: int) -> int:
        del entry
        return into

    def _is_marked(self, line: int) -> bool:
        cursor = self.cursor
        return cursor is not None and any(span.key == cursor for span in self._spans(line))

    def _spans(self, line: int) -> tuple[Span, ...]:
        return self._picture.lines[line] if line < len(self._picture.lines) else ()

    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        plain = (self._palettes or self._look_up()).plain
        cursor = self.cursor
        segments = [
            Segment(visible(span.text), (palette if span.key == cursor else plain).tones[span.tone])
            for span in self._spans(line)
        ]
        return fitted(segments, width, plain)

    # Keys, labels and the mouse.

    def _pieces(self, line: int) -> Iterator[tuple[int, int, str]]:
        """Yield where keys stand on a line: the first cell, the one behind the last, the key."""
        cell = 0
        for span in self._spans(line):
            start, cell = cell, cell + cell_len(visible(span.text))
            if span.key is not None:
                yield start, cell, span.key

    def _keys_on(self, line: int) -> tuple[tuple[int, str], ...]:
        first: dict[str, int] = {}
        for start, _, key in self._pieces(line):
            first.setdefault(key, start)
        return tuple((start, key) for key, start in first.items())

    def _pointed_key(self, line: int, cell: int) -> str | None:
        here = (key for start, end, key in self._pieces(line) if start <= cell < end)
        return next(here, None)

    def _point_at(self, entry: int, key: str) -> None:
        super()._point_at(self._keys.index(key) if key in self._keys else entry, key)

    # Selecting text.

    def _lines_around(self, line: int) -> tuple[int, int]:
        return line, line  # what stands beside each other overlaps

    def _text_cells(self, line: int) -> tuple[int, int]:
        return 0, cell_len(self._text_without_cursor(line).rstrip())

    def _text_of(self, selection: Selection) -> str:
        lines: list[str] = []
        for line in range(selection.first.line, selection.last.line + 1):
            text = self._text_without_cursor(line)
            start, end = under(text, *selection.cells_on(line, *self._text_cells(line)))
            lines.append(text[start:end])
        return "\n".join(lines)
