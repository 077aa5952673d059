"""Text for terminals that know nothing but ASCII: every character becomes one of the same width."""

from __future__ import annotations

import unicodedata

from rich.cells import get_character_cell_size

_SIGNS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
        "…": ".", "⋯": "~", "·": "-", "•": "*", "¶": "#", "×": "x", "÷": "/", "ƒ": "f",
        "≈": "~", "≤": "<", "≥": ">", "✓": "+", "✕": "x", "●": "*", "○": "o",
        "↓": "v", "↑": "^", "↘": "\\", "←": "<", "→": ">", "⇠": "<", "⇢": ">", "┄": ":",
        "▾": "v", "▸": ">", "◂": "<", "›": ">", "⏎": "<", "⌫": "<", "▌": ">", "▐": "|", "─": "-",
        "€": "E", "£": "L", "¥": "Y", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip


def to_ascii(text: str) -> str:
    """Replace what is no ASCII: signs by their like, letters by their base, the rest by `?`."""
    if text.isascii():
        return text
    return "".join(_plain(character) for character in text.translate(_SIGNS))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    width = get_character_cell_size(character)
    return base if base.isascii() and width == 1 else "?" * width
