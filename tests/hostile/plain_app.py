"""A plain app of Textual that shows the payloads as most apps would: the twin that must fail."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import DataTable, Static


class PlainApp(App[None]):
    """Shows texts in a Static and in a DataTable, as Content, so that no markup is read."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        """Show what is obeyed nowhere but in the terminal itself."""
        yield Static(Content("shown"))
        for text in self._texts:
            yield Static(Content(text))
        yield DataTable[Content](id="table")

    def on_mount(self) -> None:
        """Fill the table."""
        table = cast("DataTable[Content]", self.query_one("#table"))
        table.add_columns("name")
        for text in self._texts:
            table.add_row(Content(text))

    def on_key(self) -> None:
        """Leave at any key."""
        self.exit()


if __name__ == "__main__":
    PlainApp(json.loads(Path(sys.argv[1]).read_text())).run()
