"""A one-line bar in which a filter is typed, with a note on what it found at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.actions import SkipAction
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

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


class FilterBar(Horizontal):
    """Hidden until a filter is typed or in force; what it is made of is not made before.

    Enter and Esc it leaves to the pane around it, which ends the typing.
    """

    DEFAULT_CSS = """
    FilterBar {
        height: 1;
        display: none;
        & > Static { width: auto; color: $text-muted; }
        & > FilterInput {
            width: 1fr;
            background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
    }
    """

    class Changed(Message):
        """The user changed the text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._note = ""

    def _make(self) -> None:
        """Put the input between its sign and the note, where that is not done yet.

        Three widgets for each pane would be half of those that a start makes and styles.
        """
        if not self._is_made:
            self.mount(Static(Content("/")), FilterInput(), Static(Content(), id="note"))

    @property
    def _is_made(self) -> bool:
        return bool(self.children)

    def begin(self, text: str = "") -> None:
        """Open the bar on a text and take the keyboard; posts nothing."""
        self._make()
        self.display = True  # at once: what is not displayed cannot take the keyboard
        self._show_note()
        self._set(text)
        self._input.can_focus = True
        self._input.focus()
        self._input.select_all()  # so that typing replaces the old filter

    def tell(self, text: str, note: str) -> None:
        """Show the filter in force and what it found; without a filter the bar goes away.

        While the user types, the text is theirs and only the note is taken.
        """
        if text:
            self._make()
        if self._is_made and not self.typing:
            self._set(text)
        self.display = self.typing or bool(text)
        if note != self._note:
            self._note = note
            if self.display:  # an update lays out the whole screen, so only news is worth one
                self._show_note()

    def end(self) -> None:
        """Go away unless a filter is in force; for when the keyboard has left."""
        self.display = bool(self.text)

    def _show_note(self) -> None:
        note = f" {clean(self._note)}" if self._note else ""
        self.query_one("#note", Static).update(Content(note))

    @property
    def typing(self) -> bool:
        """Whether the keyboard is here; the input itself hears of that only later."""
        return self._is_made and self.screen.focused is self._input

    @property
    def text(self) -> str:
        """The filter as it stands in the bar."""
        return self._input.value if self._is_made else ""

    @property
    def _input(self) -> FilterInput:
        return self.query_one(FilterInput)

    def _set(self, text: str) -> None:
        with self._input.prevent(Input.Changed):
            self._input.value = typable(text)
        self._input.cursor_position = len(self._input.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))
