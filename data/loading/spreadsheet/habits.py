"""What spreadsheets make of what people type, told where it cannot be read any more.

They rewrite numbers, days and truth values as they please, and mark what they must not run. What
was meant cannot be known for sure, so it is asked for and never guessed.
"""

from __future__ import annotations

import re

from ...slug import whole_slug
from .columns import Reads

_AS_TEXT = "format the column as text"
_ERROR_VALUES = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|#{3,}|Err:\d+", re.ASCII
)
_DEFUSED = re.compile(r"'[=+@\t\r-]")
SUSPECT = frozenset("'#E")
"""How a cell begins that `spoilt` may refuse."""

_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T].*)?", re.ASCII)
_MONTH = re.compile(
    r"[^\W\d]{3,9}\.?[ -]\d{2,4}|\d{1,2}[./]\d{4}|\d{1,2}[ -][^\W\d]{3,9}[ -]\d{2,4}"
)
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?", re.ASCII)
_YEAR = re.compile(r"\d{4}[.,]0+", re.ASCII)
_TRUTH = frozenset({"true", "false", "wahr", "falsch", "vrai", "faux"})


def spoilt(cell: str) -> tuple[str, str]:
    """Say why a cell cannot be what anybody typed, and what to do; or nothing."""
    if _ERROR_VALUES.fullmatch(cell):
        return (
            f'"{cell[:20]}" is what a spreadsheet shows for a formula that failed',
            "write the value",
        )
    if _DEFUSED.match(cell):
        told = f'"{cell[:20]}" begins with the apostrophe that keeps a spreadsheet from running it'
        return told, "take the apostrophe away"
    return "", ""


def advice(reads: Reads, cell: str) -> str:
    """Say what to do with a cell that cannot be read as what its column holds, or nothing."""
    match reads:
        case Reads.DATE | Reads.PERIOD:
            return dated(cell)
        case Reads.ID:
            made = whole_slug(cell)
            return f"names are told by their ids: is it {made}?" if made not in {"", cell} else ""
        case _:
            return rewritten(cell)


def dated(cell: str) -> str:
    """Say how a day that a spreadsheet rewrote is to be written, or nothing."""
    if found := _DAY.fullmatch(cell):
        return f"write {_days(*found.group(1, 3, 4))}, and {_AS_TEXT} so that it stays"
    if _MONTH.fullmatch(cell):
        return f"a spreadsheet may have rewritten it: write 2025-06 or 2025-06-14, and {_AS_TEXT}"
    if _YEAR.fullmatch(cell):
        return f"write {cell[:4]}, and {_AS_TEXT}"
    if _SERIAL.fullmatch(cell):
        return f"a spreadsheet counts days so: write a date such as 2025-06-14, and {_AS_TEXT}"
    return rewritten(cell)


def rewritten(cell: str) -> str:
    """Say what a spreadsheet may have done to a number or word that cannot be read, or nothing."""
    if _EXPONENT.fullmatch(cell):
        return f"a spreadsheet rewrote the number: write it again in full, and {_AS_TEXT}"
    if cell.startswith("="):
        return "this is a formula of a spreadsheet: write the value that it shows"
    if cell.lower() in _TRUTH:
        return f"a spreadsheet may have rewritten it: write the word again, and {_AS_TEXT}"
    if _DAY.fullmatch(cell) or _MONTH.fullmatch(cell):
        return f"a spreadsheet may have taken it for a day: write it again, and {_AS_TEXT}"
    return ""


def _days(first: str, second: str, third: str) -> str:
    """Return the days that three numbers may mean, in the order in which they are written."""
    if len(first) == 4:
        return f"{first}-{second:0>2}-{third:0>2}"
    year = third if len(third) == 4 else f"20{third:0>2}"
    pairs = dict.fromkeys([(second, first), (first, second)])
    days = [f"{year}-{month:0>2}-{day:0>2}" for month, day in pairs if int(month) <= 12]
    return " or ".join(days) or "it as 2025-06-14"
