"""Text fitted to terminal cells: cut, padded and wrapped, wide characters counted as two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from ...widgets.cells import clip, cut
from ...widgets.glyphs import ELLIPSIS


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Cut or pad text to exactly `width` cells."""
    shown = clip(text, width)
    blank = " " * (width - cell_len(shown))
    return blank + shown if right else shown + blank


def fitted_middle(text: str, width: int) -> str:
    """Cut text behind its middle, or pad it, to exactly `width` cells: both ends tell ids apart."""
    if cell_len(text) <= width:
        return fitted(text, width)
    start = text[: cut(text, width * 3 // 5)]
    room = width - cell_len(start) - cell_len(ELLIPSIS)
    end = next(text[at:] for at in range(len(text) + 1) if cell_len(text[at:]) <= room)
    return fitted(start + ELLIPSIS + end, width)


def wrapped(text: str, width: int | None) -> Iterator[str]:
    """Yield the lines of text, broken at blanks where they are wider than `width` cells."""
    for line in text.split("\n"):
        yield from [line] if width is None else _wrapped_line(line, max(width, 2))


def _wrapped_line(line: str, width: int) -> Iterator[str]:
    rest = line
    while cell_len(rest) > width:
        fits = cut(rest, width)
        blank = rest.rfind(" ", 1, fits + 1)
        end = blank if blank > 0 else fits
        yield rest[:end].rstrip(" ")
        rest = rest[end:].lstrip(" ")
    yield rest
