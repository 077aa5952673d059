"""Units are read, written, cancelled and compared."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest
from babel.numbers import list_currencies

from scale_explorer.models.quantity.currency import CODES, NAMES, SHARED_SIGNS, SIGNS, SYMBOLS
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.unit import PERCENT, PLAIN, POINTS, TIMES, Unit, UnitError


def test_the_currency_tables_hold_true_codes() -> None:
    named = {
        *SIGNS.values(),
        *NAMES.values(),
        *SYMBOLS,
        *chain.from_iterable(SHARED_SIGNS.values()),
    }
    assert named <= CODES <= list_currencies()


@pytest.mark.parametrize(
    "text",
    [
        "USD",
        "%",
        "pp",
        "×",
        "1",
        "people",
        "data centers",
        "USD/annotation",
        "1/day",
        "USD/day/user",
    ],
)
def test_a_unit_is_written_as_it_is_read(text: str) -> None:
    assert str(Unit.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "cannot read"),
        ("USD/", "cannot read"),
        ("USD//day", "cannot read"),
        ("UDS", "not an ISO 4217"),
        ("usd", "USD"),
        ("dollars", "USD"),
        ("$", "cannot read"),
        ("a\u202eb", "cannot read"),
        ("x" * 200, "at most"),
        ("a*b*c*d*e", "at most"),
    ],
)
def test_a_crooked_unit_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnitError, match=reason):
        Unit.parse(text)


@pytest.mark.parametrize(
    ("left", "right", "product", "quotient"),
    [
        ("USD", "USD", "USD*USD", "1"),
        ("USD", "people", "USD*people", "USD/people"),
        ("USD/annotation", "annotation", "USD", "USD/annotation/annotation"),
        ("%", "USD", "USD", "1/USD"),
        ("USD", "%", "USD", "USD"),
        ("×", "pp", "1", "1"),
        ("%/year", "year", "1", "1/year/year"),
    ],
)
def test_units_multiply_and_divide(left: str, right: str, product: str, quotient: str) -> None:
    assert str(Unit.parse(left) * Unit.parse(right)) == product
    assert str(Unit.parse(left) / Unit.parse(right)) == quotient


def test_only_like_units_add() -> None:
    assert TIMES + PERCENT == PLAIN
    with pytest.raises(UnitError, match="USD and EUR"):
        _ = Unit.parse("USD") + Unit.parse("EUR")


@pytest.mark.parametrize(
    ("text", "currency"),
    [("USD", "USD"), ("USD/annotation", "USD"), ("people", None), ("1/USD", None), ("%", None)],
)
def test_the_currency_of_a_unit(text: str, currency: str | None) -> None:
    assert Unit.parse(text).currency == currency


def quantity(number: str, unit: Unit) -> Quantity:
    return Quantity(Interval.exactly(Decimal(number)), unit)


def test_percent_enters_as_a_hundredth() -> None:
    stake, value = quantity("49", PERCENT), quantity("200", Unit.parse("USD"))
    assert stake * value == quantity("98", Unit.parse("USD"))


@pytest.mark.parametrize(
    ("number", "unit", "wanted", "expected"),
    [
        ("0.49", PLAIN, PERCENT, "49"),
        ("3", POINTS, PERCENT, "3"),
        ("2", TIMES, PERCENT, "200"),
        ("150", PERCENT, TIMES, "1.5"),
    ],
)
def test_shares_turn_into_each_other(number: str, unit: Unit, wanted: Unit, expected: str) -> None:
    assert quantity(number, unit).as_unit(wanted) == quantity(expected, wanted)


def test_money_is_no_share() -> None:
    with pytest.raises(UnitError, match="USD cannot be given in %"):
        quantity("1", Unit.parse("USD")).as_unit(PERCENT)
