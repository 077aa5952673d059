"""What lies over all else where there is no room for the panes: how much room they need."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

NEEDED = Size(40, 12)
"""Columns and rows from which the panes can be used."""


class TooSmall(Static):
    """Covers the screen, so that whatever else is shown or hidden there is no matter.

    It comes and goes before the screen is laid out for another size. A class would
    come into force only after that, and the panes be seen for a moment.
    """

    DEFAULT_CSS = """
    TooSmall {
        display: none; layer: cover; width: 100%; height: 100%;
        background: $background; color: $foreground;
    }
    """

    def tell(self, quit_key: str) -> None:
        """Say what is needed, and which key quits."""
        columns, rows = NEEDED
        needs = f"scale-explorer needs {columns} columns and {rows} rows."
        self.update(Content(f"{needs}\n{quit_key} quits."))


def is_too_small(size: Size) -> bool:
    """Say whether the panes find no room on a screen of a size."""
    return size.width < NEEDED.width or size.height < NEEDED.height
