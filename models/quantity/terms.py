"""Terms: one number with its sign, scale and unit, as it stands in a text.

The written precision of a term: with a scale word or a decimal mark it is exact to half a unit of
its last written digit ("$29 billion" is 28.5 to 29.5, "14.8 %" is 14.75 to 14.85); whole counts
and digits written out are exact ("49 %", "1,416 employees", "$150,000,000", "two dozen"), and so
are words and signs for fractions without a scale word ("half a percent", "3½").
"""

from __future__ import annotations

from decimal import Decimal

from ..frozen import dataclass
from .decimals import NEAREST, plain, power_of_ten
from .interval import Interval
from .measures import Measure, both, money_after, money_before, noun_at, share_at
from .numerals import Numeral, Style, Written
from .refusal import RefusedError
from .scales import Scale, scale_at
from .tokens import Tokens
from .words import number_at, spelled_at

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Term:
    """A number as it stands at a place, nothing inherited and nothing decided yet."""

    numeral: Numeral
    negative: bool
    scale: Scale | None
    before: Measure | None
    after: Measure | None
    or_more: bool
    stop: int

    @property
    def measure(self) -> Measure | None:
        """The unit, wherever it is written."""
        return self.after or self.before

    @property
    def style(self) -> Style | None:
        """The number style that the words around suggest."""
        hints = (self.scale, self.after, self.before)
        return next((hint.style for hint in hints if hint and hint.style), None)


def term_at(tokens: Tokens, place: int, *, money: bool = False) -> Term | None:
    """Return the term at a place; raises RefusedError for one that cannot be read.

    `money` tells that a currency written earlier covers this number too, as in "$100–150 M".
    """
    negative, place = _sign_at(tokens, place)
    before = money_before(tokens, place)
    if before and not negative:
        negative, place = _sign_at(tokens, before[1])
    elif before:
        place = before[1]
    found = number_at(tokens, place)
    if found is None:
        return None
    number, place = found
    scaled = scale_at(tokens, place, money=money or before is not None)
    scale, place = scaled or (None, place)
    more = _past_plus(tokens, place)
    unit = _unit_after(tokens, more, before, scaled=scale is not None)
    after, stop = unit or (None, more)
    if scale and not after:
        _refuse_second_number(tokens, stop)
    if before and after:
        after = both(before[0], after, stop)
    return Term(number, negative, scale, before[0] if before else None, after, more > place, stop)


def _past_plus(tokens: Tokens, place: int) -> int:
    """Return the place after "+" or "-plus" where they are attached, else the place itself."""
    if tokens[place].text == "+" and tokens[place].glued:
        return place + 1
    word = tokens.past_hyphen(place)
    return word + 1 if word > place and tokens[word].folded == "plus" else place


def _refuse_second_number(tokens: Tokens, place: int) -> None:
    """Refuse "two million five hundred thousand": either half alone would be wrong."""
    half = [tokens[place + n].folded for n in range(4)]
    if half[:3] == ["and", "a", "half"] and half[3] != "of":
        raise RefusedError("a half follows the scale word; write the digits", place + 3)
    if found := spelled_at(tokens, place):
        raise RefusedError("several scale words in one number; write the digits", found[1] + 1)


def _sign_at(tokens: Tokens, place: int) -> tuple[bool, int]:
    token = tokens[place]
    if token.folded in {"minus", "negative"}:
        return True, place + 1
    if token.text in {"-", "−", "+"} and tokens[place + 1].glued and not _follows(tokens, place):
        return token.text != "+", place + 1
    return False, place


def _follows(tokens: Tokens, place: int) -> bool:
    """Tell whether a sign is attached to a word or number, and so a hyphen."""
    return tokens[place].glued and tokens[place - 1].kind in {"word", "numeral"}


def _unit_after(
    tokens: Tokens, place: int, before: tuple[Measure, int] | None, *, scaled: bool
) -> tuple[Measure, int] | None:
    if before:
        return money_after(tokens, place, scaled=scaled)
    found = share_at(tokens, place) or money_after(tokens, place, scaled=scaled)
    return found or noun_at(tokens, place)


def valued(
    term: Term, scale: Scale | None, measure: Measure | None, style: Style | None
) -> Interval:
    """Return what a term stands for with a scale, unit and style, its own or inherited.

    Raises RefusedError when the numeral stays undecided.
    """
    written = term.numeral.read(style)
    if written is None:
        raise RefusedError(_undecided(term.numeral), term.stop)
    factor = NEAREST.multiply(
        scale.factor if scale else Decimal(1), measure.factor if measure else Decimal(1)
    )
    value = NEAREST.multiply(written.value, factor)
    if _is_exact(written, scale):
        interval = Interval.exactly(value)
    else:
        unit = NEAREST.multiply(power_of_ten(-written.decimals), factor)
        interval = Interval.rounded(value, NEAREST.multiply(unit, _HALF))
    return -interval if term.negative else interval


def _is_exact(written: Written, scale: Scale | None) -> bool:
    return scale.counted if scale else (written.decimals == 0 or written.in_words)


def _undecided(numeral: Numeral) -> str:
    readings = [
        plain(written.value) for written in (numeral.english, numeral.continental) if written
    ]
    choice = " or ".join(readings)
    return f"the number can be {choice}; write it without separators, or with other decimals"
