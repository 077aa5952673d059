"""A whole number within bounds that is given on the command line."""

from __future__ import annotations

from collections.abc import Callable

from .argument import wrong


def between(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number from `least` to `most`."""

    def read(text: str) -> int:
        number = text.strip()
        is_one = number.isascii() and number.isdigit() and len(number) <= len(str(most))
        if not (is_one and least <= int(number) <= most):
            raise wrong(f"give a whole number from {least} to {most}")
        return int(number)

    return read
