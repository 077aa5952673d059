"""Notation: the digits, size words and unit signs that a shown amount is made of."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..frozen import dataclass
from .currency import SYMBOLS
from .decimals import NEAREST, plain, power_of_ten
from .unit import PLAIN

if TYPE_CHECKING:
    from .unit import Unit

SPACE: Final = "\u00a0"
"""The no-break space that stands inside amounts."""
_SIZES: Final = {12: "tn", 9: "bn", 6: "M", 3: "K"}
_LEAST_K: Final = 10_000
_MOST_DECIMALS: Final = 2
_MOST_PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class Notation:
    """How amounts in one unit are written: the signs around the digits, and the size words."""

    before: str
    after: str
    sized: bool
    """Whether size words are used; shares keep their digits ("12,000 %")."""

    @classmethod
    @lru_cache(256)  # units are few, and amounts many
    def of(cls, unit: Unit, symbol: str | None = None) -> Notation:
        """Return the notation of a unit; `symbol` replaces the sign of its currency."""
        after = "".join(f"{SPACE}{_rate(noun)}" for noun in unit.below)
        code = unit.currency
        sized = unit == PLAIN or not unit.is_share
        if code is None:
            noun = f"{SPACE}{'*'.join(unit.above)}" if unit.above else ""
            return cls("", noun + after, sized)
        sign = symbol or SYMBOLS.get(code, code)
        return cls(f"{sign}{SPACE}" if sign[-1].isalpha() else sign, after, sized)

    def around(self, digits: str) -> str:
        """Put the signs around digits; a minus goes first."""
        minus, digits = ("−", digits[1:]) if digits.startswith("−") else ("", digits)
        return f"{minus}{self.before}{digits}{self.after}"

    def number(self, value: Decimal) -> str:
        """Write a number with all its digits, with a size word where two decimals are enough."""
        size = self.size_of(value)
        return self.around(sized(value, size if _decimals(value, size) <= _MOST_DECIMALS else 0))

    def size_of(self, value: Decimal) -> int:
        """Return the power of ten of the size word that a number is shown with."""
        size = value.copy_abs()
        if not self.sized or size < _LEAST_K:
            return 0
        return next(power for power in _SIZES if size >= power_of_ten(power))

    def fitting_size(self, value: Decimal, exponent: int) -> int:
        """Return the size in which the digits down to an exponent take three decimals at most."""
        largest = self.size_of(value)
        sizes = (size for size in _SIZES if size <= largest and size - exponent <= _MOST_PLACES)
        return next(sizes, 0)

    def shared_size(self, low: Decimal, high: Decimal, exponent: int | None) -> int | None:
        """Return the size for both ends of a range, None when it does not suit the lesser one."""
        size = self.size_of(max(low.copy_abs(), high.copy_abs()))
        if low == high and _decimals(low, size) > _MOST_DECIMALS:
            return 0
        if exponent is None and _decimals(low, size) > max(_MOST_DECIMALS, _decimals(high, size)):
            return None
        return size


def sized(value: Decimal, size: int, exponent: int | None = None) -> str:
    """Write a number in a size, down to the decimal of an exponent or to its last digit."""
    word = f"{SPACE}{_SIZES[size]}" if size else ""
    return f"{unsized(value, size, exponent)}{word}"


def unsized(value: Decimal, size: int, exponent: int | None = None) -> str:
    """Write a number as `sized` does, without the size word."""
    places = _decimals(value, size) if exponent is None else max(0, size - exponent)
    scaled = NEAREST.scaleb(value, Decimal(-size))
    minus = "−" if value < 0 else ""
    return f"{minus}{scaled.copy_abs():,.{places}f}"


def _rate(noun: str) -> str:
    return noun if noun == "each" else f"/{SPACE}{noun}"


def _decimals(value: Decimal, size: int) -> int:
    """Return how many decimals all the digits of a number take in a size."""
    return len(plain(NEAREST.scaleb(value, Decimal(-size))).partition(".")[2])
