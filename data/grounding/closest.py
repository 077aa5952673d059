"""What a quote that is not in its source was probably meant to be, for the message that says so."""

from __future__ import annotations

from rapidfuzz import fuzz

from .fold import fold
from .words import Haystack, words

_QUOTE = 200  # characters of the quote that are compared
_ANCHORS = 4  # words of the quote, rarest first, around which to look
_PLACES = 8  # places of each of them
_ALIKE = 60.0  # per cent; a passage less alike would only confuse


def closest(haystack: Haystack, quote: str) -> str:
    """Return the passage most like `quote`, or nothing when none is; the cost is bounded."""
    wanted = fold(quote).text.strip()[:_QUOTE]
    passages = (_passage(haystack.text, place, wanted) for place in _anchors(haystack, wanted))
    score, best = max(passages, default=(0.0, ""))
    return best if score >= _ALIKE else ""


def _anchors(haystack: Haystack, wanted: str) -> set[int]:
    """Return where the quote would begin if one of its rarest words stood where the text has it."""
    found = [(haystack.places(word), offset) for word, offset in words(wanted)]
    rarest = sorted((each for each in found if each[0]), key=lambda each: len(each[0]))[:_ANCHORS]
    return {max(0, place - offset) for places, offset in rarest for place in places[:_PLACES]}


def _passage(text: str, start: int, wanted: str) -> tuple[float, str]:
    """Return how alike the best stretch around `start` is, in per cent, and the stretch."""
    margin = len(wanted) // 2 + 10
    window = text[max(0, start - margin) : start + len(wanted) + margin]
    found = fuzz.partial_ratio_alignment(wanted, window)
    if found is None:
        return 0.0, ""
    return found.score, _whole_words(window, found.dest_start, found.dest_end)


def _whole_words(window: str, start: int, end: int) -> str:
    """Widen a stretch to the blanks around it."""
    before = window.rfind(" ", 0, start + 1) + 1
    after = window.find(" ", max(end - 1, 0))
    return window[before : after if after >= 0 else len(window)].strip()
