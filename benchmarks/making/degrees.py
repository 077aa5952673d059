"""Which entity an end falls on: few have very many ties, most have few."""

from __future__ import annotations

from math import gcd
from typing import Final

from scale_explorer.models.kinds import Kind

from .plan import LETTERS, Plan

_STEEPNESS: Final = 3
"""With u evenly from 0 to 1, rank n·u³ is drawn as often as rank^(-2/3): the numbers of ties then
follow a power law of exponent 2.5, as is usual of ownership and trade (Newman, 2005)."""
_PLACES: Final = 1 << 32
_GOLDEN: Final = 0.618


class Ends:
    """Draws entities by bits of chance, and by turns the neighbours of the hubs."""

    def __init__(self, plan: Plan) -> None:
        self._counts = plan.counts
        # Ranks are strewn over the numbers, or else all that is well tied would lie together.
        self._strides = {kind: _stride(count) for kind, count in plan.counts.items()}

    def drawn(self, kind: Kind, bits: int) -> int:
        """Return the number of an entity of a kind; 32 bits are used."""
        rank = int(self._counts[kind] * ((bits % _PLACES) / _PLACES) ** _STEEPNESS)
        return self.ranked(kind, rank)

    def ranked(self, kind: Kind, rank: int) -> int:
        """Return the number of the entity that comes at a place when the best tied come first."""
        return rank * self._strides[kind] % self._counts[kind]

    def other_than(self, kind: Kind, number: int) -> int:
        """Return the number of a neighbour, so that none is tied to itself."""
        return (number + 1) % self._counts[kind]


def entity_id(kind: Kind, number: int) -> str:
    """Return the id of an entity."""
    return f"{LETTERS[kind]}{number}"


def _stride(count: int) -> int:
    """Return a step that comes by every number below `count` once before it comes by one again."""
    stride = max(1, int(count * _GOLDEN))
    while gcd(stride, count) != 1:
        stride += 1
    return stride
