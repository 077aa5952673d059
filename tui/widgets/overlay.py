"""Changes to a drawn line that leave all else in its place: a label on it, a stretch inverted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style


def with_label(line: Iterable[Segment], start: int, label: Segment) -> list[Segment]:
    """Put a label over a line from a cell on; of a wide character that it halves a blank stays."""
    end = start + label.cell_length
    left: list[Segment] = []
    right: list[Segment] = []
    for first, last, (text, style, _) in _characters(line):
        if last <= start or first >= end:
            (left if last <= start else right).append(Segment(text, style))
        else:
            left.append(Segment(" " * (start - first), style))
            right.append(Segment(" " * (last - end), style))
    return [segment for segment in (*left, label, *right) if segment.text]


def inverted(line: Iterable[Segment], start: int, end: int) -> list[Segment]:
    """Exchange the colours of text and ground in the cells from start to end.

    A character that is partly in them is taken whole. What was inverted already is turned back.
    """
    return [
        Segment(text, _inverse(style) if first < end and last > start else style)
        for first, last, (text, style, _) in _characters(line)
    ]


def _characters(line: Iterable[Segment]) -> Iterator[tuple[int, int, Segment]]:
    """Give the characters of a line, each with its first cell and the one after its last."""
    last = 0
    for text, style, _ in line:
        for start, end, cells in split_graphemes(text)[0]:
            first, last = last, last + cells
            yield first, last, Segment(text[start:end], style)


def _inverse(style: Style | None) -> Style:
    style = style or Style.null()
    return style + Style(reverse=not style.reverse)
