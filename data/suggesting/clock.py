"""Dates counted from the day of publication, as EDTF; empty where that day is not close enough."""

from __future__ import annotations

import re
from datetime import date, timedelta

from scale_explorer.models.frozen import dataclass

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication as far as it is known: 0 is unknown.

    `mark` is EDTF's sign of doubt, which what is counted from a doubtful year keeps.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    mark: str = ""

    @classmethod
    def of(cls, published: str | None) -> Clock:
        """Read an EDTF year, month or day; of all else nothing is counted."""
        found = _PUBLISHED.fullmatch(published or "")
        if found is None:
            return cls()
        year, month, day, mark = found.groups()
        clock = cls(int(year), int(month or 0), int(day or 0), mark)
        return clock if clock._exists() else cls()

    def _exists(self) -> bool:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return 2 < self.year < 9_997  # room to count in both directions

    def years(self, away: int) -> str:
        """Return the year so many years away."""
        return _year(self.year + away) + self.mark if self.year else ""

    def months(self, away: int) -> str:
        """Return the month so many months away."""
        if not self.month:
            return ""
        return self._month(12 * self.year + self.month - 1 + away)

    def _month(self, months: int) -> str:
        year, month = divmod(months, 12)
        return f"{_year(year)}-{month + 1:02d}{self.mark}" if 1 <= year <= 9_999 else ""

    def quarters(self, away: int) -> str:
        """Return the three months of the quarter so many quarters away."""
        if not self.month or self.mark:
            return ""
        year, number = divmod(4 * self.year + (self.month - 1) // 3 + away, 4)
        return part_of_year(year, 4, number)

    def days(self, away: int) -> str:
        """Return the day so many days away."""
        today = self._today()
        return (today + timedelta(days=away)).isoformat() if today else ""

    def weekday(self, number: int) -> str:
        """Return the last such day of the week up to that of publication, Monday being 0."""
        today = self._today()
        return self.days((number - today.weekday() - 7) % -7) if today else ""

    def long_ago(self, months: int) -> str:
        """Return about when so many months ago was: a month below two years, else a year."""
        if not 0 < months < 12_000:
            return ""
        if months % 12 == 0 and self.year > months // 12:
            return _year(self.year - months // 12) + "~"
        told = self.months(-months)
        return told and told.rstrip("~?%") + "~"

    def month_named(self, month: int, *, ahead: bool) -> str:
        """Return a month told without its year: the last one, or the next where that is meant."""
        if not self.month or self.mark:
            return ""
        later = month > self.month if not ahead else month >= self.month
        year = self.year + (0 if later else 1) if ahead else self.year - later
        return f"{_year(year)}-{month:02d}"

    def day_named(self, month: int, day: int, *, ahead: bool) -> str:
        """Return a day told without a year: the last, or the nearest where it may lie ahead."""
        if not self.month or self.mark:
            return ""
        here = date(self.year, self.month, self.day or 28)
        days = [found for away in (-1, 0, 1) if (found := _day(self.year + away, month, day))]
        fitting = days if ahead else [each for each in days if each <= here]
        nearest = min(fitting, key=lambda each: abs(each - here), default=None)
        return nearest.isoformat() if nearest else ""

    def _today(self) -> date | None:
        known = self.day and not self.mark
        return date(self.year, self.month, self.day) if known else None


def part_of_year(year: int, parts: int, number: int) -> str:
    """Return a quarter or a half as the interval of its months."""
    length = 12 // parts
    first = number * length + 1
    return f"{_year(year)}-{first:02d}/{_year(year)}-{first + length - 1:02d}"


def exact_day(year: int, month: int, day: int) -> str:
    """Return a day, or nothing where the calendar has none such."""
    found = _day(year, month, day)
    return found.isoformat() if found else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(year: int) -> str:
    return f"{year:04d}"
