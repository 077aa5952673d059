"""Amounts that are words of their own: "double", "half", "one in five", "dozens", "most".

- Multiples ("double", "twice", "threefold", "halved") compare with something else: their unit is
  ×.
- Parts of a whole ("half", "two thirds", "one in five", "9 out of 10") are percent. Thirds and
  other parts without an end are kept to four decimals, rounded outwards.
- Vague plurals say at least two of the word named and fewer than the next larger word: "dozens"
  24 to under 100, "hundreds" 200 to under 1,000, "tens of thousands" 20,000 to under 100,000,
  "hundreds of millions" 200 million to under 1 billion; "thousands", "millions" and "billions"
  alone reach to the next scale word. "Several" and "a few" of a word are two to under ten of it.
- "Most", "the majority" and "a majority stake" are over 50 % to 100 %.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..frozen import dataclass
from .decimals import DOWN, NEAREST, UP
from .hedge import MOST_OF_A_WHOLE, Hedge
from .interval import Interval
from .tokens import Phrases, Tokens, alike
from .unit import PERCENT, PLAIN, TIMES, Unit
from .words import SMALL


@dataclass(frozen=True, slots=True)
class Named:
    """What such a word stands for, before any hedge."""

    interval: Interval
    unit: Unit
    hedge: Hedge = Hedge.EXACT


_FACTORS: Final = {
    2: "double doubled doubles doubling twice twofold two-fold doppelte verdoppelt",
    3: "triple tripled triples tripling treble trebled thrice threefold three-fold verdreifacht",
    4: "quadruple quadrupled quadruples quadrupling fourfold four-fold",
    5: "quintuple quintupled fivefold five-fold",
    10: "tenfold ten-fold",
    100: "hundredfold hundred-fold",
}
_MULTIPLES: Final = Phrases(
    {
        word: Named(Interval.exactly(factor), TIMES)
        for factor, words in _FACTORS.items()
        for word in words.split()
    }
    | alike(Named(Interval.exactly(Decimal("0.5")), TIMES), "halved", "halves", "halving")
)
_COMPARISONS: Final = Phrases(alike("", "as much", "as many", "as large", "as big", "as high"))

_MOST: Final = Phrases(
    alike(
        Named(MOST_OF_A_WHOLE, PERCENT, Hedge.MOST),
        "most", "a majority", "the majority", "majority", "the bulk", "die mehrheit", "la plupart",
        "la mayoría",
    )
)  # fmt: skip
_HALVES: Final = Phrases(
    alike(
        Named(Interval.exactly(50), PERCENT),
        "half", "a half", "one half", "one-half", "die hälfte", "la moitié", "la mitad", "la metà",
    )
    | alike(Named(Interval.exactly(25), PERCENT), "a quarter", "ein viertel", "un quart")
)  # fmt: skip
_DENOMINATORS: Final = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "drittel": 3, "viertel": 4, "fünftel": 5, "tiers": 3,
}  # fmt: skip
_NUMERATORS: Final = SMALL | {"a": 1, "ein": 1, "un": 1, "zwei": 2, "drei": 3, "deux": 2}
_OF: Final = Phrases(alike("", "in", "out of"))
_GROUPS: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})

_PLURALS: Final = {
    "dozens": (24, 100), "hundreds": (200, 1000), "thousands": (2 * 10**3, 10**6),
    "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**15), "dutzende": (24, 100), "hunderte": (200, 1000),
    "tausende": (2 * 10**3, 10**6),
}  # fmt: skip
_SCALES: Final = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip


def _vague() -> dict[str, Named]:
    ranges = dict(_PLURALS)
    for scale, factor in tuple(_SCALES.items())[1:]:
        ranges[f"tens of {scale}s"] = (20 * factor, 100 * factor)
        ranges[f"hundreds of {scale}s"] = (200 * factor, 1000 * factor)
    for scale, factor in _SCALES.items():
        ranges[f"several {scale}"] = ranges[f"a few {scale}"] = (2 * factor, 10 * factor)
    return {
        words: Named(
            Interval(Decimal(low), Decimal(high), high_open=True), PLAIN, hedge=Hedge.BETWEEN
        )
        for words, (low, high) in ranges.items()
    }


_VAGUE: Final = Phrases(_vague())


def multiple_at(tokens: Tokens, place: int) -> tuple[Named, int] | None:
    """Return the multiple named at a place, with its "as much", and the place after it."""
    found = _MULTIPLES.at(tokens, place)
    if found is None:
        return None
    named, stop = found
    comparison = _COMPARISONS.at(tokens, stop)
    return named, comparison[1] if comparison else stop


def part_at(tokens: Tokens, place: int) -> tuple[Named, int] | None:
    """Return the part of a whole named at a place and the place after it."""
    found = _fraction_at(tokens, place) or _ratio_at(tokens, place)
    return found or _HALVES.at(tokens, place) or _MOST.at(tokens, place)


def vague_at(tokens: Tokens, place: int) -> tuple[Named, int] | None:
    """Return the vague plural at a place and the place after it."""
    return _VAGUE.at(tokens, place)


def _fraction_at(tokens: Tokens, place: int) -> tuple[Named, int] | None:
    count = _NUMERATORS.get(tokens[place].folded)
    at = tokens.past_hyphen(place + 1)
    word = tokens[at].folded
    parts = _DENOMINATORS.get(word) or _DENOMINATORS.get(word.removesuffix("s"))
    plural = word.endswith("s") and word not in _DENOMINATORS
    if not count or not parts or count >= parts or (plural and count == 1):
        return None
    return Named(_share(count, parts), PERCENT), at + 1


def _ratio_at(tokens: Tokens, place: int) -> tuple[Named, int] | None:
    """Read "one in five" and "9 out of 10": both small, the first one less."""
    link = _OF.at(tokens, place + 1)
    if link is None:
        return None
    count, total = _small(tokens, place), _small(tokens, link[1])
    if not count or total not in _GROUPS or count >= total:
        return None
    return Named(_share(count, total), PERCENT), link[1] + 1


def _small(tokens: Tokens, place: int) -> int | None:
    text = tokens[place].folded
    if tokens[place].kind == "numeral":
        return int(text) if text.isdigit() and len(text) <= 4 else None
    return 100 if text == "hundred" else SMALL.get(text)


def _share(count: int, total: int) -> Interval:
    percent = Decimal(100 * count)
    unit = Decimal("0.0001")
    low, nearest, high = (
        context.quantize(context.divide(percent, Decimal(total)), unit)
        for context in (DOWN, NEAREST, UP)
    )
    return Interval(low, high, stated=nearest)
