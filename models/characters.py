"""What each character is to a terminal: plain, laid over another, joining two, or unsafe.

The classes are those of the Unicode Character Database as Python has it (`unicodedata`); where a
rule comes from elsewhere, it stands beside it.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from functools import lru_cache

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""Shown for a character that is invisible or unsafe and has no picture of its own."""

ZWNJ, ZWJ = "\u200c", "\u200d"
MONGOLIAN_SEPARATOR = "\u180e"
KEYCAP = "\u20e3"
EMOJI_SELECTOR = "\ufe0f"
BLACK_FLAG = "\N{WAVING BLACK FLAG}"


class Sort(Enum):
    """What has to be looked at before a character is shown."""

    PLAIN = auto()
    """Nothing: it is safe wherever it stands and however often."""
    BREAK = auto()
    """It ends a line or jumps to a column."""
    MARK = auto()
    """It is drawn over or under the character before it."""
    SPACING_MARK = auto()
    """It is drawn beside the character before it, in a cell that programs count differently."""
    JAMO = auto()
    """It goes into one block with the Korean letter before it."""
    SKIN_TONE = auto()
    SELECTOR = auto()
    """It chooses a form of the character before it."""
    JOINER = auto()
    """It joins or parts its neighbours, and draws nothing."""
    TAG = auto()
    """It is an invisible letter; those behind a black flag name the flag."""
    UNSAFE = auto()
    """A terminal would obey it, or nobody would see it."""


_LINE_BREAKS = frozenset("\n\r\t\v\f\x85\u2028\u2029")
_PICTURES = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"

# Letters, marks and signs that draw nothing: they would make two different names look alike.
_BLANK_LETTERS = frozenset({
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x1D159,
})  # fmt: skip

# Prepended_Concatenation_Mark: of category Cf, but drawn, such as the Arabic number sign.
_VISIBLE_FORMATS = frozenset({
    *range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD,
})  # fmt: skip


def _is_reserved_picture(code: int) -> bool:
    """Say whether only an emoji or an ideograph can ever be put here (UAX 44, UTS 51).

    Those that are newer than Python's tables are unassigned to it, and yet in people's names.
    """
    return 0x1F000 <= code <= 0x1FAFF or (0x20000 <= code <= 0x3FFFF and code & 0xFFFE != 0xFFFE)


def _is_hidden(character: str) -> bool:
    code = ord(character)
    match unicodedata.category(character):
        case "Cc" | "Cs" | "Zl" | "Zp":
            return True
        case "Cf":
            return code not in _VISIBLE_FORMATS
        case "Cn":
            return not _is_reserved_picture(code)
        case _:
            return code in _BLANK_LETTERS


@lru_cache(maxsize=1 << 14)
def stand_in(character: str) -> str:
    """Return what stands for a character that cannot be shown: its picture, or `STAND_IN`."""
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    return _DELETE_PICTURE if code == 0x7F else STAND_IN


@lru_cache(maxsize=1 << 14)
def sort_of(character: str) -> Sort:  # noqa: PLR0911 - one way for each sort
    """Return what a character is."""
    if character in _LINE_BREAKS:
        return Sort.BREAK
    if character in {ZWNJ, ZWJ, MONGOLIAN_SEPARATOR}:
        return Sort.JOINER
    if is_selector(character):
        return Sort.SELECTOR
    code = ord(character)
    if 0xE0020 <= code <= 0xE007F:
        return Sort.TAG
    if _is_hidden(character):
        return Sort.UNSAFE
    if 0x1F3FB <= code <= 0x1F3FF:
        return Sort.SKIN_TONE
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return Sort.JAMO
    marks = {"Mn": Sort.MARK, "Me": Sort.MARK, "Mc": Sort.SPACING_MARK}
    return marks.get(unicodedata.category(character), Sort.PLAIN)


def is_selector(character: str) -> bool:
    """Say whether a character chooses a form of the one before it, such as text or emoji."""
    code = ord(character)
    return (
        0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or (0x180B <= code <= 0x180F and character != MONGOLIAN_SEPARATOR)
    )


_SIGNS = frozenset({"So", "Sm", "Sk", "Po", "Pd"})
_WITH_FIRST_FORM = ("MYANMAR", "PHAGS-PA", "MANICHAEAN")


def takes_selector(base: str, selector: str, after: str) -> bool:
    """Say whether a base has forms to choose from: signs, ideographs, letters of a few scripts.

    A digit has only that of a keycap (StandardizedVariants.txt, emoji-variation-sequences.txt).
    """
    name = unicodedata.name(base, "")
    if "\u180b" <= selector <= "\u180f":
        return name.startswith("MONGOLIAN")
    if base in "0123456789#*":
        return selector == EMOJI_SELECTOR and after == KEYCAP
    if name.startswith("CJK"):
        return True
    if selector > EMOJI_SELECTOR:
        return False
    if unicodedata.category(base) in _SIGNS:
        return base != STAND_IN
    return selector == "\ufe00" and name.startswith(_WITH_FIRST_FORM)


@lru_cache(maxsize=4096)
def is_emoji(character: str) -> bool:
    """Say whether a character may be part of a picture of several, such as a family."""
    if not character or "\u2400" <= character <= "\u243f" or character == STAND_IN:
        return False
    code = ord(character)
    if unicodedata.category(character) == "So":
        return code >= 0x2190
    # Arrows join a face in newer emoji, and the last of these is newer than Python's tables.
    return code == 0x2194 or (0x1F000 <= code <= 0x1FAFF and code not in range(0x1F3FB, 0x1F400))


_JOINING_SCRIPTS = (
    "ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI",
    "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER",
)  # fmt: skip


@lru_cache(maxsize=4096)
def joins_in_words(character: str) -> bool:
    """Say whether a character's script needs joiners, by the first word of its Unicode name."""
    return bool(character) and unicodedata.name(character, "").startswith(_JOINING_SCRIPTS)


def is_virama(character: str) -> bool:
    """Say whether a character takes a consonant's vowel; a joiner may follow (RFC 5892, A.1)."""
    return bool(character) and unicodedata.combining(character) == 9


def is_hangul(character: str) -> bool:
    """Say whether a character is a Korean letter or syllable that others can be put to."""
    return (
        "\u1100" <= character <= "\u11ff"
        or "\ua960" <= character <= "\ua97c"
        or ("\uac00" <= character <= "\ud7ff")
    )
