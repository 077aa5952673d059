"""Formulas are read into trees, calculated on ranges, and never run as code."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.evaluation import UnknownFigureError, evaluate, holds
from scale_explorer.models.quantity.formula import FormulaError, parse, parse_expectation
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.reading import read
from scale_explorer.models.quantity.unit import Unit

Describe = Callable[[Interval, int], str]
M = 10**6
BN = 10**9


FIGURES = {
    name: Quantity(reading.interval, reading.unit)
    for name, reading in (
        ("spend", read("about $150 million")),
        ("revenue", read("$870 million")),
        ("stake", read("49%")),
        ("value", read("$29 billion")),
        ("before", read("$14 billion")),
        ("price", read("$14.8 billion")),
        ("euros", read("€5 million")),
        ("staff", read("1,000 employees")),
        ("fee", read("as much as $100 each")),
        ("a.customer_of.b", read("$1")),
    )
}


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("1 + 2 * 3", "1", "[7, 7]"),
        ("(1 + 2) * 3", "1", "[9, 9]"),
        ("8 / 4 / 2", "1", "[1, 1]"),
        ("2 - 3 - 4", "1", "[-5, -5]"),
        ("-2 * -(3 - 1)", "1", "[4, 4]"),
        ("50% + 3%", "%", "[53, 53]"),
        ("{stake} * 2", "%", "[98, 98]"),
        ("{a.customer_of.b} * 2", "USD", "[2, 2]"),
        ("{ stake }", "1", "[0.49, 0.49]"),
        ("1 - {stake}", "%", "[51, 51]"),
    ],
)
def test_a_formula_comes_to(described: Describe, text: str, unit: str, expected: str) -> None:
    result = evaluate(parse(text), FIGURES).as_unit(Unit.parse(unit))
    assert described(result.interval, 1) == expected


def test_money_of_a_range(described: Describe) -> None:
    result = evaluate(parse("{stake} * {value}"), FIGURES)
    assert described(result.interval, BN) == "[13.965, 14.455]"
    assert str(result.unit) == "USD"


def test_a_share_of_revenue() -> None:
    share = evaluate(parse("{spend} / {revenue}"), FIGURES).as_unit(Unit.parse("%"))
    low, high = share.interval.low, share.interval.high
    assert low is not None
    assert high is not None
    assert 15.5 < low < 15.6
    assert 18.9 < high < 19.0


def test_units_cancel() -> None:
    per_head = evaluate(parse("{revenue} / {staff}"), FIGURES)
    assert str(per_head.unit) == "USD/employees"
    assert str(evaluate(parse("{revenue} / {staff} * {staff}"), FIGURES).unit) == "USD"


def test_each_mention_is_a_fresh_unknown() -> None:
    assert evaluate(parse("{revenue} - {revenue}"), FIGURES).interval.width == 2 * M
    once = evaluate(parse("{before} / {value} - 1"), FIGURES).interval
    twice = evaluate(parse("({before} - {value}) / {value}"), FIGURES).interval
    assert once.width is not None
    assert twice.width is not None
    assert once.width < twice.width
    assert twice.low_end < once.low_end
    assert once.high_end < twice.high_end


def test_the_inputs_are_named_once_in_order() -> None:
    assert parse("{b} / ({a} + -{b})").inputs == ("b", "a")
    assert parse_expectation("{c} * {a} ~ {b} + {a}").inputs == ("c", "a", "b")


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("", 1, "expected a number"),
        ("1 +", 4, "the end"),
        ("1 2", 3, "found '2'"),
        ("(1", 3, "expected \\)"),
        ("1 & 2", 3, "no meaning"),
        ("{a", 1, "no meaning"),
        ("{A b}", 1, "no figure id"),
        ("__import__('os')", 1, "no meaning"),
        ("1e5", 2, "no meaning"),
        ("9" * 61, 1, "digits"),
        ("(" * 33 + "1" + ")" * 33, 33, "levels"),
        ("-" * 40 + "1", 33, "levels"),
        ("1+" * 250 + "1", 501, "500 characters"),
        ("1 ~ 2", 3, "found '~'"),
    ],
)
def test_a_crooked_formula_is_refused_at_its_column(text: str, column: int, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason) as caught:
        parse(text)
    assert caught.value.column == column


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("1 + {spend} * {euros} + {euros}", 3, "1 and EUR\\*USD"),
        ("{spend} + {euros}", 9, "USD and EUR"),
        ("1 + {spend}", 3, "1 and USD"),
        ("{spend} / {fee}", 9, "zero"),
        ("{spend}*{spend}*{spend}*{spend}*{spend}", 32, "at most 4"),
    ],
)
def test_an_impossible_step_is_refused_at_its_sign(text: str, column: int, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason) as caught:
        evaluate(parse(text), FIGURES)
    assert caught.value.column == column


def test_a_result_beyond_the_limits_is_refused() -> None:
    tiny = Quantity(Interval.exactly(Decimal("1e-60")), Unit.parse("%"))
    with pytest.raises(FormulaError, match="digits"):
        evaluate(parse("{tiny}"), {"tiny": tiny})


def test_an_unknown_figure_is_named() -> None:
    with pytest.raises(UnknownFigureError) as caught:
        evaluate(parse("{spend} / {nobody}"), FIGURES)
    assert (caught.value.figure, caught.value.column) == ("nobody", 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{stake} * {value} ~ {price}", False),
        ("{value} / {before} ~ 2", True),
        ("{before} < {value}", True),
        ("{value} < {value}", False),
        ("{stake} <= 49%", True),
        ("{stake} < 49%", False),
        ("{stake} = 0.49", True),
        ("{value} = 29000000000", False),
    ],
)
def test_expectations(text: str, *, expected: bool) -> None:
    figures = {**FIGURES, "value": FIGURES["value"]}
    if "29000000000" in text:
        figures["value"] = Quantity(FIGURES["value"].interval)
    outcome = holds(parse_expectation(text), figures)
    assert bool(outcome) is outcome.holds is expected


def test_an_outcome_shows_both_sides(described: Describe) -> None:
    outcome = holds(parse_expectation("{stake} * {value} ~ {price}"), FIGURES)
    assert described(outcome.left.interval, BN) == "[13.965, 14.455]"
    assert outcome.right == FIGURES["price"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{stake}", "expected ~"),
        ("{stake} ~", "the end"),
        ("1 < 2 < 3", "found '<'"),
        ("1 > 2", "no meaning"),
    ],
)
def test_a_crooked_expectation_is_refused(text: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        parse_expectation(text)


def test_sides_of_different_units_are_not_compared() -> None:
    with pytest.raises(FormulaError, match="USD with 1"):
        holds(parse_expectation("{spend} ~ {stake}"), FIGURES)


PIECES = st.lists(st.sampled_from([*"+-*/()%~<= 019.", "{spend}", "{stake}", "{x}", "<="]))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), PIECES.map("".join)))
def test_no_text_breaks_the_parser_or_the_calculation(text: str) -> None:
    for column in (formula_error(text), expectation_error(text)):
        assert column is None or 1 <= column <= len(text) + 1


def formula_error(text: str) -> int | None:
    try:
        evaluate(parse(text), FIGURES)
    except FormulaError as error:
        return error.column
    return None


def expectation_error(text: str) -> int | None:
    try:
        holds(parse_expectation(text), FIGURES)
    except FormulaError as error:
        return error.column
    return None
