"""A line in which a filter is typed, or what else a pop-up asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import SkipAction
from textual.widgets import Input

from scale_explorer.models.text import clean

if TYPE_CHECKING:
    from textual.events import Paste

LONGEST = 200
"""Code points a filter may have; no name or quote that one looks for needs more."""

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))


def typable(text: str, room: int = LONGEST) -> str:
    """Make one line of a paste: runs of blanks become one, controls are left out."""
    line = " ".join(text[: max(LONGEST, room) * 4].split()).translate(_CONTROLS)
    return clean(line)[: max(room, 0)]


class FilterInput(Input, can_focus=False):
    """An input line without a frame, that pastes no control characters and does not blink.

    It takes the focus only while a filter is typed, so that no key press lands in a hidden line.
    """

    def __init__(self, longest: int = LONGEST) -> None:
        super().__init__(max_length=longest, select_on_focus=False, compact=True)
        self._longest = longest
        self.cursor_blink = False  # each blink would be sent over the network

    def take(self, text: str) -> None:
        """Show a text as if it had been typed, and tell nobody."""
        with self.prevent(Input.Changed):
            self.value = typable(text)
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """Stay out of the way of the focus until asked again."""
        self.can_focus = False

    async def action_submit(self) -> None:
        """Pass Enter on."""
        raise SkipAction

    def on_paste(self, event: Paste) -> None:
        """Insert a cleaned paste in place of Textual's own insertion."""
        event.prevent_default()
        event.stop()
        chosen = abs(self.selection.end - self.selection.start)
        text = typable(event.text, self._longest - len(self.value) + chosen)
        self.replace(text, *sorted(self.selection))
