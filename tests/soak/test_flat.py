"""What rises is found, and what only sways is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from .flat import FEWEST, LIMITS, Sample, risen, table

STILL = Sample(0, 90_000_000, 130_000, 57, 7, 17, 1)


def samples(change: Callable[[Sample], Sample], count: int = 30) -> list[Sample]:
    return [change(replace(STILL, keys=number * 50)) for number in range(count)]


def swaying(sample: Sample) -> Sample:
    chance = random.Random(sample.keys)  # noqa: S311 - nothing is kept secret with it
    return replace(sample, **{
        name: getattr(sample, name) + round(limit.sway * (chance.random() - 0.5))
        for name, limit in LIMITS.items()
    })  # fmt: skip


def test_what_sways_is_flat() -> None:
    assert risen(samples(swaying)) == {}


@pytest.mark.parametrize("name", LIMITS)
def test_what_rises_with_every_key_is_found(name: str) -> None:
    lost = {"memory": 20_000, "blocks": 50}.get(name, 1)
    told = risen(samples(lambda s: replace(swaying(s), **{name: getattr(s, name) + lost * s.keys})))
    assert list(told) == [name]
    assert told[name].endswith("keys")


def test_what_rises_at_first_alone_is_a_cache_that_fills() -> None:
    assert risen(samples(lambda s: replace(s, memory=s.memory + 10**5 * min(s.keys, 400)))) == {}


def test_a_view_that_holds_much_once_is_no_leak() -> None:
    assert risen(samples(lambda s: replace(s, tasks=900 if s.keys == 1_300 else 57))) == {}


def test_of_too_few_samples_nothing_is_told() -> None:
    with pytest.raises(ValueError, match="too few"):
        risen(samples(swaying, FEWEST - 1))
    assert risen(samples(swaying, FEWEST)) == {}


def test_a_table_has_a_line_for_each_sample() -> None:
    head, *lines = table(samples(swaying, 3)).splitlines()
    assert head.split() == ["keys", *LIMITS]
    assert len(lines) == 3
