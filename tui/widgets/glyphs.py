"""The few signs that lists draw themselves, for terminals with and without UTF-8."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Signs of one cell each, except the ellipsis."""

    marker: str
    ellipsis: str
    rule: str
    thumb: str


UNICODE = Glyphs(marker="▌", ellipsis="…", rule="─", thumb="▐")
ASCII = Glyphs(marker=">", ellipsis="...", rule="-", thumb="|")
