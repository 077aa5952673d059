"""Much text at once was pasted, whether the terminal says so or not.

Nobody types a line of text within a moment. Serial lines, GNU screen and old terminals mark no
paste; taken as keys, one of thousands of characters would be edited in one by one, and outside of a
line that one types in it would be commands. Many times the same key is one that was held while the
line stood still.
"""

from __future__ import annotations

import re

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""How a terminal marks what is pasted (xterm, "Bracketed Paste Mode")."""

_TEXT = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_MANY = 128
"""Characters read at once that no person types."""
_DIFFERENT = 8
"""Different ones among them; keys that are held are fewer."""
_SOON = 0.1
"""Seconds within which more of the same paste comes."""


class Bursts:
    """Marks what was pasted in what is read at once; times are seconds that never run back."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def marked(self, text: str, now: float) -> str:
        """Return what was read, as a paste where it is one."""
        goes_on = now - self._last < _SOON
        if not _TEXT.fullmatch(text) or not (goes_on or _is_much(text)):
            return text
        self._last = now
        return f"{PASTE_BEGINS}{text}{PASTE_ENDS}"


def _is_much(text: str) -> bool:
    return len(text) >= _MANY and len(set(text)) >= _DIFFERENT
