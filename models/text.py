"""What is safe to show: every string that enters the models passes `clean`.

A control, bidi or zero-width character never stays as it is, because a terminal would obey it, or
two names that differ would look alike. Each becomes one visible stand-in, so that places counted in
code points stay true; only floods of combining marks are cut. Joiners and variation selectors stay
where writing needs them. Letters, words and digits are never changed or reordered.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""Shown for a character that is invisible or unsafe and has no picture of its own."""

MARKS_PER_BASE = 4
"""Combining marks kept on one letter; real orthographies need no more."""

_PICTURES = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"
_ZWNJ, _ZWJ = "\u200c", "\u200d"
_JOINING_SCRIPTS = (
    "ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI",
    "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
)  # fmt: skip
"""Scripts whose spelling needs joiners, by the first word of their characters' Unicode names."""
_LINE_BREAKS = frozenset("\n\r\t\v\f\x85\u2028\u2029")


def clean(text: str, *, multiline: bool = False) -> str:
    """Return `text` with every unsafe character replaced by a visible stand-in.

    Line breaks and tabs become spaces; with `multiline` the line feed stays.
    """
    kept = "\n" if multiline else ""
    if all(character in kept or _is_plain(character) for character in set(text)):
        return text
    shown = "".join(
        character if character in kept else _shown(character, text, place)
        for place, character in enumerate(text)
    )
    return _thin_marks(shown)


@lru_cache(maxsize=4096)
def _is_plain(character: str) -> bool:
    """Say whether a character is safe wherever it stands and however often."""
    return character == _shown(character, character, 0) and not unicodedata.combining(character)


def _shown(character: str, text: str, place: int) -> str:
    if character in _LINE_BREAKS:
        return " "
    if character in {_ZWNJ, _ZWJ}:
        return character if _joins(text, place) else STAND_IN
    if _is_selector(character):
        return character if _takes_selector(text[place - 1 : place]) else STAND_IN
    return _stand_in(character)


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    """Map one character to itself when it is safe, else to what stands for it."""
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}:
        return STAND_IN
    return STAND_IN if code in _BLANK_LETTERS else character


# Letters and marks that draw nothing: they would make two different names look alike.
_BLANK_LETTERS = frozenset({
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0,
})  # fmt: skip


def _is_selector(character: str) -> bool:
    """Say whether a character chooses a form of the one before it, such as text or emoji."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


_WITH_FORMS = frozenset({"So", "Sm", "Sk", "Po", "Pd", "Nd", "Lo"})


def _takes_selector(before: str) -> bool:
    """Say whether a character has forms to choose from: emoji, signs, digits and ideographs do."""
    return bool(before) and unicodedata.category(before) in _WITH_FORMS


def _joins(text: str, place: int) -> bool:
    """Say whether a joiner stands where writing needs it: among emoji, or in a joining script."""
    before = _base_before(text, place)
    after = text[place + 1 : place + 2]
    return bool(before) and bool(after) and _takes_joiner(before) and _takes_joiner(after)


def _base_before(text: str, place: int) -> str:
    """Return the nearest earlier character that is no variation selector or skin tone."""
    while place > 0:
        place -= 1
        if not (_is_selector(text[place]) or "\U0001f3fb" <= text[place] <= "\U0001f3ff"):
            return text[place]
    return ""


def _takes_joiner(character: str) -> bool:
    if unicodedata.category(character) == "So":
        return True
    return unicodedata.name(character, "").startswith(_JOINING_SCRIPTS)


def _thin_marks(text: str) -> str:
    """Drop combining marks beyond `MARKS_PER_BASE` in a row."""
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MARKS_PER_BASE:
            kept.append(character)
    return "".join(kept)
