"""The line of a file that a finding shows: safe, and no longer than one cares to read."""

from __future__ import annotations

from typing import Final

from scale_explorer.models.text import clean

from ..finding import Place
from .spots import Spot

LONGEST: Final = 240
"""Code points of a line that are shown."""
_BEFORE: Final = 80  # of them before what is meant
_MORE: Final = "…"


def place_at(path: str, line: str, spot: Spot) -> Place:
    """Return a place that shows its line, or a stretch of a very long one."""
    skipped, excerpt = _excerpt(line.rstrip("\r"), spot)
    return Place(path, spot.line, spot.start + 1, spot.end + 1, excerpt, skipped)


def _excerpt(line: str, spot: Spot) -> tuple[int, str]:
    """Return how much of a line is left out before its excerpt, and the excerpt.

    Cutting and cleaning take one character for another, so that columns stay true.
    """
    skipped = max(0, min(spot.start - _BEFORE, len(line) - LONGEST))
    shown = line[skipped : skipped + LONGEST]
    if skipped:
        shown = _MORE + shown[1:]
    if skipped + LONGEST < len(line):
        shown = shown[:-1] + _MORE
    return skipped, clean(shown)
