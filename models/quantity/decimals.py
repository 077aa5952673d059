"""Bounded decimals: how large, how small and how precise a number may be.

Every number of an interval has at most `DIGITS` significant digits and lies, zero aside, between
10**-MAGNITUDE and 10**(MAGNITUDE + 1) in size. That holds national economies to the cent with
room to spare and keeps every calculation, and every text made from one, short whatever a file
says.

Calculations name one of the contexts below and never use the ambient one, whose 28 digits would
round without a word.
"""

from __future__ import annotations

import re
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
)
from typing import Final

DIGITS: Final = 60
"""Most significant digits a number may have."""
MAGNITUDE: Final = 60
"""Largest power of ten, up and down, that a number may reach."""

_TRAPS = [InvalidOperation, DivisionByZero]
DOWN: Final = Context(prec=DIGITS, rounding=ROUND_FLOOR, traps=_TRAPS)
"""Rounds towards minus infinity: for low ends."""
UP: Final = Context(prec=DIGITS, rounding=ROUND_CEILING, traps=_TRAPS)
"""Rounds towards plus infinity: for high ends."""
NEAREST: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=_TRAPS)
"""Rounds to the nearest: for the number that was stated."""

_PLAIN = re.compile(rf"-?[0-9]{{1,{MAGNITUDE + 1}}}(?:\.[0-9]{{1,{MAGNITUDE + DIGITS}}})?")


def is_bounded(number: Decimal) -> bool:
    """Tell whether a number is finite and within the limits of this module."""
    if not number.is_finite():
        return False
    if number.is_zero():
        return abs(number.adjusted()) <= MAGNITUDE + DIGITS
    if abs(number.adjusted()) > MAGNITUDE:
        return False
    # A short text has no more digits, and is made in a third of the time.
    return len(str(number)) <= DIGITS or len(number.as_tuple().digits) <= DIGITS


def plain(number: Decimal) -> str:
    """Write a bounded number in full: no exponent, no trailing zeros, no minus zero."""
    if number.is_zero():
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def from_plain(text: str) -> Decimal:
    """Read a number as `plain` writes it; raises ValueError for anything else."""
    if not _PLAIN.fullmatch(text):
        raise ValueError(
            f"{text[:40]!r} is not a plain decimal number such as '150000000' or '0.49'"
        )
    return Decimal(text)


def last_digit(number: Decimal) -> int:
    """Return the exponent of the last digit that is not a trailing zero."""
    exponent = number.normalize(NEAREST).as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def power_of_ten(exponent: int) -> Decimal:
    """Return 10 to a whole power, exactly."""
    return Decimal((0, (1,), exponent))
