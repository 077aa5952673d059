"""An app that follows a link as soon as it runs: ours, or with `plain` one of Textual alone."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from scale_explorer.tui.terminal.plain_lines import PlainLines

HOSTILE = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    "-o hack",
    "https://x.test/\x1b]0;owned\x07",
)


def follow(app: App[None]) -> None:
    """Open all links."""
    for url in HOSTILE:
        app.open_url(url)


class Ours(PlainLines):
    """What the app and the list to pick from are built on, with a line for what is told."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[str] = []

    def compose(self) -> ComposeResult:
        """Make room for what is told."""
        yield Static()

    def tell(self, words: str) -> None:
        """Add to what was told."""
        self._told.append(words)
        self.query_one(Static).update(Content("\n".join(self._told)))

    def on_mount(self) -> None:
        """Follow links."""
        follow(self)

    def on_key(self) -> None:
        """Leave when a key is pressed."""
        self.exit()


class Plain(App[None]):
    """An app of Textual alone, which leaves by itself."""

    def on_mount(self) -> None:
        """Follow links."""
        follow(self)
        self.set_timer(0.5, self.exit)


if __name__ == "__main__":
    (Plain() if "plain" in sys.argv else Ours()).run()
