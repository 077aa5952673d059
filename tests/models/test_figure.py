"""Figures as files write them: what is read, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from scale_explorer.models.figure import Figure, FigureStatus
from scale_explorer.models.quantity.hedge import Hedge


def figure(**fields: Any) -> Figure:
    return Figure.model_validate({"id": "x", "subject": "acme", "measure": "revenue", **fields})


def test_an_amount_is_read_from_its_words() -> None:
    found = figure(value="about $150 million")
    assert found.value is not None
    assert (found.value.low, found.value.high) == (Decimal(135_000_000), Decimal(165_000_000))
    assert (found.unit, found.hedge, found.as_written) == ("USD", Hedge.ABOUT, "about $150 million")


ONE_RANGE = {
    "stated": "1416", "low": "1416", "high": "1416", "low_open": False, "high_open": False,
}  # fmt: skip


@pytest.mark.parametrize("value", [1416, Decimal(1416), ONE_RANGE])
def test_a_number_or_a_range_does_as_well(value: object) -> None:
    found = figure(value=value, unit="people")
    assert found.value is not None
    assert found.value.low == found.value.high == 1416


def test_a_formula_makes_it_derived() -> None:
    assert figure(formula="{a} / {b}", unit="%").status is FigureStatus.DERIVED


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "either a value or a formula"),
        ({"value": "$1", "formula": "{a}"}, "either a value or a formula"),
        ({"value": 5}, "has no unit"),
        ({"value": "$5", "unit": "EUR"}, "written in USD, but unit says EUR"),
        ({"value": "some of it"}, "cannot read"),
        ({"value": 5, "unit": "dollar"}, "ISO 4217 code, USD"),
        ({"formula": "{a}", "unit": "%", "status": "reported"}, "is derived: leave out status"),
        ({"value": "$5", "status": "derived"}, "only a figure with a formula is derived"),
        ({"value": "$5", "period": {"before": "a", "after": "b"}}, "either before or after"),
        ({"value": True, "unit": "people"}, "Interval"),
    ],
)
def test_what_makes_no_figure_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        figure(**fields)


def test_its_texts_are_safe_to_show() -> None:
    assert figure(formula="{a}\u202e * \x1b1", unit="%").formula == "{a}\ufffd * \u241b1"
    with pytest.raises(ValidationError, match="cannot read the unit"):
        figure(value=5, unit="peo\u200bple")
