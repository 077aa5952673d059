"""The one message that panes send: what they ask of the state."""

from __future__ import annotations

from textual.message import Message

from .state import Intent


class Requested(Message):
    """A pane asks for a change of what one looks at."""

    def __init__(self, intent: Intent) -> None:
        super().__init__()
        self.intent = intent
