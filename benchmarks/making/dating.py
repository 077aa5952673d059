"""Days, months and years as registers and articles have them, in EDTF."""

from __future__ import annotations

from typing import Final

from .mixing import spread

FIRST: Final = 1985
LAST: Final = 2025
"""The last year of which anything is told; sources were published after it."""
PUBLISHED: Final = "2026-01-15"

_FORMS: Final = spread({"year": 30, "month": 20, "day": 42, "about": 5, "unsure": 3}, 64)


_MONTHS: Final = tuple(f"-{month:02}" for month in range(1, 13))
_DAYS: Final = tuple(f"{month}-{day:02}" for month in _MONTHS for day in range(1, 29))


def year(bits: int) -> int:
    """Return a year; later ones come more often."""
    return LAST - (bits & 0x3F) * (bits >> 6 & 0x3F) * (LAST - FIRST) // 0xFFF


def written(year: int, bits: int) -> str:
    """Return a day, month or year in a year, now and then an uncertain one."""
    match _FORMS[bits & 63]:
        case "year":
            return f"{year}"
        case "month":
            return f"{year}{_MONTHS[(bits >> 6) % 12]}"
        case "day":
            return f"{year}{_DAYS[(bits >> 6) % len(_DAYS)]}"
        case "about":
            return f"{year}~"
        case _:
            return f"{year}?"
