"""Text in which what was looked for is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .palette import Palette
    from .rows import Highlights, Tone


def highlighted(
    text: str, tone: Tone, highlights: Highlights, palette: Palette
) -> Iterator[Segment]:
    """Draw a text of one tone with its highlights; what of them lies outside it is left out."""
    style = palette.tones[tone]
    done = 0
    for first, last in sorted(highlights):
        start, end = max(first, done), min(last, len(text))
        if start < end:
            yield Segment(text[done:start], style)
            yield Segment(text[start:end], style + palette.match)
            done = end
    yield Segment(text[done:], style)
