"""A scale of amounts: which cell an amount falls into, and where its ticks stand.

It begins at zero wherever that tells the truth about sizes. Where all amounts are close to each
other and far from zero it begins near them, and where the largest is more than a hundred times the
smallest it counts in powers of ten: `said` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from scale_explorer.models.frozen import dataclass

_WIDE = 100
"""How many times the least the largest may be on a scale of equal steps."""
_CLOSE = Decimal("0.1")
"""The part of the largest within which all must be for the scale not to begin at zero."""
_ROUND = (Decimal(1), Decimal(2), Decimal(5))
_APART = 12
"""Cells that a tick has for its label."""
_MOST_TICKS = 40

Kind = Literal["from zero", "broken", "powers of ten"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts from `low` to `high` over `cells` cells."""

    low: Decimal
    high: Decimal
    cells: int
    kind: Kind = "from zero"

    def cell(self, amount: Decimal) -> int:
        """Return the cell of an amount; one beyond an end has the cell at that end."""
        span = self._place(self.high) - self._place(self.low)
        part = (self._place(max(amount, self.low)) - self._place(self.low)) / span
        return min(max(0, int(part * self.cells)), self.cells - 1)

    def _place(self, amount: Decimal) -> Decimal:
        return max(amount, self.low).log10() if self.kind == "powers of ten" else amount

    @property
    def zero(self) -> int:
        """The cell from which bars are filled: that of zero, or the first."""
        return self.cell(Decimal(0)) if self.low <= 0 <= self.high else 0

    def ticks(self) -> tuple[tuple[int, Decimal], ...]:
        """Return round amounts with their cells, far enough apart for labels."""
        amounts = self._powers() if self.kind == "powers of ten" else self._steps()
        found: list[tuple[int, Decimal]] = []
        for amount in amounts:
            cell = self.cell(amount)
            if not found or cell - found[-1][0] >= _APART:
                found.append((cell, amount))
        return tuple(found)

    def _steps(self) -> Iterator[Decimal]:
        """Yield the multiples of the finest round step that leaves labels their room."""
        step = _round_step((self.high - self.low) * _APART / max(_APART, self.cells))
        first = (self.low / step).to_integral_value(ROUND_CEILING) * step
        for number in range(_MOST_TICKS):
            if (amount := first + step * number) > self.high:
                return
            yield amount

    def _powers(self) -> Iterator[Decimal]:
        first = int(self.low.log10().to_integral_value(ROUND_CEILING))
        last = int(self.high.log10().to_integral_value(ROUND_FLOOR))
        return (Decimal(10) ** power for power in range(first, last + 1))


def _round_step(least: Decimal) -> Decimal:
    """Return the least of 1, 2 and 5 times a power of ten that is at least so much."""
    power = Decimal(10) ** int(least.log10().to_integral_value(ROUND_FLOOR))
    return next(power * number for number in (*_ROUND, Decimal(10)) if power * number >= least)


def scale(amounts: Iterable[Decimal], cells: int, *, whole: bool = False) -> Scale:
    """Return the scale that holds all of some amounts in so many cells; a `whole` one has zero."""
    known = sorted(amounts) or [Decimal(0)]
    least, most = known[0], known[-1]
    if least > 0 and most > least * _WIDE:
        return Scale(least, most, cells, "powers of ten")
    if not whole and least > 0 and most - least < most * _CLOSE and most > least:
        room = (most - least) / 4
        return Scale(least - room, most + room, cells, "broken")
    low, high = min(least, Decimal(0)), max(most, Decimal(0))
    return Scale(low, high if high > low else low + 1, cells)
