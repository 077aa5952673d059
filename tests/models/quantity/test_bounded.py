"""Amounts and formulas made to take long: each has a value or is refused, and soon."""

from __future__ import annotations

import time
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.evaluation import evaluate, holds
from scale_explorer.models.quantity.formula import FormulaError, parse, parse_expectation
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.reading import UnreadableAmount, find_amounts, read
from scale_explorer.models.quantity.unit import Unit

KNOWN = {"a": Quantity(Interval.exactly(Decimal("1e30")), Unit.parse("×"))}
BUDGET = 2.0
"""Seconds of processor time."""

pytestmark = pytest.mark.alone

AMOUNTS = {
    "digits": "9" * 100_000,
    "groups": "1" + ",000" * 50_000,
    "a fraction": "0." + "0" * 100_000 + "1",
    "an exponent": "1e999999999",
    "scales": "$1 " + "billion " * 20_000,
    "hedges": "about " * 20_000 + "$1",
    "currencies": "$" * 50_000 + "1",
    "ranges": "1-" * 20_000 + "2",
    "between": "between " * 20_000 + "1 and 2",
    "points": "." * 50_000,
    "words": "one hundred " * 20_000,
    "other digits": "\u0661" * 50_000,
    "blanks": "1" + "\u00a0" * 100_000 + "billion",
}
FORMULAS = {
    "parentheses": "(" * 100_000 + "1" + ")" * 100_000,
    "an open one": "(" * 100_000,
    "signs": "-" * 100_000 + "1",
    "a sum": "1" + " + 1" * 50_000,
    "powers": "9" + " * 9" * 50_000,
    "quotients": "1" + " / 3" * 20_000,
    "stars": "9 ** 9 ** 9 ** 9 ** 9",
    "carets": "9 ^ 999999999",
    "digits": "9" * 100_000,
    "an exponent": "1e999999999 * 1e999999999",
    "figures": "{" * 100_000,
    "names": "{a} + " * 20_000 + "{a}",
    "a long name": "{" + "a" * 100_000 + "}",
}


def read_all(text: str) -> None:
    with suppress(UnreadableAmount):
        read(text)
    find_amounts(text)


def judge(text: str) -> None:
    with suppress(FormulaError):
        evaluate(parse(text), KNOWN)
    with suppress(FormulaError):
        holds(parse_expectation(f"{text} ~ {text}"), KNOWN)


@pytest.mark.parametrize("name", AMOUNTS)
def test_no_amount_takes_long(name: str) -> None:
    begun = time.process_time()
    read_all(AMOUNTS[name])
    assert time.process_time() - begun < BUDGET


@pytest.mark.parametrize("name", FORMULAS)
def test_no_formula_takes_long(name: str) -> None:
    begun = time.process_time()
    judge(FORMULAS[name])
    assert time.process_time() - begun < BUDGET


_PIECES = st.sampled_from(
    ["(", ")", "+", "-", "*", "/", "{a}", "1", "9" * 400, "1e99999", "~", "<", " ", "million", "%",
     "$", "between", "and", ",", ".", "0x1", "∞", "nan", "\u0661"]
)  # fmt: skip


@settings(deadline=None)
@given(_PIECES, st.integers(1, 3_000), _PIECES)
def test_whatever_is_said_again_and_again_is_answered(first: str, times: int, last: str) -> None:
    begun = time.process_time()
    for text in (first * times + last, f"{first} " * times + last):
        read_all(text)
        judge(text)
    assert time.process_time() - begun < BUDGET
