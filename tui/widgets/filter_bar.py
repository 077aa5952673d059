"""A one-line bar in which a filter is typed, with a note on what it found at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from scale_explorer.models.text import clean

if TYPE_CHECKING:
    from textual.widgets import Input

    from .filter_input import FilterInput


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
            # Loaded here because no first screen shows one.
            from .filter_input import FilterInput  # noqa: PLC0415

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
        return cast("FilterInput", self.query_one("FilterInput"))

    def _set(self, text: str) -> None:
        self._input.take(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(self.Changed(event.value))
