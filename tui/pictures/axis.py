"""An axis of days: which cell a day falls into, and where its ticks stand.

What lies far from nearly everything else is left out of the axis, and drawn at its edge with its
date, so that one founding a century ago does not press a year of news into a single cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date, timedelta

from scale_explorer.models.frozen import dataclass

_FAR = 6
"""How many times the span of the middle of all days the whole may be before it is cut."""
_NEAR = 2
"""How many such spans beside the middle are still near."""
_MIDDLE = 10
"""The part of all days, in percent, on either side that is not the middle."""
_STEPS = (
    (0, 1), (0, 7), (1, 0), (3, 0), (6, 0),
    *((12 * years, 0) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)  # fmt: skip
"""What ticks may be apart: months and days."""
_GAP = 2
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is named on the axis."""

    cell: int
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last`, both included, over `cells` cells."""

    first: date
    last: date
    cells: int

    def cell(self, day: date) -> int:
        """Return the cell of a day; one beyond an end has the cell at that end."""
        days = (self.last - self.first).days + 1
        place = (day - self.first).days * self.cells // days
        return min(max(0, place), self.cells - 1)

    def holds(self, day: date) -> bool:
        """Say whether a day is on the axis."""
        return self.first <= day <= self.last

    def ticks(self) -> tuple[Tick, ...]:
        """Return the most ticks whose labels stand apart; at least one where there is room."""
        for months, days in _STEPS:
            ticks = tuple(self._ticks(months, days))
            for some in (ticks, (*ticks[:1], *ticks[2:])):  # the first label may be longer
                if some and _apart(some) and some[-1].cell + len(some[-1].label) <= self.cells:
                    return some
        return ()

    def _ticks(self, months: int, days: int) -> Iterator[Tick]:
        for number, day in enumerate(_stepped(self.first, self.last, months, days)):
            if number > self.cells:
                return
            label = _label(day, months, days)
            # Without a year among the labels nobody knows which it is.
            yield Tick(self.cell(day), f"{label} {day.year}" if days and not number else label)


def axis(days: Iterable[str], cells: int) -> Axis:
    """Return the axis over days (ISO 8601) in so many cells, without those far away."""
    known = sorted(date.fromisoformat(day) for day in days)
    if not known:
        known = [date(2000, 1, 1)]
    first, last = _near(known)
    return Axis(first, last, max(1, cells))


def _near(days: list[date]) -> tuple[date, date]:
    """Return the first and last of the days that are near most others."""
    low, high = (days[min(len(days) - 1, len(days) * share // 100)]
                 for share in (_MIDDLE, 100 - _MIDDLE))  # fmt: skip
    middle = max(high - low, timedelta(days=30))
    if days[-1] - days[0] <= middle * _FAR:
        return days[0], days[-1]
    near = [day for day in days if _from(low, high, day) <= middle * _NEAR]
    return near[0], near[-1]


def _from(low: date, high: date, day: date) -> timedelta:
    """Return how far a day is from a stretch; nothing within it."""
    return max(low - day, day - high, timedelta())


def _stepped(first: date, last: date, months: int, days: int) -> Iterator[date]:
    """Yield the days of a step that lie between two days: whole months, Mondays or all of them."""
    if not months:
        yield from _daily(first, last, days)
        return
    count = (first.year * 12 + first.month - 1 + (first.day > 1)) // months * months
    while (count // 12) <= min(last.year, MAXYEAR):
        day = date(max(1, count // 12), count % 12 + 1, 1)
        if first <= day <= last:
            yield day
        elif day > last:
            return
        count += months


def _daily(first: date, last: date, step: int) -> Iterator[date]:
    day = first if step == 1 else first + timedelta(days=-first.weekday() % 7)
    while day <= last:
        yield day
        if (date.max - day).days < step:
            return
        day += timedelta(days=step)


def _label(day: date, months: int, days: int) -> str:
    if months >= 12 or (months and day.month == 1):
        return f"{day.year}"
    if days:
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return _MONTHS[day.month - 1]


def _apart(ticks: tuple[Tick, ...]) -> bool:
    ends = (tick.cell + len(tick.label) + _GAP for tick in ticks)
    return all(end <= after.cell for end, after in zip(ends, ticks[1:], strict=False))
