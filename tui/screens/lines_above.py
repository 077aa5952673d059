"""Words that need more than the bottom line: they lie over the panes, just above it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class LinesAbove(Static):
    """Takes no room where nothing is told."""

    def tell(self, words: str) -> None:
        """Show the words in as many lines as they need, or go away when there are none."""
        self.display = bool(words)
        if words:
            self.update(Content(words))
