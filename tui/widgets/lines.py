"""What a passage of running text is: spans of one tone each, wrapped when they are shown."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from .rows import Highlights, Tone


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one tone; one with a key can be brought into view."""

    text: str
    tone: Tone = Tone.PLAIN
    key: str | None = None
    highlights: Highlights = ()


@dataclass(frozen=True, slots=True)
class MarginSign:
    """A sign of one cell, left of all rows that hold some of a stretch of a passage's text.

    `start` and `end` count its code points; of several signs of a row the weightiest is shown.
    """

    start: int
    end: int
    sign: str
    tone: Tone = Tone.DIM
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A passage that wraps under itself.

    The gutter stands left of its first row, the indent (in cells) left of all its rows. A passage
    with a key can be brought into view, and can hold the cursor where the view has one. The margin
    is a column of signs between gutter and text, in the order of their starts; None has no column.
    """

    spans: tuple[Span, ...] = ()
    key: str | None = None
    indent: int = 0
    gutter: str = ""
    margin: tuple[MarginSign, ...] | None = None


def bar(share: float, room: int) -> Line:
    """Draw how much of something is done, of 1, as wide as there is room."""
    done = round(room * share)
    return Line((Span("━" * done, Tone.ACCENT), Span("─" * (room - done), Tone.DIM)))
