"""A share that is given on the command line."""

from __future__ import annotations

from .argument import wrong


def percent(text: str) -> int:
    """Read a whole number from 0 to 100, with or without its sign."""
    number = text.removesuffix("%").strip()
    if not (number.isascii() and number.isdigit() and len(number) < 4 and int(number) <= 100):
        raise wrong("give a whole number from 0 to 100, such as 95")
    return int(number)
