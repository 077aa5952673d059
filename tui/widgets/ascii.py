"""Text for terminals that know nothing but ASCII: every character becomes one of the same width."""

from __future__ import annotations

import unicodedata

from rich.cells import split_graphemes

SIGNS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
        "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "…": "_", "⋯": "_", "·": "-",
        "•": "*", "¶": "#", "×": "x", "÷": "/", "ƒ": "f", "≈": "~", "≠": "!", "≤": "<", "≥": ">",
        "✓": "+", "✕": "x", "◆": "*", "✦": "N",
        "∆": "^", "◐": "&", "◌": "@", "⊘": "0", "●": "*", "○": "o", "↓": "v", "↑": "^", "↘": "\\",
        "←": "<", "→": ">", "⇠": "{", "⇢": "}", "┄": ":", "▾": "-", "▸": "+", "◂": "<", "›": ">",
        "┊": ".", "▌": ">", "▐": "#", "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
        "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "►": ">", "◄": "<", "▲": "^", "▼": "v",
        "┌": "+", "┐": "+", "└": "+", "┘": "+",
        "█": "#", "▒": "=", "░": ".", "╌": ".",
        "━": "=", "┃": "|", "┏": "+", "┓": "+", "┗": "+", "┛": "+", "┠": "+", "┨": "+",
        "€": "E", "£": "L", "¥": "Y", "\u00a0": " ", "\u202f": " ",
        # Letters of Latin names that Unicode does not take apart into a base and a mark.
        "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Þ": "T",
        "þ": "t", "ß": "s", "ẞ": "S", "Æ": "A", "æ": "a", "Œ": "O", "œ": "o", "ı": "i", "ħ": "h",
        "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ĸ": "k", "Ə": "A", "ə": "a",
    }
)  # fmt: skip


def to_ascii(text: str) -> str:
    """Replace what is no ASCII: signs by their like, letters by their base, the rest by `?`."""
    if text.isascii():
        return text
    shown = text.replace("≤ ", "<=").replace("≥ ", ">=")
    # Measured as it was written: an emoji selector widens `#` and `*`, but not what they stand for.
    graphemes, _ = split_graphemes(shown)
    return "".join(_plain(shown[start:end], cells) for start, end, cells in graphemes)


def _plain(written: str, cells: int) -> str:
    """Write one character, marks and joined ones included, over exactly its cells."""
    grapheme = written.translate(SIGNS)
    if not grapheme.isascii():
        parts = unicodedata.normalize("NFKD", grapheme)
        is_letter = parts[0].isascii() and all(map(unicodedata.combining, parts[1:]))
        grapheme = parts[0] if is_letter and cells == 1 else "?"  # a half is no 1
    return grapheme.ljust(cells, grapheme)[:cells]
