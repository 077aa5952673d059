"""The paragraphs of a text: what stands between blank lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
"""Start and end in code points of a source's text."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return where each paragraph begins and ends, without the white space around it."""
    return tuple(_paragraphs(text))


def paragraph_at(spans: Sequence[Span], place: int) -> int:
    """Return the number, from 1, of the paragraph that holds `place`."""
    return max(1, bisect_right(spans, place, key=lambda span: span[0]))


def _paragraphs(text: str) -> Iterator[Span]:
    start = end = None
    place = 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip()) if start is None else start
            end = place + len(line.rstrip())
        elif start is not None and end is not None:
            yield start, end
            start = None
        place += len(line) + 1
    if start is not None and end is not None:
        yield start, end
