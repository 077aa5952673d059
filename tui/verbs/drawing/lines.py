"""Lines of text for people, and text set below a lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass

from .cells import cell_len, wrapped

if TYPE_CHECKING:
    from ...diagnostic import Drawn

READABLE = 100
"""Cells beyond which running text is hard to follow."""

NARROWEST = 12
"""Cells that text gets, even where that is too much."""

GAP = "  "
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and whether it is a heading; or one of `pieces` in roles of their own."""

    text: str
    bold: bool = False
    pieces: Drawn = ()


def text_lines(text: str, lead: str, width: int | None) -> Iterator[Line]:
    """Yield text behind `lead`, wrapped below itself."""
    room = None if width is None else max(min(width, READABLE) - cell_len(lead), NARROWEST)
    for line in wrapped(text, room):
        yield Line((lead + line).rstrip())
        lead = " " * cell_len(lead)
