"""Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019), levels 0 and 1.

A date may be a year, a month or a day, uncertain (`2025?`), approximate (`2025~`), with digits left
open (`202X`), a season (`2025-21`) or an interval (`2024/2025`, `2024/..`). Years are 0000 to 9999,
so that days compare as text. Plain dates and intervals of them are read here; the edtf library,
which takes milliseconds a date, reads the rest.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from time import struct_time
from typing import Any, cast

from .frozen import dataclass

MAX_LENGTH = 64
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)
_CHARACTERS = re.compile(r"[\w?~%+:.-]+", re.ASCII)
_MONTHS = tuple(calendar.month_abbr)
_OPEN = frozenset({"", ".."})
"""An end of an interval that is unknown or open."""


class DateError(ValueError):
    """The text is no EDTF date."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day that a date can mean, as ISO 8601 days; None is open."""

    first: str | None
    last: str | None

    def overlaps(self, other: Bounds) -> bool:
        """Say whether a day lies in both."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)


def _not_after(first: str | None, last: str | None) -> bool:
    return first is None or last is None or first <= last


@lru_cache(maxsize=4096)
def bounds(text: str) -> Bounds:
    """Return the days that `text` spans; raises DateError when it is no EDTF date."""
    start, stroke, end = text.partition("/")
    if stroke and "/" not in end:
        return _interval_bounds(text, start, end)
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return _bounds_by_library(text)
    year, month, day, _ = plain.groups()
    if month is not None and int(month) > 12:  # EDTF seasons are months 21 to 24
        return _bounds_by_library(text)
    return _plain_bounds(text, int(year), int(month or 0), int(day or 0))


def _interval_bounds(text: str, start: str, end: str) -> Bounds:
    first = None if start in _OPEN else bounds(start).first
    last = None if end in _OPEN else bounds(end).last
    if (first is None and last is None) or not _not_after(first, last):
        raise _unreadable(text)
    return Bounds(first, last)


def _plain_bounds(text: str, year: int, month: int, day: int) -> Bounds:
    if not month and "-" not in text:
        return Bounds(f"{year:04d}-01-01", f"{year:04d}-12-31")
    if not 1 <= month <= 12 or year < 1:
        raise _unreadable(text)
    length = calendar.monthrange(year, month)[1]
    if text.count("-") == 1:
        return Bounds(f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{length:02d}")
    if not 1 <= day <= length:
        raise _unreadable(text)
    whole = f"{year:04d}-{month:02d}-{day:02d}"
    return Bounds(whole, whole)


def _bounds_by_library(text: str) -> Bounds:
    if len(text) > MAX_LENGTH:
        raise _unreadable(text[:MAX_LENGTH] + "…")
    if not _CHARACTERS.fullmatch(text):  # the library passes over blanks of every sort
        raise _unreadable(text)
    # Loaded here because it costs a third of a warm start, and most sets hold plain dates only.
    from edtf import parse_edtf  # noqa: PLC0415

    try:
        parsed = cast("Any", parse_edtf(text))
        first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except Exception as error:  # the library raises whatever its parser or calendar does
        raise _unreadable(text) from error
    return Bounds(first, last)


def _day(moment: struct_time) -> str:
    """Turn the library's moment into an ISO day; raises DateError beyond four digits of a year."""
    if not 0 <= moment.tm_year <= 9999:
        raise DateError
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"


def _unreadable(text: str) -> DateError:
    return DateError(
        f"{text!r} is no EDTF date; write a year, month or day such as 2024, 2024-06 or 2024-06-13,"
        " with ~ for about and / for a range",
    )


_FUZZY = frozenset("~?%X")


def is_fuzzy(text: str) -> bool:
    """Say whether a date is approximate or uncertain, or leaves digits open."""
    return not _FUZZY.isdisjoint(text)


def readable(text: str) -> str:
    """Show a date the way people write one: `13 Jun 2025`, `≈ 2025`, `2024–2025`, `since 2024`."""
    if "/" in text:
        return readable_range(*text.split("/", 1))
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return text
    year, month, day, mark = plain.groups()
    if month is not None and int(month) > 12:
        return text
    parts = [day.lstrip("0")] if day else []
    parts += [_MONTHS[int(month)]] if month else []
    return _MARKS[mark].format(" ".join([*parts, year]))


_MARKS = {"": "{}", "~": "≈ {}", "?": "{}?", "%": "≈ {}?"}


def readable_range(start: str, end: str) -> str:
    """Show the time between two dates, each of which may be open: empty or `..`."""
    if end in _OPEN:
        return f"since {readable(start)}"
    if start in _OPEN:
        return f"until {readable(end)}"
    # One mark for both ends says the same in less room.
    return f"{readable(start)}–{readable(end).removeprefix('≈ ')}"
