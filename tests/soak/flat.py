"""Whether what a program holds stays the same: the assertion of the soak, as a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from statistics import median

WARM_UP = 1 / 4
"""The part of a walk in which caches and histories, all of them bounded, may still fill."""
FEWEST = 16
"""Samples without which nothing can be told."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the program holds after so many keys, each time with no pop-up open.

    `memory` is the resident set in bytes, `objects` what the garbage collector follows.
    """

    keys: int
    memory: int
    blocks: int
    tasks: int
    threads: int
    descriptors: int
    children: int


@dataclass(frozen=True, slots=True)
class Limit:
    """What is let pass: `sway` up and down at any time, and `per_key` for each key.

    The so many largest rises (`steps`) from one sample to the next as well: a part of the program
    that is loaded when it is first used stays, and a leak rises all the time.
    """

    sway: float
    per_key: float = 0.0
    steps: int = 0


LIMITS = {
    "memory": Limit(3_000_000, 1_000, steps=2),
    "blocks": Limit(15_000, 5, steps=2),
    "tasks": Limit(12, 0.005),
    "threads": Limit(4),
    "descriptors": Limit(6),
    "children": Limit(1),
}
"""How much each may rise from the first half of what comes after the warm-up to the second."""


def risen(samples: Sequence[Sample]) -> dict[str, str]:
    """Say of each thing that rose how much it did, from the first half after warm-up to the last.

    Medians are compared, so that one view that shows more than another is no leak. Raises
    ValueError when there are too few samples to tell.
    """
    if len(samples) < FEWEST:
        raise ValueError(f"{len(samples)} samples are too few to tell")
    warm = samples[int(len(samples) * WARM_UP) :]
    early, late = warm[: len(warm) // 2], warm[len(warm) // 2 :]
    keys = _middle(late, "keys") - _middle(early, "keys")
    told: dict[str, str] = {}
    for name, limit in LIMITS.items():
        before, after = _middle(early, name), _middle(late, name)
        loaded = _largest_steps(warm, name, limit.steps)
        if after - before > loaded + limit.sway + limit.per_key * keys:
            told[name] = f"{before:,.0f} to {after:,.0f} within {keys:,.0f} keys"
    return told


def _largest_steps(samples: Sequence[Sample], name: str, count: int) -> int:
    held: list[int] = [getattr(sample, name) for sample in samples]
    rises = sorted(max(after - before, 0) for before, after in pairwise(held))
    return sum(rises[-count:]) if count else 0


def _middle(samples: Sequence[Sample], name: str) -> float:
    return float(median(getattr(sample, name) for sample in samples))


def table(samples: Sequence[Sample]) -> str:
    """Write samples as a table, for whoever reads why it failed."""
    names = [field.name for field in fields(Sample)]
    rows = [names, *([f"{getattr(sample, name):,}" for name in names] for sample in samples)]
    return "\n".join("".join(f"{cell:>13}" for cell in row) for row in rows)
