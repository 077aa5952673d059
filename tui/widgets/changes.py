"""How much of a drawn line has to be sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual.strip import Strip

# Terminals disagree on the width of joined emoji, so a line with one is always sent whole.
_UNSURE = ("\u200d", "\ufe0f")


def changed_width(old: Strip, new: Strip) -> int:
    """Count the cells from the left up to the last one that differs; 0 when none does.

    The start needs no count: Textual sends a line from its beginning in any case.
    """
    if old == new:
        return 0
    width = new.cell_length
    if old.cell_length != width or any(sign in old.text + new.text for sign in _UNSURE):
        return width
    pairs = enumerate(zip(_from_right(old), _from_right(new), strict=False))
    return next((width - same for same, (before, after) in pairs if before != after), width)


def _from_right(strip: Strip) -> Iterator[tuple[str, int, Style | None]]:
    """Give what stands in each cell: the character, which of its cells it is, the style."""
    for text, style, _ in reversed(list(strip)):
        for start, end, cells in reversed(split_graphemes(text)[0]):
            for part in reversed(range(cells)):
                yield text[start:end], part, style
