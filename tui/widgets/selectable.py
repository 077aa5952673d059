"""A window on lines whose text can be selected with the mouse, to be copied."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.message import Message

from .buttons import LEFT
from .line_view import LineView
from .overlay import inverted
from .selection import Selection, Spot

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.events import Blur, Click, Key, MouseDown, MouseEvent, MouseMove, MouseUp
    from textual.widget import Widget

    from .palette import Palettes


class SelectableView(LineView):
    """Selects as a terminal does: by dragging, or a whole entry by three clicks.

    The text is told when the button is let go. A key, a click or another window lets go of the
    selection. Textual's own selection would repaint every line it touches; this one only those
    on which it changes.
    """

    class Selected(Message):
        """The user selected text; blanks at the ends of its lines are left out."""

        def __init__(self, view: Widget, text: str) -> None:
            super().__init__()
            self.view = view
            self.text = text

        @property
        def control(self) -> Widget:
            """The view, so that handlers can select by it."""
            return self.view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._pressed_at: Spot | None = None
        self._selection: Selection | None = None

    # What a subclass tells.

    @abstractmethod
    def _text_cells(self, line: int) -> tuple[int, int]:
        """Return from which cell to which the text of a line stands, without what frames it."""

    @abstractmethod
    def _text_of(self, selection: Selection) -> str:
        """Return the text of a selection."""

    # What a subclass may call.

    @property
    def selecting(self) -> bool:
        """Whether text is selected."""
        return self._selection is not None

    def clear_selection(self) -> None:
        """Let go of what is selected."""
        self._select(None)

    def _select(self, selection: Selection | None) -> None:
        if selection != self._selection:
            self._selection = selection
            self._redraw()

    def _tell_selected(self) -> None:
        text = self._text_of(self._selection) if self._selection else ""
        shown = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
        if shown.strip():
            self.post_message(self.Selected(self, shown))

    def _overlaid(self, line: int, drawn: list[Segment], palettes: Palettes) -> list[Segment]:
        shown = super()._overlaid(line, drawn, palettes)
        if self._selection is None:
            return shown
        start, end = self._selection.cells_on(line, *self._text_cells(line))
        return inverted(shown, start, end) if start < end else shown

    # The mouse.

    def on_mouse_down(self, event: MouseDown) -> None:
        """Let go of the old selection, and note where a new one would begin."""
        self.clear_selection()
        if self._lines and event.get_content_offset(self) is not None:
            self._pressed_at = self._spot_under(event)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select up to the mouse, and scroll where it leaves the window."""
        if self._pressed_at is None:
            return
        if event.button != LEFT:  # it was let go where nobody could hear it
            self._let_go()
            return
        y = event.get_content_offset_capture(self).y
        if not 0 <= y < self.size.height:
            self.scroll_by(-1 if y < 0 else 1)
        here = self._spot_under(event)
        self._select(None if here == self._pressed_at else Selection(self._pressed_at, here))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Tell what was selected."""
        del event
        pressed = self._pressed_at is not None
        self._let_go()
        if pressed:
            self._tell_selected()

    def on_click(self, event: Click) -> None:
        """Select a whole entry by the third click."""
        place = event.get_content_offset(self)
        if event.chain == 3 and place is not None and self._line_under(place.y) < self._lines:
            first, last = self._lines_around(self._line_under(place.y))
            self._select(Selection(Spot(first, 0), Spot(last, self.size.width - 1)))
            self._tell_selected()

    def _lines_around(self, line: int) -> tuple[int, int]:
        """Return the first and the last line of the entry that a line belongs to."""
        entry = self._entry_at(line)
        return self._first_line(entry), self._first_line(entry + 1) - 1

    def _spot_under(self, event: MouseEvent) -> Spot:
        """Return the cell under the mouse, or else the nearest one."""
        x, y = event.get_content_offset_capture(self)
        width, height = self.size
        line = self._line_under(min(max(0, y), height - 1))
        if line >= self._lines:
            return Spot(self._lines - 1, width - 1)
        return Spot(line, min(max(0, x), width - 1))

    def _line_under(self, y: int) -> int:
        return y + self.scroll_offset.y

    def _let_go(self) -> None:
        self._pressed_at = None
        self.release_mouse()

    # What ends a selection.

    def on_key(self, event: Key) -> None:
        """Let go of the selection at any key, which then does what it does."""
        del event
        self.clear_selection()

    def on_blur(self, event: Blur) -> None:
        """Let go of the selection when the keyboard goes elsewhere."""
        del event  # Textual calls the handler of the class below as well
        self.clear_selection()

    def on_resize(self) -> None:
        """Let go of the selection when its lines are broken anew."""
        self.clear_selection()

    def on_hide(self) -> None:
        """Give the mouse back when there is nothing left to select in."""
        self._let_go()
