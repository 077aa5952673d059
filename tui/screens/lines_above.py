"""Words that need more than the bottom line: they lie over the panes, just above it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class LinesAbove(Static):
    """Takes no room where nothing is told."""

    DEFAULT_CSS = """
    LinesAbove {
        display: none; layer: above; dock: bottom; margin: 0 0 1 0; width: 1fr; height: auto;
        padding: 0 1; background: $panel; color: $foreground;
    }
    """

    def tell(self, words: str) -> None:
        """Show the words in as many lines as they need, or go away when there are none."""
        self.display = bool(words)
        if words:
            self.update(Content(words))
