"""A window on entries, with a cursor that is a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment

from .key_message import KeyMessage
from .looks import Look
from .overlay import with_label
from .selectable import SelectableView
from .stops import nearest, place_of, step, with_company

if TYPE_CHECKING:
    from textual.events import Click
    from textual.message import Message

    from .palette import Palettes
    from .stops import Keys


class KeyedView(SelectableView, can_focus=True, inherit_bindings=False):
    """Shows entries of one or more lines each; an entry with a key can hold the cursor.

    It binds no keys: the pane around it does, and calls the methods below.
    """

    look = Look.LISTS
    CLICKS_TO_CHOOSE: ClassVar[int] = 2
    """How many clicks on an entry choose it; the first has moved the cursor there."""

    class Moved(KeyMessage):
        """The user moved the cursor to a key; of several unread ones only the last counts."""

        def can_replace(self, message: Message) -> bool:
            """Let a newer move of the same view take this one's place."""
            return isinstance(message, KeyedView.Moved) and message.view is self.view

    class Chosen(KeyMessage):
        """The user chose what has a key, by Enter or by clicks."""

    def __init__(
        self,
        *,
        holds_cursor: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(id=id)
        self._holds_cursor = holds_cursor
        self._keys: Keys = ()
        self._index: int | None = None
        self._labels: Mapping[str, str] = {}

    # What a pane calls.

    @property
    def cursor(self) -> str | None:
        """The key of the entry that holds the cursor."""
        return None if self._index is None else self._keys[self._index]

    def move(self, delta: int) -> None:
        """Move the cursor over `delta` entries; where there are no more, scroll."""
        target = None if self._index is None else step(self._keys, self._index, delta)
        if target == self._index:
            self.scroll_by(delta)
        else:
            self._go(target, self.scroll_offset.y)

    def move_to_end(self, direction: int = 1) -> None:
        """Move the cursor to the last entry, or with -1 to the first, and show that end."""
        end = max(0, len(self._keys) - 1) if direction > 0 else 0
        index = None if self._index is None else nearest(self._keys, end, -direction)
        self._go(index, direction * self._lines)

    def move_to(self, key: str) -> None:
        """Move the cursor to the entry with a key, at the top below what leads up to it."""
        if (index := place_of(self._keys, key)) is not None:
            self._go(index, self._lines)

    def move_page(self, delta: int, *, half: bool = False) -> None:
        """Move window and cursor by `delta` pages or half pages."""
        lines = delta * max(1, self.size.height // 2 if half else self.size.height - 1)
        top, here = self.scroll_offset.y, self._index
        index = here
        if here is not None and self._lines:
            line = min(max(0, max(self._first_line(here), top) + lines), self._lines - 1)
            index = nearest(self._keys, self._entry_at(line), 1 if delta > 0 else -1)
            if index == here and self._top_with_cursor(top + lines) == top:
                index = step(self._keys, here, delta)  # it was read to its end
        self._go(index, top + lines)

    def choose(self) -> None:
        """Say that the entry under the cursor was chosen."""
        if (key := self.cursor) is not None:
            self.post_message(self.Chosen(self, key))

    # Labels to type.

    def links(self) -> tuple[str, ...]:
        """Return the keys that the window shows, in reading order."""
        top = self.scroll_offset.y
        lines = range(top, min(top + self.size.height, self._lines))
        return tuple(dict.fromkeys(key for line in lines for _, key in self._begin_on(line)))

    def show_labels(self, labels: Mapping[str, str]) -> None:
        """Draw a label on each of the keys given, where it begins; none takes all labels away."""
        self._labels = dict(labels)
        self._redraw()

    def _keys_on(self, line: int) -> tuple[tuple[int, str], ...]:
        """Return the keys of a line, each with the cell at which it begins."""
        key = self._keys[self._entry_at(line)]
        return () if key is None else ((0, key),)

    def _begin_on(self, line: int) -> tuple[tuple[int, str], ...]:
        """Return those keys of a line that the window does not show above it."""
        if line <= self.scroll_offset.y:
            return self._keys_on(line)
        above = {key for _, key in self._keys_on(line - 1)}
        return tuple((cell, key) for cell, key in self._keys_on(line) if key not in above)

    def _overlaid(self, line: int, drawn: list[Segment], palettes: Palettes) -> list[Segment]:
        shown = super()._overlaid(line, drawn, palettes)
        if not self._labels:
            return shown
        width = sum(segment.cell_length for segment in drawn)
        for cell, key in self._begin_on(line):
            if label := self._labels.get(key):
                start = max(0, min(cell, width - len(label)))
                shown = with_label(shown, start, Segment(label[:width], palettes.label))
        return shown

    # The cursor and the window.

    def _take(self, keys: Keys, cursor: str | None, *, anew: bool = True) -> None:
        """Take over new entries and the key of the cursor, without a message.

        Entries that are not shown `anew` are left as they are laid out.
        """
        if not anew and self._frame == self._present_frame():
            self._put_cursor(self._place_for(cursor, keys))
        else:
            self._take_anew(keys, cursor)

    def _put_cursor(self, index: int | None) -> None:
        if index != self._index:
            self._index = index
            self._set_top(self._top_with_cursor(self.scroll_offset.y))
            self._keep_place()
            self._redraw()

    def _take_anew(self, keys: Keys, cursor: str | None) -> None:
        index = self._place_for(cursor, keys)
        stays = keys == self._keys and index == self._index
        top = self.scroll_offset.y if keys == self._keys or index is not None else 0
        self._index, self._keys = index, keys
        lines_before, self._lines = self._lines, 0
        self._frame = None
        if self.size:
            self._arrange()
        if not stays:
            self._set_top(self._top_with_cursor(top))
            self._keep_place()
        elif self._lines:
            self._find_place()
        self._redraw()
        if self.styles.auto_dimensions and not 0 < self._lines == lines_before:
            self.refresh(layout=True, repaint=False)

    def _place_for(self, cursor: str | None, keys: Keys) -> int | None:
        if not self._holds_cursor:
            return None
        if cursor is None:
            return nearest(keys, 0)
        if (place := place_of(keys, cursor)) is not None:
            return place
        return nearest(keys, min(self._index or 0, len(keys) - 1))

    def _go(self, index: int | None, top: int) -> None:
        """Show the window from line `top`, or as near as has the cursor in it; tell a new place."""
        moved = index != self._index
        self._index = index
        self._set_top(self._top_with_cursor(top))
        self._keep_place()
        self._redraw()
        if moved and (key := self.cursor) is not None:
            self.post_message(self.Moved(self, key))

    def _is_marked(self, line: int) -> bool:
        return self._entry_at(line) == self._index

    def _top_after_resize(self, top: int) -> int:
        return self._top_with_cursor(top)

    def _top_with_cursor(self, top: int) -> int:
        """Return the line nearest to `top` that shows the cursor and what leads up to it.

        Of an entry that is higher than the window it shows as much as there is room for.
        """
        if self._index is None or not self._lines:
            return top
        height = self.size.height
        start, end = self._lines_to_show(self._index, height)
        lowest, highest = sorted((start, end - height))
        return min(max(top, lowest), highest)

    def _lines_to_show(self, index: int, height: int) -> tuple[int, int]:
        """Return where to begin and end to show an entry with what there is room for."""
        around = (self._with_around(index), with_company(self._keys, index), (index, index))
        spans = [(self._first_line(first), self._first_line(last + 1)) for first, last in around]
        return next(((a, b) for a, b in spans if b - a <= height), spans[-1])

    def _with_around(self, index: int) -> tuple[int, int]:
        """Return the first and last entry to show along with one."""
        return with_company(self._keys, index)

    # The mouse.

    def on_click(self, event: Click) -> None:
        """Move to what was clicked; a double click chooses it. The end of a drag is no click."""
        place = event.get_content_offset(self)
        if place is None or self.selecting or self._line_under(place.y) >= self._lines:
            return
        line = self._line_under(place.y)
        if (key := self._pointed_key(line, place.x)) is not None:
            event.stop()
            self._point_at(self._entry_at(line), key)
            if event.chain == self.CLICKS_TO_CHOOSE:
                self.post_message(self.Chosen(self, key))

    def _pointed_key(self, line: int, cell: int) -> str | None:
        """Return the key of what stands in a cell."""
        del cell
        return self._keys[self._entry_at(line)]

    def _point_at(self, entry: int, key: str) -> None:
        """Move the cursor to an entry; of a key that can hold none, only tell."""
        if self._holds_cursor and self._keys[entry] == key:
            self._go(entry, self.scroll_offset.y)
        else:
            self.post_message(self.Moved(self, key))
