"""Text measured and cut in terminal cells, never in the middle of a character."""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

from .glyphs import ELLIPSIS

# Tabs and other controls, line separators and lone surrogates: their width is not known, so they
# would push the rest of a line out of place.
_UNMEASURED = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
# A joiner or emoji selector with nothing to join would take hold of what is drawn beside the text.
_DANGLING = r"(?<![^\s\u200d])[\u200d\ufe0f]|\u200d(?![^\s\u200d])"
# Neither is compiled before such a text comes.


def visible(text: str) -> str:
    """Replace what has no known width: a tab by a space, the rest by U+FFFD; the length stays."""
    if text.isprintable() and "\ufe0f" not in text:
        return text
    measured = re.sub(_UNMEASURED, "\ufffd", text.replace("\t", " "))
    return re.sub(_DANGLING, "\ufffd", measured)


def cut(text: str, width: int) -> int:
    """Count the code points of the longest start of text that fits into width cells."""
    if text.isascii() and text.isprintable():  # a cell each, which needs no closer look
        return max(0, min(width, len(text)))
    used = 0
    for start, _, cells in split_graphemes(text)[0]:
        used += cells
        if used > width:
            return start
    return len(text)


def clip(text: str, width: int) -> str:
    """Shorten text to width cells, ending in an ellipsis when something was cut."""
    if cell_len(text) <= width:
        return text
    return text[: cut(text, width - 1)] + ELLIPSIS if width > 0 else ""
