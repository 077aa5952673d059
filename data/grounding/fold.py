"""What a quote and its source may differ in: how a typesetter writes the same words.

`fold` is the one rule, and docs/data-format.md lists its tables. Folded are exactly

- Unicode NFC: a letter and its accent as one character or as two;
- the quote marks, dashes, spaces, ellipses and ligatures of the tables below;
- a run of white space, line breaks included, which counts as one space.

Never case, letters, digits, other signs or words: 10² is not 102, and "cut" is not "Cut".
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from scale_explorer.models.frozen import dataclass

QUOTE_MARKS = {
    "'": "‘’‚‛`´ʼ′‹›＇",
    '"': "“”„‟«»″〝〞＂",
}
DASHES = {"-": "‐‑‒–—―−﹘﹣－"}
SPACES = {
    " ": "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
}
ELLIPSES = {"…": "..."}
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_ONE_FOR_ONE = str.maketrans(
    {
        written: plain
        for table in (QUOTE_MARKS, DASHES, SPACES)
        for plain, forms in table.items()
        for written in forms
    }
)
_SPELT_OUT = ELLIPSES | LIGATURES
_CHANGED = re.compile(f"  +|[{''.join(_SPELT_OUT)}]")
_JOINED_LETTERS = (
    range(0x1160, 0x1200),  # Hangul vowels and final consonants
    range(0x16D63, 0x16D6B),  # Kirat Rai vowels
)
"""Letters that NFC makes one with the letter before, as it does marks."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` is where in the original its character `i` began.

    There is one start more than characters: the length of the original.
    """

    text: str
    starts: Sequence[int]


def fold(text: str) -> Folded:
    """Fold a text in linear time; folding it again changes nothing."""
    if unicodedata.is_normalized("NFC", text):
        folded = _set_plainly(text)
    else:
        composed = _composed(text)
        folded = _through(composed, _set_plainly(composed.text))
    if unicodedata.is_normalized("NFC", folded.text):
        return folded
    # A letter freed from a ligature has taken up the accent that followed.
    return _through(folded, fold(folded.text))


def _through(first: Folded, second: Folded) -> Folded:
    """Return what folding twice comes to, with the places of the original."""
    return Folded(second.text, array("L", (first.starts[place] for place in second.starts)))


def _set_plainly(text: str) -> Folded:
    """Apply the tables to a text in NFC, and make one space of each run of them."""
    plain = text.translate(_ONE_FOR_ONE)
    parts: list[str] = []
    starts = array("L")
    done = 0
    for change in _CHANGED.finditer(plain):
        begin, end = change.span()
        parts.append(plain[done:begin])
        starts.extend(range(done, begin))
        spelt = _SPELT_OUT.get(change.group(), " ")
        parts.append(spelt)
        starts.extend([begin] * len(spelt))
        done = end
    parts.append(plain[done:])
    starts.extend(range(done, len(plain) + 1))
    return Folded("".join(parts), starts)


def _composed(text: str) -> Folded:
    """Bring a text into NFC, letter by letter with its accents, to know where each came from."""
    parts: list[str] = []
    starts = array("L")
    for begin, end in _letters(text):
        letter = unicodedata.normalize("NFC", text[begin:end])
        parts.append(letter)
        starts.extend([begin] * len(letter))
    starts.append(len(text))
    return Folded("".join(parts), starts)


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each character together with the marks that belong to it."""
    begin = 0
    for place in range(1, len(text)):
        if not _joins_before(text[place]):
            yield begin, place
            begin = place
    if text:
        yield begin, len(text)


def _joins_before(character: str) -> bool:
    code = ord(character)
    joined = any(code in letters for letters in _JOINED_LETTERS)
    return joined or unicodedata.category(character)[0] == "M"
