"""Quantities: an interval with its unit, and arithmetic that minds both.

Percent, percentage points and multiples enter a calculation as plain numbers (49 % as 0.49), and a
result that is a plain number is turned back on request: `as_unit(PERCENT)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass
from .unit import PLAIN, Unit, UnitError

if TYPE_CHECKING:
    from .interval import Interval


@dataclass(frozen=True, slots=True)
class Quantity:
    """A range of amounts in one unit."""

    interval: Interval
    unit: Unit = PLAIN

    def in_base(self) -> Quantity:
        """Return the same amount with shares as plain numbers."""
        if self.unit.factor == 1:
            return Quantity(self.interval, self.unit.base)
        return Quantity(self.interval * self.unit.factor, self.unit.base)

    def as_unit(self, unit: Unit) -> Quantity:
        """Return the same amount in another unit; raises UnitError when it has none there."""
        if self.unit.base != unit.base:
            raise UnitError(f"an amount in {self.unit} cannot be given in {unit}")
        if self.unit.factor == unit.factor:
            return Quantity(self.interval, unit)
        return Quantity(self.in_base().interval / unit.factor, unit)

    def __add__(self, other: Quantity) -> Quantity:
        unit = self.unit + other.unit
        return Quantity(self.in_base().interval + other.in_base().interval, unit)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other

    def __mul__(self, other: Quantity) -> Quantity:
        product = self.in_base().interval * other.in_base().interval
        return Quantity(product, self.unit * other.unit)

    def __truediv__(self, other: Quantity) -> Quantity:
        quotient = self.in_base().interval / other.in_base().interval
        return Quantity(quotient, self.unit / other.unit)

    def __neg__(self) -> Quantity:
        return Quantity(-self.interval, self.unit)
