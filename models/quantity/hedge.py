"""Hedges: the words that loosen a number, and the range that each one stands for.

The one table, for a number v written with the precision p (half a unit of its last digit, or
none):

| hedge    | range                | note                                                    |
|----------|----------------------|---------------------------------------------------------|
| exact    | v - p to v + p       | no hedge: what the written digits say                   |
| about    | v - 10 % to v + 10 % | but never narrower than exact                           |
| nearly   | 0.9 v to under v     |                                                         |
| over     | over v, no limit     |                                                         |
| at_least | v or more, no limit  |                                                         |
| up_to    | 0 to v               | words such as "less than" leave v itself out            |
| between  | low to high          | the ends as written; vague plurals have their own       |
| most     | over 50 % to 100 %   | of a whole                                              |

The written precision counts for exact and about only: the other hedges name v as a border, and a
border is where it is written. "About" before a range moves both its ends outwards by 10 %. A
hedge with a direction (nearly, over, at_least, up_to) before a negative number can mean either
side and is refused, and so are "about zero" and "nearly zero", which say nothing.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from .decimals import DOWN, UP
from .interval import Interval


class Hedge(StrEnum):
    """How a number is worded: as it stands, loosely, or as a border."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    BETWEEN = "between"
    MOST = "most"


class HedgeError(ValueError):
    """A hedge that makes no sense of its number."""


TENTH: Final = Decimal("0.1")
"""How far "about" and "nearly" reach, as a share of the number."""
MOST_OF_A_WHOLE: Final = Interval(Decimal(50), Decimal(100), low_open=True)
"""What "most" stands for, in percent."""


def hedged(written: Interval, hedge: Hedge, *, below: bool = False) -> Interval:
    """Return the range that a hedge makes of a number or range as written.

    `below` leaves the border of up_to out, as "less than" does. Raises HedgeError.
    """
    if hedge in {Hedge.EXACT, Hedge.BETWEEN, Hedge.MOST}:
        return written
    if hedge is Hedge.ABOUT:
        return _about(written)
    border = _border(written, hedge)
    match hedge:
        case Hedge.NEARLY:
            low = DOWN.subtract(border, UP.multiply(border, TENTH))
            return Interval(low, border, high_open=True, stated=border)
        case Hedge.UP_TO:
            return Interval(Decimal(0), border, high_open=below, stated=border)
        case _:
            return Interval(border, None, low_open=hedge is Hedge.OVER, stated=border)


def _about(written: Interval) -> Interval:
    if written.stated == 0 or written.low is None or written.high is None:
        raise HedgeError("‘about’ takes a tenth of a number, and there is none to take it of")
    low, high = (written.low, written.high) if written.stated is None else (written.stated,) * 2
    low = DOWN.subtract(low, UP.multiply(low.copy_abs(), TENTH))
    high = UP.add(high, UP.multiply(high.copy_abs(), TENTH))
    low_end = min(written.low_end, (low, False))
    high_open = written.high_open and written.stated is None
    return Interval(low_end[0], max(high, written.high), high_open=high_open, stated=written.stated)


def _border(written: Interval, hedge: Hedge) -> Decimal:
    name = hedge.value.replace("_", " ")
    if written.stated is None:
        raise HedgeError(f"‘{name}’ goes with one number, not with a range")
    if written.stated < 0:
        raise HedgeError(f"‘{name}’ before a negative number can mean either side of it")
    if written.stated == 0 and hedge in {Hedge.NEARLY, Hedge.UP_TO}:
        raise HedgeError(f"‘{name}’ zero says nothing")
    return written.stated


PREFIXES: Final[dict[Hedge, tuple[str, ...]]] = {
    Hedge.ABOUT: (
        "about", "just about", "around", "some", "roughly", "approximately", "approx", "approx.",
        "circa", "c.", "ca.", "~", "≈", "≃", "an estimated", "estimated", "more or less",
        "in the region of", "in the neighborhood of", "in the neighbourhood of",
        "in the vicinity of", "somewhere around", "etwa", "rund", "ungefähr", "zirka",
        "annähernd", "schätzungsweise",
        "environ", "à peu près", "approximativement", "autour de", "autour d'", "alrededor de",
        "aproximadamente", "circa di", "ongeveer",
    ),
    Hedge.NEARLY: (
        "nearly", "very nearly", "almost", "just under", "just below", "just short of",
        "just shy of", "a little under", "a little less than", "slightly less than",
        "slightly under",
        "slightly below", "close to", "approaching", "not quite", "≲",
        "fast", "knapp", "nahezu", "beinahe", "près de", "près d'", "presque", "casi", "cerca de",
        "quasi", "bijna",
    ),
    Hedge.OVER: (
        "over", "just over", "well over", "a little over", "slightly over", "more than",
        "just more than", "slightly more than", "a little more than", "well above", "above",
        "just above", "slightly above", "greater than", "larger than", "higher than", "exceeding",
        "in excess of", "north of", "upwards of", "upward of", ">", "über", "mehr als", "gut",
        "plus de", "plus d'", "más de", "mais de", "più di", "meer dan",
    ),
    Hedge.AT_LEAST: (
        "at least", "no less than", "no fewer than", "not less than", "minimum", "minimum of",
        "a minimum of", "as little as", "as few as", "as low as", "≥", ">=", "mindestens",
        "wenigstens", "au moins", "al menos", "por lo menos", "pelo menos", "almeno",
    ),
    Hedge.UP_TO: (
        "up to", "as much as", "as many as", "as high as", "at most", "at the most", "no more than",
        "not more than", "maximum", "maximum of", "a maximum of", "≤", "<=", "bis zu", "höchstens",
        "maximal", "jusqu'à", "au plus", "au maximum", "hasta", "como máximo", "até", "fino a",
    ),
}  # fmt: skip
"""The words before a number, by hedge. Upper and lower case are the same."""

BELOW_PREFIXES: Final = (
    "less than", "fewer than", "lower than", "smaller than", "under", "below", "well under",
    "well below", "<", "unter", "weniger als", "moins de", "moins d'", "menos de", "meno di",
)  # fmt: skip
"""The words of up_to that leave the number itself out."""

SUFFIXES: Final[dict[Hedge, tuple[str, ...]]] = {
    Hedge.ABOUT: ("or so", "or thereabouts", "give or take"),
    Hedge.AT_LEAST: (
        "or more", "at least", "or higher", "or above", "and up", "and above", "oder mehr",
        "ou plus",
        "o más",
    ),
    Hedge.UP_TO: ("or less", "or fewer", "at most", "at the most", "or lower", "or below"),
}  # fmt: skip
"""The words after an amount, by hedge."""
