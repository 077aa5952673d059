"""The dates of imported records: as days that are numbers, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

from scale_explorer.models.dates import bounds, readable

from .schema import WHAT_NUMBERS
from .shaped import Cells


def dates_of(fields: Mapping[str, Any]) -> tuple[str | None, str | None, list[tuple[str, str]]]:
    """Return the first and the last date of a record, and all of them with what was then."""
    known = (
        ("announced", fields.get("announced")),
        ("completed", fields.get("completed")),
        ("said", fields.get("date")),
        ("published", fields.get("published")),
    )
    dated = [(what, date) for what, date in known if date]
    return dated[0][1] if dated else None, dated[1][1] if len(dated) > 1 else None, dated


def moments(
    seq: int, start: str | None, end: str | None, history: Iterable[Mapping[str, Any]]
) -> Iterator[Cells]:
    """Yield when a relationship began, changed and ended."""
    if start:
        yield moment(seq, "start", start)
    for change in history:
        if date := change.get("date"):
            yield moment(seq, "status", date)
    if end:
        yield moment(seq, "end", end)


def moment(seq: int, what: str, date: str) -> Cells:
    """Return when something was, with its days as numbers such as 20250613."""
    return seq, WHAT_NUMBERS[what], *numbered_days(date)


@lru_cache(20_000)
def numbered_days(date: str) -> tuple[int | None, ...]:
    """Return the first and the last day of a date as numbers, None for an open end."""
    return tuple(int(day.replace("-", "")) if day else None for day in days_of(date))


def last_date(history: Any) -> str | None:
    """Return the date of the last change of a history, if it has one."""
    return history[-1].get("date") if history else None


_AFTER = "after the deal"


def around(period: Any) -> str | None:
    """Say when a figure held that is dated by a deal, or by words."""
    if isinstance(period, Mapping):
        return "before the deal" if cast("Mapping[str, str]", period).get("before") else _AFTER
    return date_told(period)


@lru_cache(20_000)
def date_told(date: str | None) -> str | None:
    """Return a date in words."""
    return readable(date) if date else None


@lru_cache(20_000)
def days_of(date: str) -> tuple[str, str]:
    """Return the first and the last day of a date as ISO 8601, an open end empty."""
    span = bounds(date)
    return span.first or "", span.last or ""


def first_day(date: str | None) -> int | None:
    """Return the first day of a date as a number, such as 20250613."""
    return numbered_days(date)[0] if date else None
