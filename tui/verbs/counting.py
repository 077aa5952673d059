"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """Return `1 quote`, `2 quotes`, `1,000 quotes`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
