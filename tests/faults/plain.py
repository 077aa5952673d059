"""A plain Textual app, which the faults get the better of; so the checks are seen to see them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

LOOKS = tuple(
    Content.from_markup(f"The plain app is up {sign}\n" + f"[bold red]{sign}[/] [green]y[/] " * 500)
    for sign in "xz"
)
"""Much to send and little to think about, so that a busy machine draws it often enough too."""


class PlainApp(App[None]):
    """Counts `down` in the file that COUNTED names, and draws all the time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "quit", "Quit"),
        ("down", "count", "Count"),
        ("w", "fail", "Fail"),
    ]
    counted = 0
    ticks = 0

    def compose(self) -> ComposeResult:
        yield Static("The plain app is up", id="words")

    def on_mount(self) -> None:
        self.set_interval(0.03, self.refresh_words)

    def refresh_words(self) -> None:
        self.ticks += 1
        words = self.query_one("#words", Static)
        words.update(LOOKS[self.ticks % 2])

    def action_count(self) -> None:
        self.counted += 1
        Path(os.environ["COUNTED"]).write_text(str(self.counted), encoding="ascii")

    def action_fail(self) -> None:
        planted = "pass" + "word-1234"
        raise KeyError(len(planted))


if __name__ == "__main__":
    plain = PlainApp()
    plain.run()
    sys.exit(plain.return_code)
