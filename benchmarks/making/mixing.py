"""Chance that is a function of a place: record number 7 is the same however many come before it."""

from __future__ import annotations

from typing import Final

_ALL: Final = (1 << 64) - 1
_STEP: Final = 0x9E37_79B9_7F4A_7C15


def mixed(number: int, seed: int = 0) -> int:
    """Return 64 bits that look random, always the same for a number and a seed.

    The finishing step of SplitMix64 (Steele, Lea and Flood, 2014): no state is kept, so that a
    name can be told again wherever it is quoted, without remembering any.
    """
    bits = (number * _STEP + seed) & _ALL
    bits = ((bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9) & _ALL
    bits = ((bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB) & _ALL
    return bits ^ (bits >> 31)


def spread(weights: dict[str, int], places: int = 1024) -> tuple[str, ...]:
    """Return so many entries, each word as often as its weight says, to draw from by bits.

    Every word of any weight stands there at least once.
    """
    total = sum(weights.values())
    table = [
        word for word, weight in weights.items() for _ in range(max(1, weight * places // total))
    ]
    first = max(weights, key=weights.__getitem__)
    return tuple((table + [first] * places)[:places])
