"""A plain Textual app on the same records: a DataTable, and a Static that shows the chosen one.

python -m benchmarks.wire.plain_table RECORDS.csv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import DataTable, Static


class PlainTable(App[None]):
    """What one gets from the framework's own widgets, with one linked pane."""

    CSS = "DataTable { width: 1fr; } Static { width: 1fr; padding: 0 1; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, rows: list[dict[str, str]]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Put the text beside the table."""
        with Horizontal():
            yield DataTable[Content](cursor_type="row")
            yield Static(id="told")

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable[Content])
        table.add_columns(*self._rows[0])
        for row in self._rows:
            table.add_row(*map(Content, row.values()))

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Show the row that the cursor is on."""
        row = self._rows[event.cursor_row]
        told = "\n\n".join(f"{name}: {value}" for name, value in row.items())
        self.query_one("#told", Static).update(Content(told))


def main() -> None:
    """Open the records of a file."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        PlainTable(list(csv.DictReader(file))).run()


if __name__ == "__main__":
    main()
