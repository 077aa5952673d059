"""Which entity an end falls on: few have very many ties, most have few."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import Final

from scale_explorer.models.kinds import Kind

from .plan import LETTERS, Plan

_PLACES: Final = (1 << 32) - 1
_GOLDEN: Final = 0.618


@dataclass(frozen=True, slots=True)
class Pool:
    """The entities of a kind, numbered from 0, from which the ends of claims are drawn."""

    kind: Kind
    count: int
    letter: str
    stride: int

    def id(self, number: int) -> str:
        """Return the id of an entity."""
        return f"{self.letter}{number}"

    def drawn(self, bits: int) -> int:
        """Return the number of an entity; 32 bits of chance are used.

        With u evenly from 0 to 1, rank n·u³ is drawn as often as rank^(-2/3): the numbers of ties
        then follow a power law of exponent 2.5, as is usual of such networks (Newman, 2005).
        """
        part = (bits & _PLACES) / (_PLACES + 1)
        return int(self.count * part * part * part) * self.stride % self.count

    def ranked(self, rank: int) -> int:
        """Return the number of the entity that comes at a place when the best tied come first.

        Ranks are strewn over the numbers, or else all that is well tied would lie together.
        """
        return rank * self.stride % self.count

    def other_than(self, number: int) -> int:
        """Return the number of a neighbour, so that none is tied to itself."""
        return (number + 1) % self.count


def pools(plan: Plan) -> dict[Kind, Pool]:
    """Return the pool of each kind."""
    return {
        kind: Pool(kind, count, LETTERS[kind], _stride(count))
        for kind, count in plan.counts.items()
    }


def _stride(count: int) -> int:
    """Return a step that comes by every number below `count` once before it comes by one again."""
    stride = max(1, int(count * _GOLDEN))
    while gcd(stride, count) != 1:
        stride += 1
    return stride
