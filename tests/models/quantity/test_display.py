"""Amounts are shown short, and never more exact than what is known."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.display import show, show_derived, show_range
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.reading import read
from scale_explorer.models.quantity.unit import PERCENT, PLAIN, Unit

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("text", "shown", "ranged"),
    [
        ("$29 billion", "$29 bn", "$28.5–29.5 bn"),
        ("$14.0 billion", "$14.0 bn", "$13.95–14.05 bn"),
        ("about $150 million", "≈ $150 M", "$135–165 M"),
        ("nearly half", "nearly 50 %", "45 % to under 50 %"),
        ("over $1bn", "> $1 bn", "over $1 bn"),
        ("at least 5 people", "≥ 5 people", "5 people or more"),
        ("as much as $100 per annotation", "≤ $100 / annotation", "$0–100 / annotation"),
        ("as much as $100 each", "≤ $100 each", "$0–100 each"),
        ("less than 50%", "< 50 %", "0 % to under 50 %"),
        ("between $100 million and $150 million", "$100–150 M", "$100–150 M"),
        ("between $135.5 million and $165 million", "$135.5–165 M", "$135.5–165 M"),
        ("most", "> 50 %", "over 50 % to 100 %"),
        ("double", "2 ×", "2 ×"),
        ("1,416 employees", "1,416 employees", "1,416 employees"),
        ("25,000 people", "25 K people", "25 K people"),
        ("1,234,567", "1,234,567", "1,234,567"),
        ("$29,000,000", "$29 M", "$29 M"),
        ("zero", "0", "0"),
        ("-4.5 %", "−4.5 %", "−4.55 to −4.45 %"),
        ("minus $5 million", "−$5 M", "−$5.5 to −4.5 M"),
        ("down more than 20%", "< −20 %", "under −20 %"),
        ("down nearly 20%", "nearly −20 %", "over −20 % to −18 %"),
        ("CHF 29 bn", "CHF 29 bn", "CHF 28.5–29.5 bn"),
        ("hundreds of millions of dollars", "$0.2–1 bn", "$200 M to under $1 bn"),
        ("thousands", "2,000 to 1 M", "2,000 to under 1 M"),
        ("20.000,50 €", "€20,000.50", "€20.0004–20.0006 K"),
        ("a third", "33.33 %", "33.3333–33.3334 %"),
        ("10 per day", "10 / day", "10 / day"),
    ],
)
def test_what_was_read_is_shown(text: str, shown: str, ranged: str) -> None:
    reading = read(text)
    compact = show(reading.interval, reading.unit, reading.hedge)
    assert compact.replace(SPACE, " ") == shown
    assert show_range(reading.interval, reading.unit).replace(SPACE, " ") == ranged


def derived(low: str | None, high: str | None, unit: Unit) -> str:
    first, last = (None if end is None else Decimal(end) for end in (low, high))
    return show_derived(Interval(first, last), unit).replace(SPACE, " ")


@pytest.mark.parametrize(
    ("low", "high", "unit", "shown"),
    [
        ("15.5083", "18.9765", "%", "15–19 %"),
        ("9.0909", "62.963", "%", "9–63 %"),
        ("1.96551", "2.18519", "×", "1.96–2.19 ×"),
        ("704500000", "735500000", "USD", "$700–740 M"),
        ("13965000000", "14455000000", "USD", "$13.9–14.5 bn"),
        ("-20", "-18", "%", "−20 to −18 %"),
        ("0.333333333", "0.333333334", "1", "0.3333"),
        ("53", "53", "%", "53 %"),
        ("11500", "12500", "%", "11,500–12,500 %"),
        ("123456789.123456789", "123456789.123456789", "1", "123.5 M"),
        ("333333333", None, "USD/people", "> $330 M / people"),
        (None, "5.55", "1", "< 5.6"),
        (None, "5", "1", "≤ 5"),
        (None, None, "1", "any amount"),
        ("-1e-58", "1e-58", "1", "−0.000001 to 0.000001"),
    ],
)
def test_what_was_calculated_is_shown_as_what_is_known(
    low: str | None, high: str | None, unit: str, shown: str
) -> None:
    assert derived(low, high, Unit.parse(unit)) == shown


def test_a_number_inside_a_calculated_range_is_not_shown_alone() -> None:
    share = Interval(Decimal("15.5"), Decimal("18.97"), stated=Decimal("17.24"))
    assert show(share, PERCENT, Hedge.EXACT) == f"15–19{SPACE}%"


def test_the_sign_of_a_currency_can_be_replaced() -> None:
    money = Interval.exactly(5)
    assert show(money, Unit.parse("USD"), Hedge.EXACT, symbol="US$") == "US$5"


def test_no_ordinary_space_breaks_a_short_amount() -> None:
    reading = read("about 5 million Swiss francs per year")
    assert " " not in show(reading.interval, reading.unit, reading.hedge)


@pytest.mark.parametrize(
    "text",
    [
        "$29 bn", "≈ $150 M", "nearly 50 %", "> $1 bn", "≥ $1 bn", "≤ $100 / annotation", "< 50 %",
        "$100–150 M", "15–19 %", "2 ×", "−4.5 %", "CHF 29 bn", "€1.5 tn", "1,416 employees",
    ],
)  # fmt: skip
def test_what_is_shown_can_be_read_back(text: str) -> None:
    text = text.replace(" ", SPACE)
    reading = read(text)
    assert show(reading.interval, reading.unit, reading.hedge) == text


NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, places=4)
SHOWN_NUMBER = settings(max_examples=150, deadline=None)


@SHOWN_NUMBER
@given(NUMBERS, NUMBERS, st.sampled_from(Hedge), st.sampled_from(["", "open", "stated"]))
def test_any_amount_can_be_shown(first: Decimal, second: Decimal, hedge: Hedge, kind: str) -> None:
    low, high = sorted((first, second))
    stated = high if kind == "stated" else None
    interval = Interval(low, high, low_open=kind == "open" and low < high, stated=stated)
    compact = show(interval, PLAIN, hedge), show_derived(interval, PLAIN)
    for text in (*compact, show_range(interval, PLAIN)):
        assert 0 < len(text) < 80


@SHOWN_NUMBER
@given(
    st.decimals(1, 10**9, allow_nan=False, places=4),
    st.decimals(1, 10**9, allow_nan=False, places=4),
)
def test_a_derived_range_read_back_contains_the_truth(first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    interval = Interval(low, high)
    text = show_derived(interval, PERCENT)
    shown = read(text).interval
    assert shown.meets(interval)
    if "–" in text:
        assert shown.low_end.value <= low
        assert high <= shown.high_end.value
