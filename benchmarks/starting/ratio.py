"""What one program took as a multiple of what another took beside it, and whether that is enough.

Seconds and megabytes tell of a machine at a moment. So programs take turns in rounds, in an order
drawn anew for each, and only what two of them took in the same round is divided by each other.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

LEAST_ROUNDS = 11
"""Rounds from which on the quartiles of quotients say something on a busy machine."""
Rounds = Mapping[str, Sequence[float]]
"""What each program took, by its name, round by round."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of `what` one program takes for each that `beside` takes, over all rounds.

    `at_most` is the target for the median, None where there is none; `unit` stands behind numbers
    that are no quotients.
    """

    what: str
    beside: str
    middle: float
    low: float
    high: float
    rounds: int
    at_most: float | None = None
    unit: str = "×"

    @property
    def is_met(self) -> bool:
        """Whether the median keeps to the target."""
        return self.at_most is None or self.middle <= self.at_most


def in_rounds(
    names: Sequence[str], measure: Callable[[str], float], rounds: int, chance: random.Random
) -> Rounds:
    """Measure everything once a round, in an order that is drawn for each round."""
    taken: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in chance.sample(names, len(names)):
            taken[name].append(measure(name))
    return taken


def ratio(what: str, one: str, other: str, taken: Rounds, at_most: float | None = None) -> Ratio:
    """Divide what two programs took in each round, and return the middle of the quotients."""
    quotients = [ours / theirs for ours, theirs in zip(taken[one], taken[other], strict=True)]
    return spread(what, other, quotients, at_most)


def spread(
    what: str, beside: str, values: Sequence[float], at_most: float | None = None, unit: str = "×"
) -> Ratio:
    """Return the median and the quartiles of values."""
    low, _, high = quantiles(values, n=4) if len(values) > 1 else (values[0],) * 3
    return Ratio(what, beside, median(values), low, high, len(values), at_most, unit)
