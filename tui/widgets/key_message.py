"""What a view of keyed entries tells its pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget


class KeyMessage(Message):
    """Something the user did to the entry of a key in a view."""

    def __init__(self, view: Widget, key: str) -> None:
        super().__init__()
        self.view = view
        self.key = key

    @property
    def control(self) -> Widget:
        """The view, so that handlers can select by it."""
        return self.view
