"""Intervals: every number the program holds is the range of what is known about it.

An interval has a low and a high end. An end of None is unbounded; an open end is approached and
never reached. `stated` is the number as its author wrote it, None when no single number was
written ("between 5 and 10", "most"). It lies within the ends or on an open one: "nearly half" is
stated as 50 and ranges from 45 to just under 50.

Arithmetic gives the smallest interval that surely contains every possible result. Ends are exact
to 60 digits; a longer one is rounded outwards, so the truth is never cut off. Each occurrence of
an interval counts as a fresh unknown: `a / a` is a range around 1, not 1. Dividing by a range
that contains zero is refused; a range that only approaches zero gives an unbounded end.

As JSON an interval is `{"stated": "150000000", "low": "135000000", "high": "165000000",
"low_open": false, "high_open": false}`: exact decimals as plain strings, null for None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from functools import partial
from typing import Final, TypeAlias, cast

from ..frozen import dataclass
from .decimals import DIGITS, DOWN, MAGNITUDE, NEAREST, UP, from_plain, is_bounded, plain
from .ends import INFINITY, End, highest, lowest, over, plus, times

_NUMBERS: Final = ("stated", "low", "high")
_FLAGS: Final = ("low_open", "high_open")


class IntervalError(ValueError):
    """An interval that cannot be: empty, out of bounds, or a division by zero."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers, and the number that was stated for it, if one was."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    stated: Decimal | None = None

    def __post_init__(self) -> None:
        for number in (self.low, self.high, self.stated):
            _require_bounded(number)
        if self.low is None:
            object.__setattr__(self, "low_open", False)
        if self.high is None:
            object.__setattr__(self, "high_open", False)
        self._require_not_empty()

    def _require_not_empty(self) -> None:
        low, high = self.low_end, self.high_end
        if low.value > high.value:
            raise IntervalError(f"the low end {self.low} is above the high end {self.high}")
        if low.value == high.value and (low.open or high.open):
            raise IntervalError(f"nothing lies between {self.low} and itself")
        if self.stated is not None and not low.value <= self.stated <= high.value:
            raise IntervalError(f"the stated {self.stated} is outside {self.low} to {self.high}")

    @classmethod
    def exactly(cls, number: Decimal | int) -> Interval:
        """Return the interval that holds one number, which is also the stated one."""
        value = Decimal(number)
        return cls(value, value, stated=value)

    @classmethod
    def rounded(cls, number: Decimal, half_unit: Decimal) -> Interval:
        """Return what a number rounded to twice `half_unit` stands for, ends included."""
        low, high = DOWN.subtract(number, half_unit), UP.add(number, half_unit)
        return cls(low, high, stated=number)

    @classmethod
    def from_json(cls, value: object) -> Interval:
        """Read what `to_json` wrote; raises IntervalError for anything else."""
        if not isinstance(value, Mapping):
            raise IntervalError("an interval is an object with stated, low and high")
        members = cast("Mapping[object, object]", value)
        if set(members) != {*_NUMBERS, *_FLAGS}:
            raise IntervalError(f"an interval has {', '.join((*_NUMBERS, *_FLAGS))} and no more")
        stated, low, high = (_number(members[name], name) for name in _NUMBERS)
        low_open, high_open = (_flag(members[name], name) for name in _FLAGS)
        return cls(low, high, low_open, high_open, stated)

    def to_json(self) -> dict[str, str | bool | None]:
        """Return the interval as JSON values, decimals as plain strings."""
        stated, low, high = (
            None if number is None else plain(number)
            for number in (self.stated, self.low, self.high)
        )
        return {
            "stated": stated,
            "low": low,
            "high": high,
            "low_open": self.low_open,
            "high_open": self.high_open,
        }

    @property
    def low_end(self) -> End:
        """The low end as a value, minus infinity when unbounded."""
        if self.low is None:
            return End(INFINITY.copy_negate(), open=True)
        return End(self.low, self.low_open)

    @property
    def high_end(self) -> End:
        """The high end as a value, infinity when unbounded."""
        return End(INFINITY, open=True) if self.high is None else End(self.high, self.high_open)

    @property
    def width(self) -> Decimal | None:
        """The distance between the ends, None when it is unbounded."""
        if self.low is None or self.high is None:
            return None
        return UP.subtract(self.high, self.low)

    def contains(self, number: Decimal | int) -> bool:
        """Tell whether a number lies in the interval."""
        return self.meets(Interval.exactly(number))

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share at least one number, so that both can be true."""
        return not (self.certainly_below(other) or other.certainly_below(self))

    def certainly_below(self, other: Interval) -> bool:
        """Tell whether every number here is less than every number there."""
        high, low = self.high_end, other.low_end
        return high.value < low.value or (high.value == low.value and (high.open or low.open))

    def certainly_at_most(self, other: Interval) -> bool:
        """Tell whether no number here is greater than any number there."""
        return self.high_end.value <= other.low_end.value

    def same_as(self, other: Interval) -> bool:
        """Tell whether the two hold the same numbers, whatever was stated."""
        return (self.low_end, self.high_end) == (other.low_end, other.high_end)

    def __neg__(self) -> Interval:
        stated = None if self.stated is None else self.stated.copy_negate()
        low, high = self.high_end, self.low_end
        return _interval(
            End(low.value.copy_negate(), low.open), End(high.value.copy_negate(), high.open), stated
        )

    def __add__(self, other: Operand) -> Interval:
        right = _operand(other)
        low = plus(self.low_end, right.low_end, DOWN)
        return _interval(
            low, plus(self.high_end, right.high_end, UP), _point(NEAREST.add, self, right)
        )

    def __sub__(self, other: Operand) -> Interval:
        return self + -_operand(other)

    def __mul__(self, other: Operand) -> Interval:
        right = _operand(other)
        return _spanned(times, self, right, _point(NEAREST.multiply, self, right))

    def __truediv__(self, other: Operand) -> Interval:
        right = _operand(other)
        if right.contains(0):
            raise IntervalError("cannot divide by a range that contains zero")
        side = 1 if right.high_end.value > 0 else -1
        stated = None if right.stated == 0 else _point(NEAREST.divide, self, right)
        return _spanned(partial(over, side), self, right, stated)

    def __radd__(self, other: Scalar) -> Interval:
        return self + other

    def __rsub__(self, other: Scalar) -> Interval:
        return _operand(other) - self

    def __rmul__(self, other: Scalar) -> Interval:
        return self * other

    def __rtruediv__(self, other: Scalar) -> Interval:
        return _operand(other) / self


Scalar: TypeAlias = Decimal | int
Operand: TypeAlias = Interval | Decimal | int


def _require_bounded(number: Decimal | None) -> None:
    if number is not None and not is_bounded(number):
        raise IntervalError(
            f"a number has at most {DIGITS} digits and a size of 10^{MAGNITUDE} to 10^-{MAGNITUDE}"
        )


def _operand(value: Operand) -> Interval:
    return value if isinstance(value, Interval) else Interval.exactly(value)


def _interval(low: End, high: End, stated: Decimal | None) -> Interval:
    return Interval(_finite(low.value), _finite(high.value), low.open, high.open, stated)


def _finite(value: Decimal) -> Decimal | None:
    return None if value.is_infinite() else value


def _point(
    operation: Callable[[Decimal, Decimal], Decimal], left: Interval, right: Interval
) -> Decimal | None:
    if left.stated is None or right.stated is None:
        return None
    return operation(left.stated, right.stated)


def _spanned(
    operation: Callable[[End, End, Context], End],
    left: Interval,
    right: Interval,
    stated: Decimal | None,
) -> Interval:
    """Return the range between the least and the greatest result at the corners."""
    corners = [
        (a, b) for a in (left.low_end, left.high_end) for b in (right.low_end, right.high_end)
    ]
    low = lowest(operation(a, b, DOWN) for a, b in corners)
    high = highest(operation(a, b, UP) for a, b in corners)
    return _interval(low, high, stated)


def _number(value: object, name: str) -> Decimal | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise IntervalError(f"{name} must be a decimal written as a string, or null")
    try:
        return from_plain(value)
    except ValueError as error:
        raise IntervalError(f"{name}: {error}") from None


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise IntervalError(f"{name} must be true or false")
    return value
