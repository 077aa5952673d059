"""Ranges that a calculation came to, as other programs are told them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.models.quantity.computed import LONGEST, computed
from scale_explorer.models.quantity.interval import Interval

ENDS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12,
                   places=20)  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "low", "high"),
    [
        (Interval(Decimal(135), Decimal(165)) / Interval(Decimal(869), Decimal(871)),
         "0.154994", "0.189874"),
        (-(Interval.exactly(1) / 3), "-0.333334", "-0.333333"),
        (Interval.exactly(1) / 8, "0.125", "0.125"),
        (Interval.exactly(123_456_789_012) + 1, "123456789013", "123456789013"),
    ],
)  # fmt: skip
def test_long_ends_are_rounded_outwards_and_short_ones_stay(
    given_: Interval, low: str, high: str
) -> None:
    told = computed(given_).to_json()
    assert (told["low"], told["high"], told["stated"]) == (low, high, None)


@given(st.tuples(ENDS, ENDS), st.booleans())
def test_nothing_of_a_range_is_cut_off(ends: tuple[Decimal, Decimal], unbounded: bool) -> None:  # noqa: FBT001
    interval = Interval(min(ends), None if unbounded else max(ends))
    told = computed(interval)
    assert told.low_end.value <= interval.low_end.value
    assert told.high_end.value >= interval.high_end.value
    assert (told.low_open, told.high_open, told.stated) == (
        interval.low_open, interval.high_open, None,
    )  # fmt: skip
    for end in (told.low, told.high):
        assert end is None or len(end.normalize().as_tuple().digits) <= LONGEST
