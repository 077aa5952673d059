"""Each hedge makes the documented range of its number."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest

from scale_explorer.models.quantity.hedge import (
    BELOW_PREFIXES,
    PREFIXES,
    SUFFIXES,
    Hedge,
    HedgeError,
    hedged,
)
from scale_explorer.models.quantity.interval import Interval

FIFTY = Interval.exactly(50)
ROUNDED = Interval.rounded(Decimal(1_000_000), Decimal(500_000))


@pytest.mark.parametrize(
    ("hedge", "low", "high", "opened"),
    [
        (Hedge.EXACT, 50, 50, ""),
        (Hedge.ABOUT, 45, 55, ""),
        (Hedge.NEARLY, 45, 50, "high"),
        (Hedge.OVER, 50, None, "low"),
        (Hedge.AT_LEAST, 50, None, ""),
        (Hedge.UP_TO, 0, 50, ""),
    ],
)
def test_the_rule_of_a_hedge(hedge: Hedge, low: int, high: int | None, opened: str) -> None:
    interval = hedged(FIFTY, hedge)
    ends = Decimal(low), None if high is None else Decimal(high)
    expected = Interval(*ends, opened == "low", opened == "high", stated=Decimal(50))
    assert interval == expected


def test_less_than_leaves_the_number_out() -> None:
    assert hedged(FIFTY, Hedge.UP_TO, below=True).high_open


def test_about_is_never_narrower_than_the_number_as_written() -> None:
    assert hedged(ROUNDED, Hedge.ABOUT).same_as(ROUNDED)
    assert hedged(Interval.exactly(-50), Hedge.ABOUT).same_as(Interval(Decimal(-55), Decimal(-45)))


def test_about_moves_both_ends_of_a_range() -> None:
    widened = hedged(Interval(Decimal(10), Decimal(20)), Hedge.ABOUT)
    assert widened == Interval(Decimal(9), Decimal(22))


@pytest.mark.parametrize("hedge", [Hedge.NEARLY, Hedge.OVER, Hedge.AT_LEAST, Hedge.UP_TO])
@pytest.mark.parametrize("written", [Interval.exactly(-4), Interval(Decimal(1), Decimal(2))])
def test_a_direction_needs_one_positive_number(hedge: Hedge, written: Interval) -> None:
    with pytest.raises(HedgeError):
        hedged(written, hedge)


@pytest.mark.parametrize("hedge", [Hedge.ABOUT, Hedge.NEARLY, Hedge.UP_TO])
def test_a_hedge_on_zero_says_nothing(hedge: Hedge) -> None:
    with pytest.raises(HedgeError):
        hedged(Interval.exactly(0), hedge)


def test_no_wording_stands_for_two_hedges() -> None:
    before = [*chain.from_iterable(PREFIXES.values()), *BELOW_PREFIXES]
    after = list(chain.from_iterable(SUFFIXES.values()))
    assert len(before) == len(set(before))
    assert len(after) == len(set(after))
