"""A text as an input shows it: on one line, without controls, and as much as it takes."""

from __future__ import annotations

from scale_explorer.models.text import clean

LONGEST = 2_000
"""Code points a field of a form takes: as many as the longest quote or text of a record."""

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))


def one_line(text: str) -> str:
    """Make one line of a text: runs of blanks become one, controls are left out."""
    return clean(" ".join(text[: LONGEST * 4].split()).translate(_CONTROLS))


def shown(text: str) -> str:
    """Return a text as a field shows it."""
    return one_line(text)[:LONGEST]
