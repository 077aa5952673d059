"""A line as the fewest runs of one style, since every change of style costs bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment

from .rows import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from .palette import Palette


_JOINS = frozenset("\u200d\ufe0f")
"""What makes one character of two, or a wide one of a narrow one."""


def fitted(segments: Iterable[Segment], width: int, palette: Palette) -> list[Segment]:
    """Pad or cut a line to exactly `width` cells and join what looks the same."""
    plain = palette.tones[Tone.PLAIN]
    line = _mended(segments)
    missing = width - sum(cell_len(segment.text) for segment in line)
    if missing < 0:
        line = Segment.adjust_line_length(line, width, plain)
    elif missing:
        line.append(Segment(" " * missing, plain))
    return list(Segment.simplify(_with_shared_blanks(line)))


def _mended(line: Iterable[Segment]) -> list[Segment]:
    """Give a character that two runs share to the first: its width is that of the whole."""
    mended: list[Segment] = []
    for text, style, _ in line:
        rest = text
        if mended and text and (mended[-1].text[-1] in _JOINS or text[0] in _JOINS):
            before = mended[-1]
            whole = before.text + text
            cut = next(end for _, end, _ in split_graphemes(whole)[0] if end >= len(before.text))
            mended[-1], rest = Segment(whole[:cut], before.style), whole[cut:]
        if rest:
            mended.append(Segment(rest, style))
    return mended


def _with_shared_blanks(line: list[Segment]) -> list[Segment]:
    """Give blanks the style of the text before them, or at the start after, where none can tell."""
    shared: list[Segment] = []
    for segment in line:
        shared.append(_blank_like(shared[-1], segment) if shared else segment)
    if len(shared) > 1:
        shared[0] = _blank_like(shared[1], shared[0])
    return shared


def _blank_like(neighbour: Segment, segment: Segment) -> Segment:
    if not segment.text.isspace() or not _alike_when_blank(neighbour.style, segment.style):
        return segment
    return Segment(segment.text, neighbour.style)


@lru_cache(maxsize=1024)
def _alike_when_blank(one: Style | None, other: Style | None) -> bool:
    if one is None or other is None:
        return False
    return one.bgcolor == other.bgcolor and not (_marks_blanks(one) or _marks_blanks(other))


def _marks_blanks(style: Style) -> bool:
    return bool(style.reverse or style.underline or style.underline2 or style.strike)
