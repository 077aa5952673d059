"""Whether what a program holds stays the same: the assertion of the soak, as a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import median

WARM_UP = 1 / 3
"""The part of a walk in which caches and histories, all of them bounded, may still fill."""
FEWEST = 12
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
    """What is let pass: `sway` up and down at any time, and `per_key` for each key."""

    sway: float
    per_key: float


LIMITS = {
    "memory": Limit(6_000_000, 2_000),
    "blocks": Limit(20_000, 5),
    "tasks": Limit(12, 0.005),
    "threads": Limit(4, 0.0),
    "descriptors": Limit(6, 0.0),
    "children": Limit(1, 0.0),
}
"""How much each may rise from the middle third of a walk to its last."""


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
        if after - before > limit.sway + limit.per_key * keys:
            told[name] = f"{before:,.0f} to {after:,.0f} within {keys:,.0f} keys"
    return told


def _middle(samples: Sequence[Sample], name: str) -> float:
    return float(median(getattr(sample, name) for sample in samples))


def table(samples: Sequence[Sample]) -> str:
    """Write samples as a table, for whoever reads why it failed."""
    names = [field.name for field in fields(Sample)]
    rows = [names, *([f"{getattr(sample, name):,}" for name in names] for sample in samples)]
    return "\n".join("".join(f"{cell:>13}" for cell in row) for row in rows)
