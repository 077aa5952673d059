"""The ends of an interval and what arithmetic does to them.

An end is a number, possibly infinite, that the range reaches (closed) or only approaches (open).
The rules are those of set arithmetic on the extended real line: the end of a result is closed only
when some pair of values in the two ranges really gives it, and zero times an unbounded end is zero,
because every value in a range is finite.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Final, NamedTuple

INFINITY: Final = Decimal("Infinity")


class End(NamedTuple):
    """Where a range stops: a number or an infinity, reached unless open."""

    value: Decimal
    open: bool


def lowest(ends: Iterable[End]) -> End:
    """Return the least end; of two equal ones a closed one, since the value is reached."""
    return min(ends)


def highest(ends: Iterable[End]) -> End:
    """Return the greatest end; of two equal ones a closed one, since the value is reached."""
    return max(ends, key=lambda end: (end.value, not end.open))


def plus(left: End, right: End, context: Context) -> End:
    """Add two low ends or two high ends."""
    return End(context.add(left.value, right.value), left.open or right.open)


def times(left: End, right: End, context: Context) -> End:
    """Multiply two ends; a closed zero makes the product a reached zero."""
    if left.value.is_zero() or right.value.is_zero():
        return End(Decimal(0), not (_is_reached_zero(left) or _is_reached_zero(right)))
    return End(context.multiply(left.value, right.value), left.open or right.open)


def over(side: int, left: End, right: End, context: Context) -> End:
    """Divide two ends; `side` (1 or -1) is the sign of the range that `right` ends."""
    if left.value.is_zero():
        return End(Decimal(0), left.open)
    if right.value.is_infinite():
        return End(Decimal(0), open=True)
    if right.value.is_zero():
        away = INFINITY if left.value > 0 else INFINITY.copy_negate()
        return End(away if side > 0 else away.copy_negate(), open=True)
    return End(context.divide(left.value, right.value), left.open or right.open)


def _is_reached_zero(end: End) -> bool:
    return end.value.is_zero() and not end.open
