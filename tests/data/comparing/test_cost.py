"""Twice the set is twice the work, counted in calls, also where everything differs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from scale_explorer.data.analysis.links import Links
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import Version
from scale_explorer.data.matching.renaming import renamed
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.evidence import Quote
from scale_explorer.models.reason import Reason, ReasonType
from scale_explorer.models.record import Record

HEADER = Header(id="set", title="Set")
GENEROUS = 5
"""Three times the set is linear at 3 and quadratic at 9."""

Change = Callable[[Dataset], Dataset]


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, built-in ones included."""
    count = 0

    def heard(_frame: FrameType, _event: str, _argument: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(heard)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grown(count: int) -> Dataset:
    """Companies of which each is the reason of the next, and whose names are all alike."""
    quotes = tuple(
        Quote.model_validate({"source": "news", "exact": f"word {number}"}) for number in range(3)
    )
    firms = [Company(id=f"firm-{number}", name="Firm", evidence=quotes) for number in range(count)]
    reasons = [
        Reason.model_validate(
            {
                "id": f"why-{number}",
                "type": ReasonType.LED_TO,
                "cause": f"why-{number - 1}" if number else "firm-0",
                "effect": f"firm-{number}",
            }
        )
        for number in range(count)
    ]
    return Dataset(HEADER, (*firms, *reasons))


def all_renamed(dataset: Dataset) -> Dataset:
    return each(dataset, lambda record: renamed(record, lambda key: f"x-{key}"))


def all_changed(dataset: Dataset) -> Dataset:
    return each(dataset, lambda record: record.model_copy(update={"note": "n", "name": "Other"}))


def all_others(dataset: Dataset) -> Dataset:
    return all_renamed(all_changed(dataset))


def each(dataset: Dataset, change: Callable[[Record], Record]) -> Dataset:
    return Dataset(HEADER, tuple(map(change, dataset.records)))


@pytest.mark.parametrize("change", [all_renamed, all_changed, all_others])
def test_comparing_is_linear(change: Change) -> None:
    def work(count: int) -> int:
        before = grown(count)
        versions = (Version(Links(each), {}) for each in (before, change(before)))
        return calls(lambda: compare(*versions))

    work(50)
    assert work(450) < GENEROUS * work(150)
