"""One line of a form: a label, and an input without a frame that shows a proposal while empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.actions import SkipAction
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from scale_explorer.models.text import clean

from .one_line import LONGEST, one_line, shown

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Focus, Paste


class FieldInput(Input):
    """An input that pastes no control characters, does not blink, and leaves keys to its form."""

    def __init__(self, text: str, proposal: str) -> None:
        super().__init__(text, proposal, max_length=LONGEST, compact=True)
        self.cursor_blink = False  # each blink would be sent over the network

    async def action_submit(self) -> None:
        """Pass Enter on."""
        raise SkipAction

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Take what is proposed while the input is empty."""
        if not self.take_proposal():
            super().action_cursor_right(select)

    def take_proposal(self) -> bool:
        """Write what is proposed, if the input is empty and there is such a thing."""
        if self.value or not self.placeholder:
            return False
        self.value = str(self.placeholder)
        self.cursor_position = len(self.value)
        return True

    def write(self, text: str) -> None:
        """Write other text, with the cursor behind it."""
        self.value = shown(text)
        self.cursor_position = len(self.value)

    def on_paste(self, event: Paste) -> None:
        """Insert a cleaned paste in place of Textual's own insertion."""
        event.prevent_default()
        event.stop()
        chosen = abs(self.selection.end - self.selection.start)
        room = max(0, LONGEST - len(self.value) + chosen)
        self.replace(one_line(event.text)[:room], *sorted(self.selection))


class FieldLine(Horizontal):
    """A field of a form. It tells when its text changes, and when the keyboard comes to it."""

    DEFAULT_CSS = """
    FieldLine {
        height: 1;
        & > Static { width: 14; color: $text-muted; }
        & > FieldInput {
            width: 1fr; background: transparent;
            &:focus { background: $accent 15%; background-tint: $foreground 0%; }
            & > .input--placeholder { color: $text-muted; text-style: italic; }
        }
        &.-here > Static { color: $text-accent; }
    }
    """

    class Changed(Message):
        """The user changed the text of the field with this key."""

        def __init__(self, key: str, text: str) -> None:
            super().__init__()
            self.key = key
            self.text = text

    class Entered(Message):
        """The keyboard came to the field with this key."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: str, label: str, text: str, proposal: str) -> None:
        super().__init__()
        self.key = key
        self._label = label
        self._first = text
        self._proposal = proposal

    def compose(self) -> ComposeResult:
        """Put the label before the input."""
        yield Static(Content(clean(self._label)))
        yield FieldInput(shown(self._first), shown(self._proposal))

    @property
    def input(self) -> FieldInput:
        """Where one types."""
        return self.query_one(FieldInput)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self.key, event.value))

    def on_descendant_focus(self, event: Focus) -> None:
        """Mark the label of the field that has the keyboard."""
        del event
        self.add_class("-here")
        self.post_message(self.Entered(self.key))

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self.remove_class("-here")
