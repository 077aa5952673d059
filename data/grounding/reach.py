"""How much of a text is looked at around a place, so that no key waits for a long text."""

from __future__ import annotations

import unicodedata

from ..loading.paragraphs import Span

REACH = 3_000
"""Code points looked at to either side of a place; a paragraph is rarely half of it."""

_JOINERS = frozenset("\u00ad\u200c\u200d")
"""Soft hyphen and joiners: they stand in words and draw nothing."""


def within(text: str, place: int) -> int:
    """Return the place itself, or the end of the text it lies beyond."""
    return min(max(place, 0), len(text))


def continues(character: str) -> bool:
    """Say whether a character belongs to the one before: an accent, a vowel sign, a selector."""
    return character in _JOINERS or unicodedata.category(character)[0] == "M"


def paragraph_around(text: str, start: int, end: int) -> Span:
    """Return the paragraph that holds a stretch of text, blank at neither end, `REACH` at most.

    Of a stretch over several paragraphs it is all of them. A stretch of white space alone has none
    and is given back.
    """
    start, end = within(text, start), within(text, max(start, end))
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    first, last = _after_blank_line(text, low, start), _before_blank_line(text, end, high)
    words = text[first:last]
    if not words.strip():
        return start, end
    return first + len(words) - len(words.lstrip()), first + len(words.rstrip())


def _after_blank_line(text: str, low: int, place: int) -> int:
    """Return where the lines begin that no blank one parts from a place."""
    begin = _line_begin(text, low, place)
    while begin > low:
        before = _line_begin(text, low, begin - 1)
        if not text[before : begin - 1].strip():
            break
        begin = before
    while begin < place and continues(text[begin]):
        begin += 1
    return begin


def _line_begin(text: str, low: int, place: int) -> int:
    return max(low, text.rfind("\n", low, place) + 1)


def _before_blank_line(text: str, place: int, high: int) -> int:
    """Return where the lines end that no blank one parts from a place."""
    end = _line_end(text, place, high)
    while end < high:
        following = _line_end(text, end + 1, high)
        if not text[end + 1 : following].strip():
            break
        end = following
    while end > place and end < len(text) and continues(text[end]):
        end -= 1
    return end


def _line_end(text: str, place: int, high: int) -> int:
    found = text.find("\n", place, high)
    return high if found < 0 else found
