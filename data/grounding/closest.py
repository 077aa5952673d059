"""What a quote that is not in its source was probably meant to be, for the message that says so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from rapidfuzz import fuzz

from ..finding import Nearest
from ..folding import folded
from ..loading.paragraphs import Span
from .differing import differing
from .fold import fold
from .words import Haystack, words

_AROUND = 100  # characters on either side of a word by which places are compared
_END = 200  # characters of either end of a quote that say how far a passage reaches
_SLACK = 10  # characters by which words may have moved
_ANCHORS = 8  # words of the quote, rarest first, that say where to look
_PLACES = 200  # places of each of them
_NEARBY = 30  # characters in which the border of a passage is looked for
_COMPARED = 12  # stretches that most of them agree on
_ALIKE = 60.0  # per cent; a passage less alike would only confuse
_LONGEST_WORD = 200  # characters by which a passage grows to hold a word whole


def closest(text: str, haystack: Haystack, quote: str) -> Nearest | None:
    """Return the passage of a source most like `quote`, or None when none is; the cost is bounded.

    `haystack` is of `text`.
    """
    wanted = fold(quote).text.strip()
    inside = haystack.text.find(wanted) if words(wanted) else -1
    found = (inside, inside + len(wanted)) if inside >= 0 else _most_alike(haystack, wanted)
    if found is None:
        return None
    start, end = _whole_words(haystack, *found)
    starts = haystack.folded.starts
    passage = _one_line(text[starts[start] : starts[end]])
    return _nearest(_one_line(quote), passage, inside=inside >= 0)


def _nearest(wanted: str, found: str, *, inside: bool) -> Nearest:
    difference = "in that it breaks a word or number" if inside else _difference(wanted, found)
    return Nearest(wanted, found, *differing(wanted, found), difference)


def _difference(wanted: str, found: str) -> str:
    """Say in what alone two wordings differ, if it is one thing of the table."""
    one, other = fold(wanted).text, fold(found).text
    return next((told for told, form in _FORMS if form(one) == form(other)), "")


def _without(pattern: str) -> Callable[[str], str]:
    unwanted = re.compile(pattern)
    return lambda text: unwanted.sub("", text)


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(each for each in apart if unicodedata.category(each) != "Mn")


_FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("in case", str.casefold),
    ("in accents", _without_accents),
    ("in the form of its characters", lambda text: unicodedata.normalize("NFKC", text)),
    ("in spacing", _without(r"\s+")),
    ("in punctuation or signs", _without(r"[^\w\s]+")),
)


def _most_alike(haystack: Haystack, wanted: str) -> Span | None:
    """Return the stretch of the folded text that is most like the quote, if it is enough."""
    anchors = _anchors(haystack, wanted)
    key = folded(wanted)
    for start, _ in anchors:
        if folded(haystack.text[max(0, start) : start + len(wanted)]) == key:
            return max(0, start), start + len(wanted)
    score, place = max((_scored(haystack, wanted, *anchor) for anchor in anchors), default=(0.0, 0))
    margin = len(wanted) // 4 + _SLACK
    head, tail = wanted[:_END], wanted[-_END:]
    first = _aligned(haystack, head, -place, margin)
    last = _aligned(haystack, tail, len(wanted) - len(tail) - place, margin)
    if min(score, first[0], last[0]) < _ALIKE:
        return None
    return _fitted(haystack, wanted, first[1], max(first[2], last[2]))


def _scored(haystack: Haystack, wanted: str, start: int, offset: int) -> tuple[float, int]:
    """Return how alike the text around one word of the quote is, and minus where the quote begins.

    Of two that are equally alike the first is then the greater.
    """
    before = min(offset, _AROUND)
    part = wanted[offset - before : offset + _AROUND]
    score, found, _ = _aligned(haystack, part, start + offset - before, _SLACK)
    return score, offset - before - found


def _aligned(haystack: Haystack, part: str, place: int, margin: int) -> tuple[float, int, int]:
    """Return how alike the best stretch near a place is, in per cent, and where it lies."""
    first = max(0, place - margin)
    found = fuzz.partial_ratio_alignment(
        part, haystack.text[first : max(0, place + len(part) + margin)]
    )
    return (found.score, first + found.dest_start, first + found.dest_end) if found else (0.0, 0, 0)


def _anchors(haystack: Haystack, wanted: str) -> list[tuple[int, int]]:
    """Return where the quote would begin, and by which word of it: most of its rarest words agree.

    A word counts in any case and with any accents, so that a quote which differs in those is met.
    """
    found = [(haystack.alike(folded(word), _PLACES), offset) for word, offset in words(wanted)]
    rarest = sorted((each for each in found if each[0]), key=lambda each: len(each[0]))[:_ANCHORS]
    votes = Counter[int]()
    first: dict[int, tuple[int, int]] = {}
    stretch = max(len(wanted) // 4, 20)
    for places, offset in rarest:
        for place in places:
            near = (place - offset) // stretch
            votes.update({near: 1 / len(places), near + 1: 1 / len(places)})
            for each in (near, near + 1):
                first.setdefault(each, (place - offset, offset))
    return [first[near] for near, _ in votes.most_common(_COMPARED)]


def _fitted(haystack: Haystack, wanted: str, start: int, end: int) -> Span:
    """Move either end to that border of a word nearby where the passage is most like the quote."""
    text = haystack.text

    def of_end(border: int) -> tuple[float, int]:
        return fuzz.ratio(wanted, text[start:border]), -abs(border - end)

    end = max(_borders(haystack, end), key=of_end, default=end)

    def of_start(border: int) -> tuple[float, int]:
        return fuzz.ratio(wanted, text[border:end]), -abs(border - start)

    return max(_borders(haystack, start), key=of_start, default=start), end


def _borders(haystack: Haystack, place: int) -> list[int]:
    around = range(max(0, place - _NEARBY), min(len(haystack.text), place + _NEARBY) + 1)
    return [border for border in around if not haystack.splits(border)]


def _whole_words(haystack: Haystack, start: int, end: int) -> Span:
    """Widen a stretch of the folded text until it breaks no word, without blanks around it."""
    for _ in range(_LONGEST_WORD):
        start -= haystack.splits(start)
        end += haystack.splits(end)
    while start < end and haystack.text[start] == " ":
        start += 1
    while start < end and haystack.text[end - 1] == " ":
        end -= 1
    return start, end


def _one_line(text: str) -> str:
    return " ".join(text.split())
