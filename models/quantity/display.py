"""Showing amounts: short, and never more exact than what is known.

`show` is for lists and cells. A number as it was written is shown with the mark of its hedge:

| hedge             | shown                  |   | hedge    | shown                |
|-------------------|------------------------|---|----------|----------------------|
| exact             | $29 bn                 |   | at_least | ≥ $1 bn              |
| about             | ≈ $150 M               |   | up_to    | ≤ $100, or < 50 %    |
| nearly            | nearly 50 %            |   | between  | $100–150 M           |
| over              | > $1 bn                |   | most     | > 50 %               |

A calculated range is shown as what is known: `show_derived` rounds both ends outwards to the
leading digit of the width, or the next one where that is 1 or 2 ("15–19 %", never a lone 17.2).
A wide range keeps two digits of its larger end ("9–63 %"), and none shows more than four. Only when
both ends agree in four digits is it one number.
`show` does the same for any range that is not as someone wrote it.

`show_range` spells out both ends and which of them belong to the range, for the derivation of a
figure: "$28.5–29.5 bn", "45 % to under 50 %", "over $1 bn".

Sizes are K from 10,000, M, bn and tn; both ends of a range share one. A space inside an amount is a
no-break space. A currency without a common symbol is shown by its code: "CHF 29 bn".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..frozen import dataclass
from .decimals import DOWN, NEAREST, UP, last_digit, power_of_ten
from .hedge import Hedge
from .interval import Interval
from .notation import SPACE, Notation, sized, unsized
from .unit import Unit

_DERIVED_DIGITS: Final = 4
_WRITTEN_DIGITS: Final = 6
_POINT_DIGITS: Final = 15
_LEAST_EXPONENT: Final = -6
_MARKS: Final = {Hedge.ABOUT: "≈", Hedge.NEARLY: "nearly"}


@dataclass(frozen=True, slots=True)
class _Ends:
    """What is shown of a range: its ends rounded outwards, and the decimals to show."""

    low: Decimal | None
    high: Decimal | None
    exponent: int | None = None


def show(interval: Interval, unit: Unit, hedge: Hedge, symbol: str | None = None) -> str:
    """Show an amount in short, as it was written; `symbol` replaces the currency's own sign."""
    notation = Notation.of(unit, symbol)
    stated = interval.stated
    if hedge is Hedge.MOST and interval.low is not None:
        return _marked(">", notation.number(interval.low))
    if stated is None and hedge is not Hedge.EXACT:
        return _range(interval, _written(interval), notation)
    if stated is None:
        return _range(interval, _derived(interval), notation)
    if hedge is Hedge.EXACT:
        return _exact(interval, stated, notation)
    return _marked(_mark(interval, stated, hedge), notation.number(stated))


def show_derived(interval: Interval, unit: Unit, symbol: str | None = None) -> str:
    """Show a calculated amount in short: the range that is known, whatever number is in it."""
    return _range(interval, _derived(interval), Notation.of(unit, symbol))


def show_range(interval: Interval, unit: Unit, symbol: str | None = None) -> str:
    """Show both ends of an amount, and whether they belong to it."""
    notation, ends = Notation.of(unit, symbol), _written(interval)
    if ends.low is None and ends.high is None:
        return "any amount"
    if not (interval.low_open or interval.high_open or ends.low is None or ends.high is None):
        return _range(interval, ends, notation)
    low, high = (
        None if end is None else notation.around(sized(end, notation.size_of(end)))
        for end in (ends.low, ends.high)
    )
    if high is None:
        return f"over{SPACE}{low}" if interval.low_open else f"{low} or more"
    if low is None:
        return f"under{SPACE}{high}" if interval.high_open else f"{high} or less"
    over = f"over{SPACE}" if interval.low_open else ""
    under = f"under{SPACE}" if interval.high_open else ""
    return f"{over}{low} to {under}{high}"


def _exact(interval: Interval, stated: Decimal, notation: Notation) -> str:
    """Show a number to the precision it was written with, or as a range if it was not."""
    unit = _written_unit(interval, stated)
    if unit is None:
        return _range(interval, _derived(interval), notation)
    if unit.is_zero():
        return _range(interval, _written(interval), notation)
    size = notation.fitting_size(stated, unit.adjusted())
    return notation.around(sized(stated, size, unit.adjusted()))


def _written_unit(interval: Interval, stated: Decimal) -> Decimal | None:
    """Return the unit of the last digit that a number was written with, None if it was not.

    That is the width of the range, where it is a power of ten with the number in its middle.
    """
    width = interval.width
    if width is None or width.is_zero():
        return width
    rounded = Interval.rounded(stated, NEAREST.divide(width, Decimal(2)))
    written = width == power_of_ten(width.adjusted()) and interval.same_as(rounded)
    return width if written else None


def _mark(interval: Interval, stated: Decimal, hedge: Hedge) -> str:
    """Return the mark of a hedge; a border below a negative change is turned round."""
    if hedge in _MARKS:
        return _MARKS[hedge]
    if interval.low == stated:
        return ">" if interval.low_open else "≥"
    return "<" if interval.high_open else "≤"


def _marked(mark: str, text: str) -> str:
    return f"{mark}{SPACE}{text}"


def _range(interval: Interval, ends: _Ends, notation: Notation) -> str:
    low, high = ends.low, ends.high
    if low is None and high is None:
        return "any amount"
    if low is None or high is None:
        return _half_bounded(interval, ends, notation)
    size = notation.shared_size(low, high, ends.exponent)
    if size is None:
        return f"{notation.number(low)} to {notation.number(high)}"
    first, whole = unsized(low, size, ends.exponent), sized(high, size, ends.exponent)
    if low == high:
        return notation.around(whole)
    if low < 0:
        return notation.around(f"{first} to {whole}")
    return notation.around(f"{first}–{whole}")


def _half_bounded(interval: Interval, ends: _Ends, notation: Notation) -> str:
    if ends.low is not None:
        strict = interval.low_open or ends.low != interval.low
        return _marked(">" if strict else "≥", notation.number(ends.low))
    assert ends.high is not None
    strict = interval.high_open or ends.high != interval.high
    return _marked("<" if strict else "≤", notation.number(ends.high))


def _derived(interval: Interval) -> _Ends:
    """Round outwards to the width's leading digit, or to two digits of the larger end if finer."""
    width, largest = interval.width, _largest(interval)
    if largest is None or _is_short_point(interval):
        return _Ends(interval.low, interval.high)
    exponent = largest.adjusted() - _DERIVED_DIGITS + 1
    if width is None:
        return _outwards(interval, largest.adjusted() - 1)
    if agreed := _agreed(interval, exponent):
        return _Ends(agreed, agreed)
    if not width.is_zero():
        is_narrow = width < 3 * power_of_ten(width.adjusted())
        finest = min(width.adjusted() - is_narrow, largest.adjusted() - 1)
        exponent = max(exponent, finest)
    return _outwards(interval, exponent)


def _agreed(interval: Interval, exponent: int) -> Decimal | None:
    """Return what both ends round to, if it is the same number."""
    if interval.low is None or interval.high is None:
        return None
    unit = power_of_ten(exponent)
    low, high = (NEAREST.quantize(end, unit) for end in (interval.low, interval.high))
    return low if low == high and not low.is_zero() else None


def _written(interval: Interval) -> _Ends:
    """Keep ends of up to six digits, round longer ones outwards; calculated ones to four."""
    largest = _largest(interval)
    if largest is None or _is_short_point(interval):
        return _Ends(interval.low, interval.high)
    digits = _WRITTEN_DIGITS if _may_be_written(interval) else _DERIVED_DIGITS
    ends = _outwards(interval, largest.adjusted() - digits + 1)
    return _Ends(ends.low, ends.high)


def _may_be_written(interval: Interval) -> bool:
    """Say whether people may have written these ends; a division leaves more digits."""
    ends = (end for end in (interval.low, interval.high) if end is not None)
    return all(len(end.normalize(NEAREST).as_tuple().digits) <= _POINT_DIGITS for end in ends)


def _outwards(interval: Interval, exponent: int) -> _Ends:
    unit = power_of_ten(max(exponent, _LEAST_EXPONENT))
    low = None if interval.low is None else DOWN.quantize(interval.low, unit)
    high = None if interval.high is None else UP.quantize(interval.high, unit)
    shown = [last_digit(end) for end in (low, high) if end]
    return _Ends(low, high, min(shown, default=0))


def _largest(interval: Interval) -> Decimal | None:
    sizes = [end.copy_abs() for end in (interval.low, interval.high) if end]
    return max(sizes, default=None)


def _is_short_point(interval: Interval) -> bool:
    if interval.low is None or interval.low != interval.high:
        return False
    return len(interval.low.as_tuple().digits) <= _POINT_DIGITS
