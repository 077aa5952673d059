"""Numerals: digits as people group and part them in different countries.

English writes 1,234.56; much of Europe and Latin America 1.234,56; others 1 234,56 or 1'234.56;
India 4,50,000. Most numerals can be read one way only. Two forms cannot, one separator before
exactly three digits, and the rule for them is:

- "1,234" is 1234, unless a word that goes with the decimal comma follows ("1,234 Mrd." is 1.234);
- "1.234" is 1.234 before an English scale word or a percent sign ("8.861 billion"), 1234 before a
  continental word or a trailing euro sign ("1.234 Mio.", "1.234 €"), and otherwise undecided.

A trailing euro sign leaves "1,234 €" undecided. What is undecided is refused, never guessed.
Numerals with leading zeros, crooked groups, or more than 40 digits are not numbers at all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from ..frozen import dataclass

MAX_DIGITS: Final = 40
_NEUTRAL: Final = re.compile(r"[ \u00a0\u2009\u202f'’_]")


class Style(Enum):
    """Which country's way of writing numbers the surrounding words suggest."""

    ENGLISH = auto()
    CONTINENTAL = auto()
    TRAILING_SIGN = auto()


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written: its value and how many digits follow the decimal mark."""

    value: Decimal
    decimals: int = 0
    in_words: bool = False
    """Whether the decimals stand for words or a sign, as in "two and a half" or "½"."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says in English and in continental style; at least one is not None."""

    english: Written | None
    continental: Written | None = None

    def read(self, style: Style | None) -> Written | None:
        """Return the number, or None when it remains undecided."""
        if self.english is None or self.continental is None:
            return self.english or self.continental
        if self.english == self.continental:
            return self.english
        grouped_by_comma = self.english.decimals == 0
        if style is Style.ENGLISH or (style is None and grouped_by_comma):
            return self.english
        if style is Style.CONTINENTAL or (style is Style.TRAILING_SIGN and not grouped_by_comma):
            return self.continental
        return None


def numeral(text: str) -> Numeral | None:
    """Read a numeral as `tokens` finds it; None when it is not a number."""
    if sum(char.isdigit() for char in text) > MAX_DIGITS:
        return None
    neutral = _NEUTRAL.search(text)
    if neutral:
        either = _written(text, neutral[0], ".") or _written(text, neutral[0], ",")
        return Numeral(either, either) if either else None
    english, continental = _written(text, ",", "."), _written(text, ".", ",")
    return Numeral(english, continental) if english or continental else None


def _written(text: str, group: str, point: str) -> Written | None:
    whole, mark, fraction = text.partition(point)
    groups = whole.split(group)
    digits = "".join(groups)
    if not digits.isdigit() or (mark and not fraction.isdigit()):
        return None
    if len(groups) > 1 and not _well_grouped(groups, indian=group == ","):
        return None
    if len(digits) > 1 and digits[0] == "0":
        return None
    if point == "," and len(fraction) > 3 and digits != "0":
        return None  # "1,2345" is more likely a slip in grouping than a long fraction
    return Written(Decimal(f"{digits}{'.' if mark else ''}{fraction}"), len(fraction))


def _well_grouped(groups: list[str], *, indian: bool) -> bool:
    first, *middle, last = (len(group) for group in groups)
    if last != 3 or not 1 <= first <= 3:
        return False
    return all(size == 3 for size in middle) or (
        indian and first < 3 and all(size == 2 for size in middle)
    )
