"""Number words: "twenty-five", "one hundred and fifty", "two and a half", "half a", "½".

English only, beside the articles of other languages before a scale word ("eine Milliarde"). Scale
words from thousand on are left to `scales`: "three hundred million" is 300 and a scale. Numbers
with several scale words ("two million five hundred thousand") are refused; digits say them
better.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from .decimals import NEAREST
from .measures import share_at
from .numerals import Numeral, Written, numeral
from .refusal import RefusedError
from .scales import scale_at
from .tokens import Phrases, Tokens
from .word_lists import word_list

SMALL: Final = {
    word: number
    for number, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
"""The words for 0 to 19."""
_TENS: Final = {
    word: 10 * number
    for number, word in enumerate(
        word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
ARTICLES: Final = frozenset(
    {"a", "an", "ein", "eine", "einen", "einer", "un", "une", "una", "uno", "um", "uma"}
)
"""Words that count one before a scale word: "a million", "une milliard"."""
_HALF: Final = Written(Decimal("0.5"), 1, in_words=True)
_QUARTER: Final = Written(Decimal("0.25"), 2, in_words=True)
_THREE_QUARTERS: Final = Written(Decimal("0.75"), 2, in_words=True)
_PARTS: Final = {
    "½": _HALF,
    "¼": _QUARTER,
    "¾": _THREE_QUARTERS,
}
_AND_PARTS: Final = Phrases(
    {
        "and a half": _HALF,
        "and a quarter": _QUARTER,
        "and three quarters": _THREE_QUARTERS,
        "and three-quarters": _THREE_QUARTERS,
    }
)
_PARTS_OF_SCALE: Final = Phrases(
    {
        "half a": _HALF,
        "a half": _HALF,
        "half": _HALF,
        "a quarter of a": _QUARTER,
        "quarter of a": _QUARTER,
        "three quarters of a": _THREE_QUARTERS,
        "three-quarters of a": _THREE_QUARTERS,
        "eine halbe": _HALF,
    }
)


def number_at(tokens: Tokens, place: int) -> tuple[Numeral, int] | None:
    """Return the number in digits or words at a place and the place after it.

    Raises RefusedError for digits that are no number, and for number words in a row.
    """
    if tokens[place].kind == "numeral":
        return _digits_at(tokens, place)
    found = part_of_scale_at(tokens, place) or spelled_at(tokens, place)
    found = found or _article_at(tokens, place)
    if found is None:
        return None
    written, stop = found
    return Numeral(written), stop


def spelled_at(tokens: Tokens, place: int) -> tuple[Written, int] | None:
    """Return the number below 100,000 spelled in words at a place, and the place after it."""
    if part := _PARTS.get(tokens[place].text):
        return part, place + 1
    found = _hundreds_at(tokens, place)
    if found is None:
        return None
    number, stop = found
    if _below_hundred_at(tokens, stop):
        raise RefusedError("number words follow each other; write the digits", stop + 1)
    if extra := _AND_PARTS.at(tokens, stop):
        return _with_part(Decimal(number), extra[0]), extra[1]
    return Written(Decimal(number)), stop


def _digits_at(tokens: Tokens, place: int) -> tuple[Numeral, int]:
    found, stop = numeral(tokens[place].text), place + 1
    if found is None:
        raise RefusedError(f"‘{tokens[place].text[:40]}’ is not a number", stop)
    sign = _PARTS.get(tokens[stop].text)
    part = (sign, stop + 1) if sign else _AND_PARTS.at(tokens, stop)
    if part and found.english and not found.english.decimals:
        return Numeral(_with_part(found.english.value, part[0])), part[1]
    return found, stop


def _with_part(whole: Decimal, part: Written) -> Written:
    return Written(NEAREST.add(whole, part.value), part.decimals, in_words=True)


def _article_at(tokens: Tokens, place: int) -> tuple[Written, int] | None:
    """Read the article before a scale word: the scale itself is left to be read."""
    if tokens[place].folded not in ARTICLES or not scale_at(tokens, place + 1, money=False):
        return None
    return Written(Decimal(1)), place + 1


def part_of_scale_at(tokens: Tokens, place: int) -> tuple[Written, int] | None:
    """Return the part in "half a million" or "half a percent" and the place after it."""
    part = _PARTS_OF_SCALE.at(tokens, place)
    if part and (scale_at(tokens, part[1], money=False) or share_at(tokens, part[1])):
        return part
    return None


def _hundreds_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    first = _below_hundred_at(tokens, place)
    if first is None and tokens[place].folded in {"a", "an"}:
        first = (1, place + 1)
    if first is None:
        return None
    count, stop = first
    if tokens[stop].folded != "hundred":
        return None if tokens[place].folded in {"a", "an"} else first
    stop += 1
    after_and = stop + (tokens[stop].folded == "and")
    rest = _below_hundred_at(tokens, after_and)
    return (100 * count + rest[0], rest[1]) if rest else (100 * count, stop)


def _below_hundred_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    word = tokens[place].folded
    if word in SMALL:
        return SMALL[word], place + 1
    if word not in _TENS:
        return None
    unit = tokens.past_hyphen(place + 1)
    digit = SMALL.get(tokens[unit].folded, 0)
    return (_TENS[word] + digit, unit + 1) if 0 < digit < 10 else (_TENS[word], place + 1)
