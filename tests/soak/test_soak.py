"""However long one walks about in the app, it holds no more, goes on answering and leaves cleanly.

SOAK_SECONDS is how long all walks take together (60), SOAK_SEED repeats one that failed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from .flat import risen, table
from .walk import walk
from .walker import Walker

SETS = ("bundled", "grown")
SECONDS = float(os.environ.get("SOAK_SECONDS", "60")) / len(SETS)


@pytest.mark.alone
@pytest.mark.parametrize("data", SETS, indirect=True)
def test_a_long_walk_leaves_nothing_behind(environment: Mapping[str, str], data: Path) -> None:
    seed = int(os.environ.get("SOAK_SEED") or random.randrange(10**6))  # noqa: S311 - no secret
    print(f"SOAK_SEED={seed} walks this way again")  # noqa: T201 - for whoever sees it fail
    with Walker(environment, "--data", str(data), leak="nothing") as walker:
        samples = walker.walk(walk(seed), SECONDS)
        print(table(samples))  # noqa: T201 - as above
        assert risen(samples) == {}
        walker.press("?")
        walker.wait_for("Keys")
        assert walker.leave() == 0
        assert walker.modes_left_on() == set()
        assert walker.modes_now() == walker.modes_before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("leak", "found"),
    [
        ("task", "tasks"),
        ("thread", "threads"),
        ("descriptor", "descriptors"),
        ("memory", "memory"),
        ("objects", "blocks"),
    ],
)
def test_a_leak_is_found(
    environment: Mapping[str, str], bundled: Path, leak: str, found: str
) -> None:
    with Walker(environment, "--data", str(bundled), leak=leak) as walker:
        told = risen(walker.walk(walk(1), 20))
        assert found in told, told
