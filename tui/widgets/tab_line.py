"""One line that names the panes of a screen on which not all of them fit, to click on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from scale_explorer.models.frozen import dataclass

from .cells import clip, visible
from .key_message import KeyMessage
from .line_view import LineView
from .rows import Tone
from .runs import fitted

if TYPE_CHECKING:
    from textual.events import Click

    from .palette import Palette

_FRAME = 2
"""Cells around a tab: brackets, or blanks in their place."""


@dataclass(frozen=True, slots=True)
class Tab:
    """What a tab says: a number that is always shown, and a label that is cut where it must be."""

    key: str
    number: str
    label: str


def shared(widths: Sequence[int], room: int) -> tuple[int, ...]:
    """Share `room` cells among texts of these widths: of the longest is taken first."""
    cut = list(widths)
    for _ in range(sum(widths) - max(room, 0)):
        cut[cut.index(max(cut))] -= 1
    return tuple(cut)


class TabLine(LineView, can_focus=False, inherit_bindings=False):
    """Shows tabs side by side; the current one stands in brackets, so that no colour is needed."""

    DEFAULT_CSS = "TabLine { height: 1; }"

    class Chosen(KeyMessage):
        """The user clicked on a tab."""

    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[Tab, ...] = ()
        self._current = ""

    def show(self, tabs: tuple[Tab, ...], current: str) -> None:
        """Show tabs, the one with the key `current` as the one that is open."""
        self._tabs, self._current = tabs, current
        self._painted.clear()
        self._redraw()

    def on_click(self, event: Click) -> None:
        """Tell which tab was clicked."""
        if (place := event.get_content_offset(self)) is None:
            return
        event.stop()
        ends = accumulate(cell_len(text) for text in self._texts(self.size.width))
        for tab, end in zip(self._tabs, ends, strict=True):
            if place.x < end:
                self.post_message(self.Chosen(self, tab.key))
                return

    def _texts(self, width: int) -> list[str]:
        """Write each tab, together in at most `width` cells if their numbers find room."""
        numbers = [visible(tab.number) for tab in self._tabs]
        labels = [visible(tab.label) for tab in self._tabs]
        # A label costs a blank as well; one that finds no room leaves its number alone.
        taken = sum(_FRAME + cell_len(number) for number in numbers)
        rooms = shared([cell_len(label) + 1 for label in labels], width - taken)
        return [
            self._text(number, clip(f" {label}", room) if room > 1 else "", tab.key)
            for tab, number, label, room in zip(self._tabs, numbers, labels, rooms, strict=True)
        ]

    def _text(self, number: str, label: str, key: str) -> str:
        left, right = "[]" if key == self._current else "  "
        return f"{left}{number}{label}{right}"

    # As a view of one line.

    def _lay_out(self, width: int) -> int:
        del width
        return 1

    def _first_line(self, index: int) -> int:
        return index

    def _entry_at(self, line: int) -> int:
        return line

    def _is_marked(self, line: int) -> bool:
        del line
        return False

    def _top_after_resize(self, top: int) -> int:
        del top
        return 0

    def _paint(self, line: int, width: int, palette: Palette) -> list[Segment]:
        del line
        texts = self._texts(width)
        tones = (Tone.STRONG if tab.key == self._current else Tone.DIM for tab in self._tabs)
        return fitted(
            [Segment(text, palette.tones[tone]) for text, tone in zip(texts, tones, strict=True)],
            width,
            palette,
        )
