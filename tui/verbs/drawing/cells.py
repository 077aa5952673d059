"""Text fitted to terminal cells: cut, padded and wrapped, wide characters counted as two."""

from __future__ import annotations

from collections.abc import Iterator

from ...widgets.glyphs import ELLIPSIS

ONE_CELL = frozenset(
    (
        *map(chr, range(0x20, 0x7F)),
        *map(chr, range(0xAE, 0x250)),
        *"\xa0£§©«“”‘’‹›–—…•≈≠≤≥€✓",
    )
)
"""Characters that stand in one cell by any table, as in most texts all do."""


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    if ONE_CELL.issuperset(text):
        return len(text)
    # Loaded here because its tables take longer to load than most answers to draw.
    from rich.cells import cell_len as measured  # noqa: PLC0415

    return measured(text)


def clip(text: str, width: int) -> str:
    """Shorten text to width cells, ending in an ellipsis when something was cut."""
    if cell_len(text) <= width:
        return text
    return text[: cut(text, width - 1)] + ELLIPSIS if width > 0 else ""


def cut(text: str, width: int) -> int:
    """Count the code points of the longest start of text that fits into width cells."""
    if ONE_CELL.issuperset(text):
        return max(0, min(width, len(text)))
    # Loaded here for the same reason.
    from ...widgets.cells import cut as measured  # noqa: PLC0415

    return measured(text, width)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Cut or pad text to exactly `width` cells."""
    shown, taken = text, cell_len(text)
    if taken > width:
        shown = clip(text, width)
        taken = cell_len(shown)
    blank = " " * (width - taken)
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
