"""What a calculation came to, as it is told to other programs: short ends, and nothing stated.

Division leaves ends of 60 digits, which say no more than a few do. An end of at most 15 digits is
told as it is, so that sums and halves stay exact; a longer one is rounded outwards to 6, so that
the truth is never cut off. Nobody wrote the number in it, so none is `stated`.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Final

from .decimals import NEAREST, is_bounded
from .interval import Interval

LONGEST: Final = 15
"""Digits up to which an end is told as it is."""
DIGITS: Final = 6
"""Digits of an end that is longer."""
_DOWN: Final = Context(prec=DIGITS, rounding=ROUND_FLOOR)
_UP: Final = Context(prec=DIGITS, rounding=ROUND_CEILING)


def computed(interval: Interval) -> Interval:
    """Return an interval that holds all of another, with short ends and without a stated number."""
    return Interval(
        _short(interval.low, _DOWN), _short(interval.high, _UP),
        interval.low_open, interval.high_open,
    )  # fmt: skip


def _short(end: Decimal | None, outwards: Context) -> Decimal | None:
    if end is None or len(end.normalize(NEAREST).as_tuple().digits) <= LONGEST:
        return end
    short = outwards.plus(end)
    return short if is_bounded(short) else end
