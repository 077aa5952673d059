"""An app that follows a link as soon as it runs: ours, or with `plain` one of Textual alone."""

from __future__ import annotations

import sys

from textual.app import App

from scale_explorer.tui.terminal.plain_lines import PlainLines

HOSTILE = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    "-o hack",
    "https://x.test/\x1b]0;owned\x07",
)


def follow(app: App[None]) -> None:
    """Open all links and leave."""
    for url in HOSTILE:
        app.open_url(url)
    app.set_timer(0.5, app.exit)


class Ours(PlainLines):
    """What the app and the list to pick from are built on."""

    def on_mount(self) -> None:
        """Follow links."""
        follow(self)


class Plain(App[None]):
    """An app of Textual alone."""

    def on_mount(self) -> None:
        """Follow links."""
        follow(self)


if __name__ == "__main__":
    (Plain() if "plain" in sys.argv else Ours()).run()
