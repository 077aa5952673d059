"""Ids made of names and words: lower case ASCII letters and digits, with hyphens between words.

Forms, articles, new sets and CSV files all make them here, so that one name has one id.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters of an id that is made for somebody: more is no pleasure to type or read."""

_WORD = re.compile(r"[a-z0-9]+")
_READ = 1_000  # characters of a text that are looked at
# Letters that are no other letter with an accent, so that taking it away leaves nothing plain.
_LETTERS = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "ng", "ŧ": "t", "ə": "e",
    "&": " and ", "'": None, "’": None, "ʼ": None,
})  # fmt: skip
_INITIAL = re.compile(r"(?<![a-z0-9])([a-z])\.")  # "S.A." is one word, "booking.com" and "3.5" two


def words(text: str) -> list[str]:
    """Return the words of a text in lower case ASCII: `Zürich & Söhne` is `zurich and sohne`.

    What is written in another script has none.
    """
    return _WORD.findall(_INITIAL.sub(r"\1", _plain(text)))


def _plain(text: str) -> str:
    """Return the start of a text in lower case, with its letters as a to z where that is known."""
    small = unicodedata.normalize("NFKD", text[:_READ].casefold()).translate(_LETTERS)
    return "".join(each for each in small if not unicodedata.combining(each))


def slug(text: str) -> str:
    """Return the words of a text with hyphens between them, or nothing."""
    return "-".join(words(text))


def whole_slug(name: str) -> str:
    """Return the slug of a name, or nothing where that would leave a letter of it out."""
    if any(each.isalnum() and not each.isascii() for each in _plain(name)):
        return ""
    return slug(name)


def cut(text: str, longest: int = LONGEST) -> str:
    """Return a slug of at most so many characters, whole words if the first one is not longer."""
    if len(text) <= longest:
        return text
    before, hyphen, _ = text[: longest + 1].rpartition("-")
    return (before if hyphen else text[:longest]).strip("-")
