"""What a list shows beside its lines: where the window stands, and that there is nothing."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from .glyphs import THUMB
from .lines import Span
from .palette import Palette
from .rows import Tone
from .runs import fitted
from .wrap import wrap


def right_edge(top: int, height: int, lines: int, palette: Palette) -> list[Segment]:
    """Draw one sign a line: a thumb where a window of `height` stands in more lines than fit."""
    length = max(1, height * height // lines)
    start = round(top / (lines - height) * (height - length))
    thumb = Segment(THUMB, palette.thumb)
    blank = Segment(" ", palette.tones[Tone.PLAIN])
    return [thumb if start <= y < start + length else blank for y in range(height)]


def notice(text: str, width: int, height: int, palette: Palette) -> list[list[Segment]]:
    """Draw an empty window with a text in its middle, wrapped to the width."""
    rows = ["".join(span.text for span in row) for row in wrap((Span(text),), width)][:height]
    first = (height - len(rows)) // 2
    lines = [fitted((), width, palette) for _ in range(height)]
    for y, row in enumerate(rows, first):
        lead = " " * ((width - cell_len(row)) // 2)
        lines[y] = fitted([Segment(lead + row, palette.tones[Tone.DIM])], width, palette)
    return lines
