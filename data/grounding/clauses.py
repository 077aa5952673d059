"""The word, the clause and the sentence at a place of a text, for selecting words to quote.

A word keeps its accents, apostrophes and hyphens, a number its sign and points: `AI’s`,
`self-driving`, `$14.8`, `49%`. In scripts without spaces each letter is a word. A clause is what
stands between commas, semicolons, colons, dashes and words such as "but" and "because", outside
quotation marks, and has three words at least. Places are code points in logical order, so that
wide letters and writing from the right need nothing of their own. Whatever is asked, no more than
`reach.REACH` is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..loading.paragraphs import Span
from .reach import REACH, continues, paragraph_around, within
from .sentences import sentences
from .words import is_unspaced

_CURRENCIES = frozenset("$€£¥₹₩₽₺")
_PER_CENT = frozenset("%‰")
_IN_WORDS = frozenset("'’-‐‑.")
_IN_NUMBERS = frozenset(".,'’")
_LONGEST_RUN = 400
"""Code points to either side in which the beginning and the end of a word are looked for."""
_SHORTEST = 3
"""Words of a clause; what is shorter says too little to be quoted by itself."""
_CUTS = frozenset(",;:，；：、،؛")
_DASHES = frozenset("–—―")
_OPENING, _CLOSING = "“„«‹「『(（[", "”“»›」』)）]"
_CONJUNCTIONS = frozenset({
    "although", "because", "but", "if", "since", "though", "unless", "until", "when", "whereas",
    "while", "aber", "denn", "nachdem", "obwohl", "sondern", "weil", "während", "mais",
    "lorsque", "tandis", "aunque", "mientras", "pero", "porque",
})  # fmt: skip
"""Words that begin a clause without a comma before them."""


def words_between(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the words of a stretch of text, in order; `start` should not be inside one."""
    place = start
    while place < end:
        stop = _word_end(text, place, end)
        if stop > place:
            yield place, stop
        place = max(stop, place + 1)


def _word_end(text: str, place: int, end: int) -> int:
    """Return the end of the word that begins at a place; the place itself where none does."""
    letter = text[place]
    if letter in _CURRENCIES and place + 1 < end and text[place + 1].isdigit():
        return _run_end(text, place + 1, end)
    if not letter.isalnum():
        return place
    if is_unspaced(letter):
        return _marks_end(text, place + 1, end)
    return _run_end(text, place, end)


def _marks_end(text: str, place: int, end: int) -> int:
    while place < end and continues(text[place]):
        place += 1
    return place


def _run_end(text: str, place: int, end: int) -> int:
    while place < end and (_goes_on(text[place]) or _joins(text, place, end)):
        place += 1
    ends_number = place < end and text[place] in _PER_CENT and text[place - 1].isdigit()
    return place + ends_number


def _goes_on(letter: str) -> bool:
    return (letter.isalnum() and not is_unspaced(letter)) or continues(letter)


def _joins(text: str, place: int, end: int) -> bool:
    """Say whether a sign stands between two letters or two digits of one word."""
    if not 0 < place < end - 1 or not _goes_on(text[place + 1]):
        return False
    between_digits = text[place - 1].isdigit() and text[place + 1].isdigit()
    return text[place] in (_IN_NUMBERS if between_digits else _IN_WORDS)


def word_at(text: str, place: int) -> Span:
    """Return the word at a place; on a sign the one before it, on white space the next one.

    Where there is none there, it is the nearest on the other side; of no word at all, the place.
    """
    place = within(text, place)
    on_sign = place < len(text) and not text[place].isspace()
    following, before = next_word(text, place), word_before(text, place + on_sign)
    if following and following[0] <= place:
        return following
    touches = before is not None and on_sign and " " not in text[before[1] : place]
    first, second = (before, following) if touches else (following, before)
    return first or second or (place, place)


def next_word(text: str, place: int) -> Span | None:
    """Return the first word that ends after a place, or None."""
    start = place
    while start < len(text) and start - place <= REACH:
        if text[start].isspace():
            start += 1
            continue
        low, high = _run_around(text, start)
        for word in words_between(text, low, high):
            if word[1] > place:
                return word
        start = max(high, start + 1)
    return None


def word_before(text: str, place: int) -> Span | None:
    """Return the last word that begins before a place, or None."""
    stop = place
    while stop > 0 and place - stop <= REACH:
        if text[stop - 1].isspace():
            stop -= 1
            continue
        low, high = _run_around(text, stop - 1)
        found = [word for word in words_between(text, low, high) if word[0] < place]
        if found:
            return found[-1]
        stop = min(low, stop - 1)
    return None


def _run_around(text: str, place: int) -> Span:
    """Return the run of what is no white space around a place, or the bounded part of it."""
    low, high = place, place
    while low > 0 and place - low < _LONGEST_RUN and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and high - place < _LONGEST_RUN and not text[high].isspace():
        high += 1
    while low < place and continues(text[low]):
        low += 1
    return low, max(high, min(place + 1, len(text)))


def sentences_around(text: str, start: int, end: int, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences that a stretch of text touches; none where it touches only blanks."""
    first, last = paragraph_around(text, start, end)
    found = ((a + first, b + first) for a, b in sentences(text[first:last], language))
    return tuple((a, b) for a, b in found if a < max(end, start + 1) and start < b)


def sentence_at(text: str, place: int, language: str = "en") -> Span:
    """Return the sentence at a place; between two of them the next word's, else the one before."""
    word = word_at(text, place)
    return next(iter(sentences_around(text, *word, language)), word)


def clause_at(text: str, place: int, language: str = "en") -> Span:
    """Return the clause at a place: a part of its sentence that can be quoted by itself."""
    sentence = sentence_at(text, place, language)
    word = word_at(text, place)
    found = (each for each in clauses(text, sentence) if each[0] <= word[0] < each[1])
    return next(found, sentence)


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence in order, without the signs that part them."""
    words = tuple(words_between(text, *sentence))
    if not words:
        return (sentence,)
    return tuple(
        (part[0][0], _with_stop(text, part[-1][1], sentence)) for part in _parts(text, words)
    )


def _with_stop(text: str, end: int, sentence: Span) -> int:
    """Return where a clause ends: the last of a sentence with the brackets and quotes behind it."""
    rest = text[end : sentence[1]]
    closers = len(rest) - len(rest.lstrip(_CLOSING + "\"'’"))
    return end + closers


def _parts(text: str, words: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield the words of each clause; a part with too few of them goes to the one before."""
    first = 0
    for number in _cuts(text, words):
        if number - first >= _SHORTEST and len(words) - number >= _SHORTEST:
            yield words[first:number]
            first = number
    yield words[first:]


def _cuts(text: str, words: Sequence[Span]) -> Iterator[int]:
    """Yield the numbers of the words that may begin a clause, outside quotation marks."""
    depth, straight = 0, False
    for number, ((_, end), (start, stop)) in enumerate(pairwise(words), start=1):
        between = text[end:start]
        depth = max(0, depth + _opened(between))
        straight ^= between.count('"') % 2 == 1
        if depth == 0 and not straight and _parted(between, text[start:stop].casefold()):
            yield number


def _opened(between: str) -> int:
    """Return how many quotes and brackets open, less those that close; `“` closes where it ends."""
    opened = sum(sign in _OPENING and not _closes(between, at) for at, sign in enumerate(between))
    return opened - sum(
        sign in _CLOSING and (sign != "“" or _closes(between, at))
        for at, sign in enumerate(between)
    )


def _closes(between: str, at: int) -> bool:
    """Say whether a German closing quote stands there: `“` with a blank or a sign behind it."""
    return between[at] == "“" and at + 1 < len(between)


def _parted(between: str, following: str) -> bool:
    dash = " - " in between or not _DASHES.isdisjoint(between)
    return dash or not _CUTS.isdisjoint(between) or following in _CONJUNCTIONS
