"""Which of several figures is the newest."""

from __future__ import annotations

from scale_explorer.models.dates import bounds
from scale_explorer.models.figure import Around, Figure


def newness(figure: Figure) -> str:
    """Return a text that sorts figures from old to new; after a deal is newer than before it."""
    if isinstance(figure.period, Around):
        return "0" if figure.period.before else "9"
    return (bounds(figure.period).last or "8") if figure.period else ""
