"""An empty Textual app, the least that a program on the framework can be: one line of text.

Run as a file: what is measured is the framework, and not how Python finds a module.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "nothing here"
"""What its screen shows."""


class EmptyApp(App[None]):
    """One text on a screen, and nothing of the framework switched off or on."""

    def compose(self) -> ComposeResult:
        """Show the text."""
        yield Static(WORDS)


if __name__ == "__main__":
    EmptyApp().run()
