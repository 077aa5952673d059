"""Intervals hold their limits, contain every true result, and compare by what is certain."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.interval import Interval, IntervalError

FAST = settings(max_examples=100, deadline=None)


def closed(low: str | None, high: str | None, stated: str | None = None) -> Interval:
    numbers = (None if text is None else Decimal(text) for text in (low, high, stated))
    low_end, high_end, number = numbers
    return Interval(low_end, high_end, stated=number)


def opened(low: str | None, high: str | None, *, at: str) -> Interval:
    """Return an interval open at "low", "high" or "both"."""
    plain = closed(low, high)
    return Interval(plain.low, plain.high, at in {"low", "both"}, at in {"high", "both"})


NUMBERS = st.decimals(-1000, 1000, allow_nan=False, places=3)


@st.composite
def ranges_with_point(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    low, point, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    low_open = draw(st.booleans()) and low < point
    high_open = draw(st.booleans()) and point < high
    unbounded = draw(st.sampled_from(["", "low", "high"]))
    return Interval(
        None if unbounded == "low" else low,
        None if unbounded == "high" else high,
        low_open,
        high_open,
    ), point


INTERVALS = ranges_with_point().map(lambda pair: pair[0])


class TestLimits:
    @pytest.mark.parametrize(
        ("low", "high", "reason"),
        [
            ("2", "1", "above"),
            ("NaN", "1", "digits"),
            ("0", "Infinity", "digits"),
            ("0", "1e61", "digits"),
            ("1e-61", "1", "digits"),
            ("0", "1." + "1" * 60, "digits"),
        ],
    )
    def test_an_impossible_interval_is_refused(self, low: str, high: str, reason: str) -> None:
        with pytest.raises(IntervalError, match=reason):
            closed(low, high)

    @pytest.mark.parametrize("at", ["low", "high", "both"])
    def test_an_open_interval_without_a_number_is_refused(self, at: str) -> None:
        with pytest.raises(IntervalError, match="nothing lies between"):
            opened("5", "5", at=at)

    def test_the_stated_number_lies_within_or_on_an_open_end(self) -> None:
        assert Interval(Decimal(45), Decimal(50), high_open=True, stated=Decimal(50)).stated == 50
        with pytest.raises(IntervalError, match="outside"):
            closed("45", "50", stated="51")

    def test_an_unbounded_end_has_no_open_flag(self) -> None:
        assert Interval(None, None, low_open=True, high_open=True) == Interval(None, None)

    def test_a_result_beyond_the_limits_is_refused(self) -> None:
        with pytest.raises(IntervalError):
            _ = closed("1e40", "1e40") * Decimal("1e40")


class TestArithmetic:
    @pytest.mark.parametrize(
        ("left", "operator", "right", "expected"),
        [
            (closed("1", "2"), "+", closed("10", "20"), closed("11", "22")),
            (opened("1", "2", at="high"), "+", closed("1", "1"), opened("2", "3", at="high")),
            (closed("1", None), "-", closed("0", "5"), closed("-4", None)),
            (closed("1", None), "-", closed("0", None), closed(None, None)),
            (closed("-2", "3"), "*", closed("4", "5"), closed("-10", "15")),
            (closed("-2", "-1"), "*", closed("-5", "4"), closed("-8", "10")),
            (closed("0", "0"), "*", opened("1", None, at="low"), closed("0", "0")),
            (closed("0", "1"), "*", closed("2", None), closed("0", None)),
            (opened("0", "1", at="low"), "*", closed("2", None), opened("0", None, at="low")),
            (opened("0", "1", at="low"), "*", closed("0", "1"), closed("0", "1")),
            (closed("-1", "1"), "*", closed("2", None), closed(None, None)),
            (closed("6", "6"), "/", closed("2", "3"), closed("2", "3")),
            (closed("1", "1"), "/", closed("4", None), opened("0", "0.25", at="low")),
            (closed("1", "2"), "/", opened("0", "4", at="low"), closed("0.25", None)),
            (closed("1", "2"), "/", opened("-4", "0", at="high"), closed(None, "-0.25")),
            (closed("0", "2"), "/", opened("0", "4", at="low"), closed("0", None)),
            (closed("1", None), "/", closed("1", None), opened("0", None, at="low")),
            (closed("-6", "3"), "/", closed("-3", "-1"), closed("-3", "6")),
        ],
    )
    def test_ends_follow_the_rules(
        self, left: Interval, operator: str, right: Interval, expected: Interval
    ) -> None:
        results = {
            "+": lambda: left + right,
            "-": lambda: left - right,
            "*": lambda: left * right,
            "/": lambda: left / right,
        }
        assert results[operator]().same_as(expected)

    def test_scalars_stand_on_either_side(self) -> None:
        two_to_four = closed("2", "4")
        assert (1 + two_to_four).same_as(closed("3", "5"))
        assert (1 - two_to_four).same_as(closed("-3", "-1"))
        assert (Decimal("0.5") * two_to_four).same_as(closed("1", "2"))
        assert (4 / two_to_four).same_as(closed("1", "2"))

    @pytest.mark.parametrize("divisor", [closed("-1", "1"), closed("0", "5"), closed("0", "0")])
    def test_dividing_by_a_range_with_zero_is_refused(self, divisor: Interval) -> None:
        with pytest.raises(IntervalError, match="zero"):
            _ = closed("1", "2") / divisor

    def test_an_endless_quotient_is_rounded_outwards(self) -> None:
        third = Interval.exactly(1) / 3
        assert third.low is not None
        assert third.high is not None
        assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)
        assert third.width is not None
        assert 0 < third.width < Decimal("1e-58")

    def test_the_ambient_context_does_not_matter(self) -> None:
        long = Decimal("1234567890123456789012345678901234567.5")
        assert (Interval.exactly(long) + 1).same_as(
            Interval.exactly(Decimal(str(long)[:-3] + "8.5"))
        )

    def test_what_was_stated_follows_when_both_have_it(self) -> None:
        rounded = Interval.rounded(Decimal(29), Decimal("0.5"))
        assert (rounded * Interval.exactly(2)).stated == 58
        assert (-rounded).stated == -29
        assert (rounded - closed("1", "2")).stated is None
        assert (
            rounded / Interval(Decimal(0), Decimal(1), low_open=True, stated=Decimal(0))
        ).stated is None

    @FAST
    @given(ranges_with_point(), ranges_with_point())
    def test_every_true_result_is_contained(
        self, left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]
    ) -> None:
        (a, x), (b, y) = left, right
        assert (a + b).contains(x + y)
        assert (a - b).contains(x - y)
        assert (a * b).contains(x * y)
        assert (-a).contains(-x)

    @FAST
    @given(ranges_with_point(), ranges_with_point())
    def test_every_true_quotient_is_contained(
        self, left: tuple[Interval, Decimal], right: tuple[Interval, Decimal]
    ) -> None:
        (a, x), (b, y) = left, right
        if b.contains(0):
            return
        quotient = a / b
        assert (quotient * y).contains(x)


class TestRelations:
    @pytest.mark.parametrize(
        ("left", "right", "meets"),
        [
            (closed("1", "2"), closed("2", "3"), True),
            (opened("1", "2", at="high"), closed("2", "3"), False),
            (closed("1", "2"), opened("2", "3", at="low"), False),
            (closed(None, "2"), closed("1", None), True),
            (closed("1", "2"), closed("3", None), False),
        ],
    )
    def test_meeting_is_sharing_a_number(
        self, left: Interval, right: Interval, *, meets: bool
    ) -> None:
        assert left.meets(right) is meets
        assert right.meets(left) is meets

    def test_certainly_at_most_allows_a_shared_end(self) -> None:
        assert closed("1", "2").certainly_at_most(closed("2", "3"))
        assert not closed("1", "2").certainly_below(closed("2", "3"))
        assert opened("1", "2", at="high").certainly_below(closed("2", "3"))
        assert not closed("1", None).certainly_at_most(closed("9", "9"))

    def test_contains_minds_open_ends(self) -> None:
        nearly_half = opened("45", "50", at="high")
        assert nearly_half.contains(45)
        assert not nearly_half.contains(50)

    def test_the_width_of_an_unbounded_range_is_none(self) -> None:
        assert closed("1", "4").width == 3
        assert closed("1", None).width is None

    @FAST
    @given(INTERVALS, INTERVALS)
    def test_two_ranges_meet_or_one_is_below(self, left: Interval, right: Interval) -> None:
        below = left.certainly_below(right)
        above = right.certainly_below(left)
        assert left.meets(right) == right.meets(left) == (not below and not above)
        assert not (below and above)


class TestJson:
    def test_decimals_are_plain_strings(self) -> None:
        about = Interval(Decimal("1.35E+8"), Decimal("165000000.0"), stated=Decimal(150000000))
        assert about.to_json() == {
            "stated": "150000000",
            "low": "135000000",
            "high": "165000000",
            "low_open": False,
            "high_open": False,
        }

    @FAST
    @given(INTERVALS)
    def test_it_comes_back_the_same(self, interval: Interval) -> None:
        assert Interval.from_json(interval.to_json()) == interval

    @pytest.mark.parametrize(
        "change",
        [
            {"low": 1},
            {"low": "1e5"},
            {"low": "٣"},
            {"low": "9" * 100_000},
            {"low_open": "no"},
            {"low_open": 0},
            {"extra": None},
            {"low": "3"},
        ],
    )
    def test_anything_else_is_refused(self, change: dict[str, object]) -> None:
        with pytest.raises(IntervalError):
            Interval.from_json({**closed("1", "2").to_json(), **change})

    @pytest.mark.parametrize("value", [None, [], "1", {}])
    def test_anything_but_an_object_is_refused(self, value: object) -> None:
        with pytest.raises(IntervalError):
            Interval.from_json(value)
