"""Notation: the digits, size words and unit signs that a shown amount is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .currency import SYMBOLS
from .decimals import NEAREST, plain, power_of_ten

if TYPE_CHECKING:
    from .unit import Unit

SPACE: Final = "\u00a0"
"""The no-break space that stands inside amounts."""
_SIZES: Final = {12: "tn", 9: "bn", 6: "M", 3: "K"}
_LEAST_K: Final = 10_000
_MOST_DECIMALS: Final = 2
_MOST_PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the digits: the signs of a unit."""

    before: str
    after: str

    @classmethod
    def of(cls, unit: Unit, symbol: str | None = None) -> Frame:
        """Return the frame of a unit; `symbol` replaces the sign of its currency."""
        after = "".join(f"{SPACE}{_rate(noun)}" for noun in unit.below)
        code = unit.currency
        if code is None:
            return cls("", f"{SPACE}{'*'.join(unit.above)}{after}" if unit.above else after)
        sign = symbol or SYMBOLS.get(code, code)
        return cls(f"{sign}{SPACE}" if sign[-1].isalpha() else sign, after)

    def around(self, digits: str) -> str:
        """Put the frame around digits; a minus goes first."""
        minus, digits = ("−", digits[1:]) if digits.startswith("−") else ("", digits)
        return f"{minus}{self.before}{digits}{self.after}"


def _rate(noun: str) -> str:
    return noun if noun == "each" else f"/{SPACE}{noun}"


def size_of(value: Decimal) -> int:
    """Return the power of ten of the size word that a number is shown with."""
    size = value.copy_abs()
    fitting = (power for power in _SIZES if size >= power_of_ten(power))
    power = next(fitting, 0)
    return 0 if power == 3 and size < _LEAST_K else power


def fitting_size(value: Decimal, exponent: int) -> int:
    """Return the size in which the digits down to an exponent take three decimals at most."""
    largest = size_of(value)
    sizes = (size for size in _SIZES if size <= largest and size - exponent <= _MOST_PLACES)
    return next(sizes, 0)


def shared_size(low: Decimal, high: Decimal, exponent: int | None) -> int | None:
    """Return the size for both ends of a range, None when it does not suit the lesser one."""
    size = size_of(max(low.copy_abs(), high.copy_abs()))
    if low == high and _decimals(low, size) > _MOST_DECIMALS:
        return 0
    if exponent is None and _decimals(low, size) > max(_MOST_DECIMALS, _decimals(high, size)):
        return None
    return size


def number(value: Decimal) -> str:
    """Write a number with all its digits, with a size word where two decimals are enough."""
    size = size_of(value)
    return precise(value, size if _decimals(value, size) <= _MOST_DECIMALS else 0)


def precise(
    value: Decimal, size: int, exponent: int | None = None, *, unsized: bool = False
) -> str:
    """Write a number in a size, down to the decimal of an exponent or to its last digit.

    `unsized` leaves out the size word.
    """
    places = _decimals(value, size) if exponent is None else max(0, size - exponent)
    scaled = NEAREST.scaleb(value, Decimal(-size))
    text = f"{scaled.copy_abs():,.{places}f}"
    minus = "−" if value < 0 else ""
    word = f"{SPACE}{_SIZES[size]}" if size and not unsized else ""
    return f"{minus}{text}{word}"


def _decimals(value: Decimal, size: int) -> int:
    """Return how many decimals all the digits of a number take in a size."""
    return len(plain(NEAREST.scaleb(value, Decimal(-size))).partition(".")[2])
