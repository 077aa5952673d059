"""What stands above the bottom line as long as the files cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from scale_explorer.data.finding import Finding
from scale_explorer.models.text import clean

from ..widgets.lines import Span
from ..widgets.wrap import wrap

MOST = 3
"""Lines it takes at most; the list of findings has the rest."""
_LOW = 20
"""Rows of the screen below which it takes one line only."""


class FaultBar(Static):
    """Says what is wrong and where, and that the last good state is shown; else takes no room."""

    DEFAULT_CSS = """
    FaultBar { display: none; width: 1fr; padding: 0 1; background: $panel; color: $text-error; }
    """
    lines = 0

    def tell(self, findings: Sequence[Finding], key: str, width: int, height: int) -> None:
        """Show the first of the findings; `key` lists all."""
        self.display = bool(findings)
        self.lines = 0
        if findings:
            told = wrap((Span(clean(fault_words(findings, key))),), width - 2)
            shown = told[: MOST if height >= _LOW else 1]
            self.lines = self.styles.height = len(shown)
            self.update(Content("\n".join("".join(span.text for span in row) for row in shown)))


def fault_words(findings: Sequence[Finding], key: str) -> str:
    """Say where the first of the findings is, what it is, and what one sees meanwhile."""
    first = findings[0]
    place = f"{first.place.position.rpartition('/')[2]}: " if first.place else ""
    more = f" {len(findings) - 1} more." if len(findings) > 1 else ""
    message = first.message.splitlines()[0].rstrip(".")
    return f"✕ {place}{message}.{more} Shown is the last good state; {key} tells more."
