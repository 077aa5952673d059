"""Intervals in the notation of mathematics, so that tables of expectations stay short."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from scale_explorer.models.quantity.decimals import plain
from scale_explorer.models.quantity.interval import Interval

Describe = Callable[[Interval, int], str]


@pytest.fixture
def described() -> Describe:
    """Return what writes an interval as "[45, 50)", its ends divided by a scale."""
    return _described


def _described(interval: Interval, scale: int) -> str:
    low, high = (
        "∞" if end is None else plain(end / Decimal(scale)) for end in (interval.low, interval.high)
    )
    left = "(" if interval.low_open or interval.low is None else "["
    right = ")" if interval.high_open or interval.high is None else "]"
    return f"{left}{'-' * (low == '∞')}{low}, {high}{right}"
