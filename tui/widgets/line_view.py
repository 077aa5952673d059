"""A scrolled window on lines, drawn anew as a whole when something in it changes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Self

from rich.segment import Segment
from textual.cache import LRUCache
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from .ground import finished, is_bare
from .looks import Look
from .margins import notice, right_edge
from .palette import Palette, Palettes, look_up
from .runs import fitted

if TYPE_CHECKING:
    from textual.color import Color
    from textual.events import Blur, Focus, MouseScrollDown, MouseScrollUp


WHEEL = 2
"""Lines by which a notch of the mouse wheel scrolls."""


class LineView(ScrollView, inherit_bindings=False, inherit_css=False):
    """Shows a window on entries of one or more lines each.

    A subclass lays its entries out in lines and draws one line. It has no scrollbar, which would be
    drawn again at every step, but a sign at its right edge.

    Which cells are to be sent is for the canvas to find out (terminal/painting/). Comparing lines
    here as well saved nothing: the same bytes, and 8.8 ms of processor time a key both ways for an
    arrow held over 300 rows at 120 by 40. Only Textual's own driver sends more without it, 2.6 kB a
    key for 1.6.
    """

    ALLOW_SELECT = False  # Textual's mouse selection repaints every line it touches
    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; overflow: hidden hidden; }"
    look: Look = Look.LINES

    empty: reactive[str] = reactive("", repaint=False)
    """What to say, dim and centred, when there is nothing to show."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._lines = 0
        self._room = 0
        self._drawn: list[Strip] = []
        self._strips: LRUCache[int, tuple[list[Segment], Segment | None, Strip]] = LRUCache(1024)
        self._is_stale = self._is_news = False
        self._painted: LRUCache[int, list[Segment]] = LRUCache(1024)
        self._palettes: Palettes | None = None
        self._ground: tuple[Color, Color] | None = None
        self._frame: tuple[Size, tuple[Color, Color]] | None = None
        self._kept: tuple[int, int] | None = None
        self._was_hidden = False

    # What a subclass tells.

    @abstractmethod
    def _lay_out(self, width: int) -> int:
        """Arrange all entries in lines of `width` cells and return the number of lines."""

    @abstractmethod
    def _first_line(self, index: int) -> int:
        """Return the line on which an entry begins; for one past the last, the line count."""

    @abstractmethod
    def _entry_at(self, line: int) -> int:
        """Return the entry that a line belongs to."""

    @abstractmethod
    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        """Draw one line over exactly `width` cells."""

    @abstractmethod
    def _is_marked(self, line: int) -> bool:
        """Say whether a line belongs to the entry that holds the cursor."""

    @abstractmethod
    def _top_after_resize(self, top: int) -> int:
        """Return the line to begin with when another size would have the window begin at `top`."""

    # What a subclass may add.

    def _least_lines(self) -> int:
        """Return how many lines there are at the least, at any width, if that is known."""
        return 0

    def _overlaid(self, line: int, drawn: list[Segment], palettes: Palettes) -> list[Segment]:
        """Lay over a drawn line what comes and goes, such as a selection."""
        del line, palettes
        return drawn

    def _reading_place(self, line: int) -> tuple[int, int]:
        """Say what stands on a line: which entry, and how far into it."""
        entry = self._entry_at(line)
        return entry, line - self._first_line(entry)

    def _line_of(self, entry: int, into: int) -> int:
        """Return the line on which a reading place stands now."""
        return self._first_line(entry) + into

    # Scrolling.

    def scroll_by(self, lines: int) -> None:
        """Scroll the window, and leave the cursor where it is."""
        self._set_top(self.scroll_offset.y + lines)
        self._keep_place()
        self._redraw()

    def _keep_place(self) -> None:
        """Note what the reader has at the top, to find it again after any number of resizes."""
        top = min(self.scroll_offset.y, self._lines - 1)
        self._kept = self._reading_place(top) if self._lines else None

    def _find_place(self) -> None:
        """Show again what the reader has at the top, where the size allows it."""
        top = self._line_of(*self._kept) if self._kept else self.scroll_offset.y
        self._set_top(self._top_after_resize(top))
        if self._kept is None:
            self._keep_place()

    def _set_top(self, line: int) -> None:
        """Scroll quietly; what that changes is found and sent by the next drawing."""
        top = float(min(max(0, line), self.max_scroll_y))
        self.set_reactive(Widget.scroll_y, top)
        self.set_reactive(Widget.scroll_target_y, top)  # pyright: ignore[reportArgumentType] - untyped there

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll by the wheel; Textual would ask for a scrollbar, and there is none."""
        event.prevent_default()
        self.scroll_by(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll back in the same way."""
        event.prevent_default()
        self.scroll_by(-WHEEL)

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the present size and theme before Textual asks for lines."""
        if self._frame != self._present_frame() or not self._palettes:
            resized = self._frame is None or self._frame[0] != self.size
            self._arrange()
            if resized:
                self._find_place()
            self._drawn, self._is_stale = self._window() if self.size else [], False
        elif self._is_stale:
            self._draw_window()
        if self._frame is None or not is_bare(self):
            return super().render_lines(crop)
        _, ground = self._frame[1]
        return finished(self, [self.render_line(y) for y in crop.line_range], crop, ground)

    def render_line(self, y: int) -> Strip:
        """Return a line of the window as it was last drawn."""
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width)

    def _present_frame(self) -> tuple[Size, tuple[Color, Color]]:
        return self.size, self.background_colors

    def _arrange(self) -> None:
        """Lay the entries out for the window as it is now."""
        self._frame = frame = self._present_frame()
        if frame[1] != self._ground:
            self._palettes, self._ground = None, frame[1]
        self._painted.clear()
        width, height = self.size
        self._room = width
        self._lines = least = self._least_lines()
        if least <= height:
            self._lines = self._lay_out(width)
        if self._lines > height:
            self._room = width - 1
            self._lines = self._lay_out(self._room)
        # Set quietly: a new number of lines needs no new layout of the screen.
        virtual_size = Size(width, self._lines)
        self.set_reactive(Widget.virtual_size, virtual_size)  # pyright: ignore[reportArgumentType] - untyped there

    def _redraw(self) -> None:
        """Have the window drawn: once, however much of it a key changes."""
        self._is_stale = True
        self.check_idle()

    def on_idle(self) -> None:
        """Draw the window when all is done, and have Textual take it where it is another one."""
        if self._is_stale and self.size and self._frame == self._present_frame():
            self._draw_window()  # else it is not shown, or about to be drawn as a whole
        if self._is_news:
            self._is_news = False
            self.refresh()

    def _draw_window(self) -> None:
        before, self._drawn = self._drawn, self._window()
        self._is_stale = False
        self._is_news = self._is_news or before != self._drawn

    def _window(self) -> list[Strip]:
        width, height = self.size
        palettes = self._palettes or self._look_up()
        if not self._lines:
            lines = notice(self.empty, width, height, palettes.plain)
            return [Strip(Segment.simplify(line), width) for line in lines]
        if self._lines <= height:
            return [self._strip(y, None, palettes) for y in range(height)]
        top = self.scroll_offset.y
        edge = right_edge(top, height, self._lines, palettes.plain)
        return [self._strip(top + y, sign, palettes) for y, sign in enumerate(edge)]

    def _strip(self, line: int, sign: Segment | None, palettes: Palettes) -> Strip:
        """Draw a line with the sign behind it; one that was drawn before is the very same."""
        shown, line = self._shown(line, palettes), min(line, self._lines)
        if (known := self._strips.get(line)) and known[0] is shown and known[1] == sign:
            return known[2]
        parts = [*shown, sign] if sign else shown
        strip = Strip(Segment.simplify(parts), self._room + bool(sign))
        if shown is self._painted.get(line):
            self._strips[line] = shown, sign, strip
        return strip

    def _shown(self, line: int, palettes: Palettes) -> list[Segment]:
        if line < self._lines and self._is_marked(line):
            palette = palettes.cursor if self.has_focus else palettes.resting
            drawn = self._paint(line, self._room, palette)
        else:
            drawn = self._unmarked(line, palettes)
        return self._overlaid(line, drawn, palettes) if line < self._lines else drawn

    def _unmarked(self, line: int, palettes: Palettes) -> list[Segment]:
        """Draw a line as it is without the cursor."""
        line = min(line, self._lines)  # all behind the last are blank
        if (painted := self._painted.get(line)) is None:
            is_blank, plain = line == self._lines, palettes.plain
            painted = (
                fitted((), self._room, plain) if is_blank else self._paint(line, self._room, plain)
            )
            self._painted[line] = painted
        return painted

    def _text_without_cursor(self, line: int) -> str:
        """Return what a line says where the cursor is elsewhere."""
        drawn = self._unmarked(line, self._palettes or self._look_up())
        return "".join(segment.text for segment in drawn)

    def _look_up(self) -> Palettes:
        self._painted.clear()
        self._palettes = look_up(self)
        return self._palettes

    # What Textual tells.

    def notify_style_update(self) -> None:
        """Forget the colours when the theme or a style changes."""
        super().notify_style_update()
        before, self._palettes = self._palettes, None
        if before is not None and self.is_attached and look_up(self) is not before:
            self.refresh()

    def on_hide(self) -> None:
        """Take note that changes are seen by nobody."""
        self._was_hidden = True

    def on_show(self) -> None:
        """Draw all of it: what changed while it was hidden was sent to nobody."""
        if self._was_hidden:
            self._was_hidden = False
            self._frame = None
            self.refresh()

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Ask for the keyboard as Textual does, but without drawing the whole window again."""
        self.app.call_later(self._take_keyboard, scroll_visible)  # pyright: ignore[reportUnknownMemberType] - untyped there
        return self

    def _take_keyboard(self, scroll_visible: bool) -> None:  # noqa: FBT001 - as above
        if self.is_attached:
            self.screen.set_focus(self, scroll_visible)

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Redraw the cursor, which is dimmer without the focus; that is no other style."""
        self._redraw()

    def on_focus(self, event: Focus) -> None:
        """Take the focus as Textual does, but without sending the whole window again."""
        event.prevent_default()
        self.has_focus = True
        if self.parent:
            self.parent.post_message(DescendantFocus(self))

    def on_blur(self, event: Blur) -> None:
        """Lose the focus in the same way."""
        event.prevent_default()
        self.has_focus = False
        if self.parent:
            self.parent.post_message(DescendantBlur(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraw what scrolling changed, where Textual would send the whole window."""
        del old_value, new_value
        self._redraw()

    def watch_empty(self) -> None:
        """Redraw the notice."""
        self._redraw()
