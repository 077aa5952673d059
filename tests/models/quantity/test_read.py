"""A whole amount is read exactly as meant."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from scale_explorer.models.quantity.decimals import plain
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.reading import read

Describe = Callable[[Interval, int], str]


ONE = 1
K = 10**3
M = 10**6
BN = 10**9


@pytest.mark.parametrize(
    ("text", "scale", "expected", "unit"),
    [
        # a scale word or a decimal mark: half a unit of the last digit
        ("$29 billion", BN, "[28.5, 29.5]", "USD"),
        ("$14.8 billion", BN, "[14.75, 14.85]", "USD"),
        ("$14.8 Billion", BN, "[14.75, 14.85]", "USD"),
        ("$14.0bn", BN, "[13.95, 14.05]", "USD"),
        ("$870 million", M, "[869.5, 870.5]", "USD"),
        ("US$ 201 billion", BN, "[200.5, 201.5]", "USD"),
        ("$29-billion", BN, "[28.5, 29.5]", "USD"),
        ("14.3B", BN, "[14.25, 14.35]", "1"),
        ("10k", K, "[9.5, 10.5]", "1"),
        ("£2m", M, "[1.5, 2.5]", "GBP"),
        ("$2M", M, "[1.5, 2.5]", "USD"),
        ("5 MM USD", M, "[4.5, 5.5]", "USD"),
        ("1.2tn", BN, "[1150, 1250]", "1"),
        ("2 lakh", K, "[150, 250]", "1"),
        ("₹4,500 crore", BN, "[44.995, 45.005]", "INR"),
        ("₹1.5 lakh crore", BN, "[1450, 1550]", "INR"),
        ("49.5%", ONE, "[49.45, 49.55]", "%"),
        ("-4.5 %", ONE, "[-4.55, -4.45]", "%"),
        ("3.5x", ONE, "[3.45, 3.55]", "×"),
        # whole counts and written-out digits: exact
        ("49 %", ONE, "[49, 49]", "%"),
        ("49 percent", ONE, "[49, 49]", "%"),
        ("49 per cent", ONE, "[49, 49]", "%"),
        ("a 49% stake", ONE, "[49, 49]", "%"),
        ("minus 4%", ONE, "[-4, -4]", "%"),
        ("−$5", ONE, "[-5, -5]", "USD"),
        ("1,416 employees", ONE, "[1416, 1416]", "employees"),
        ("over 1500 GPUs", ONE, "(1500, ∞)", "GPUs"),
        ("$150,000,000", M, "[150, 150]", "USD"),
        ("zero", ONE, "[0, 0]", "1"),
        ("3 percentage points", ONE, "[3, 3]", "pp"),
        ("50 basis points", ONE, "[0.5, 0.5]", "pp"),
        ("three times", ONE, "[3, 3]", "×"),
        ("3-fold", ONE, "[3, 3]", "×"),
        ("a dozen", ONE, "[12, 12]", "1"),
        ("half a dozen", ONE, "[6, 6]", "1"),
        # number words
        ("twenty-five people", ONE, "[25, 25]", "people"),
        ("one hundred and fifty million dollars", M, "[149.5, 150.5]", "USD"),
        ("a hundred million euros", M, "[99.5, 100.5]", "EUR"),
        ("a billion dollars", BN, "[0.5, 1.5]", "USD"),
        ("half a million", K, "[450, 550]", "1"),
        ("three quarters of a million", K, "[745, 755]", "1"),
        ("two and a half billion", BN, "[2.45, 2.55]", "1"),
        ("2 and a half billion", BN, "[2.45, 2.55]", "1"),
        ("1½ million", M, "[1.45, 1.55]", "1"),
        ("3½ %", ONE, "[3.5, 3.5]", "%"),
        ("half a percentage point", ONE, "[0.5, 0.5]", "pp"),
        # currencies
        ("$5 million CAD", M, "[4.5, 5.5]", "CAD"),
        ("C$5 million", M, "[4.5, 5.5]", "CAD"),
        ("a $5 million", M, "[4.5, 5.5]", "USD"),
        ("5 million Swiss francs", M, "[4.5, 5.5]", "CHF"),
        ("5 billion won", BN, "[4.5, 5.5]", "KRW"),
        ("Rs. 500", ONE, "[500, 500]", "INR"),
        # per something
        ("$100 per annotation", ONE, "[100, 100]", "USD/annotation"),
        ("$20/month", ONE, "[20, 20]", "USD/month"),
        ("$3.5 billion a year", BN, "[3.45, 3.55]", "USD/year"),
        ("$20 per user per month", ONE, "[20, 20]", "USD/month/user"),
        ("$6.50 a jar", ONE, "[6.495, 6.505]", "USD/jar"),
        ("$2 a pound", ONE, "[2, 2]", "USD/lb"),
        ("€3 per kilo", ONE, "[3, 3]", "EUR/kg"),
    ],
)
def test_numbers_with_their_written_precision(
    described: Describe, text: str, scale: int, expected: str, unit: str
) -> None:
    reading = read(text)
    assert described(reading.interval, scale) == expected
    assert str(reading.unit) == unit


@pytest.mark.parametrize(
    ("text", "expected", "stated", "hedge"),
    [
        ("about $150 million", "[135, 165]", "150", "about"),
        ("around $200 million", "[180, 220]", "200", "about"),
        ("~$150M", "[135, 165]", "150", "about"),
        ("some 200 million dollars", "[180, 220]", "200", "about"),
        ("$200 million or so", "[180, 220]", "200", "about"),
        ("about $1 million", "[0.5, 1.5]", "1", "about"),
        ("nearly $50 million", "[45, 50)", "50", "nearly"),
        ("just under $50 million", "[45, 50)", "50", "nearly"),
        ("more than $50 million", "(50, ∞)", "50", "over"),
        ("well over $50m", "(50, ∞)", "50", "over"),
        ("at least $50 million", "[50, ∞)", "50", "at_least"),
        ("$50 million or more", "[50, ∞)", "50", "at_least"),
        ("$50m+", "[50, ∞)", "50", "at_least"),
        ("$50m-plus", "[50, ∞)", "50", "at_least"),
        ("as much as $50 million", "[0, 50]", "50", "up_to"),
        ("no more than $50 million", "[0, 50]", "50", "up_to"),
        ("less than $50 million", "[0, 50)", "50", "up_to"),
        ("etwa 50 Mio. Euro", "[45, 55]", "50", "about"),
        ("fast 50 Millionen Dollar", "[45, 50)", "50", "nearly"),
        ("über 50 Mio. €", "(50, ∞)", "50", "over"),
        ("bis zu 50 Mio. €", "[0, 50]", "50", "up_to"),
        ("plus de 50 millions d’euros", "(50, ∞)", "50", "over"),
        ("jusqu’à 50 M€", "[0, 50]", "50", "up_to"),
        ("alrededor de 50 millones de dólares", "[45, 55]", "50", "about"),
        ("al menos 50 millones de euros", "[50, ∞)", "50", "at_least"),
    ],
)
def test_hedges(described: Describe, text: str, expected: str, stated: str, hedge: str) -> None:
    reading = read(text)
    assert described(reading.interval, M) == expected
    assert reading.interval.stated == Decimal(stated) * M
    assert reading.hedge == hedge


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("between $100 million and $150 million", "[100, 150]", "USD"),
        ("$100-150 million", "[100, 150]", "USD"),
        ("$100–150 M", "[100, 150]", "USD"),
        ("$100 million to $150 million", "[100, 150]", "USD"),
        ("between 100 and 150 million people", "[100, 150]", "people"),
        ("900,000 to 1.2 million", "[0.9, 1.2]", "1"),
        ("about $100-150 million", "[90, 165]", "USD"),
        ("hundreds of millions of dollars", "[200, 1000)", "USD"),
        ("several hundred million dollars", "[200, 1000)", "USD"),
        ("tens of millions of users", "[20, 100)", "users"),
        ("a few million", "[2, 10)", "1"),
        ("millions", "[2, 1000)", "1"),
    ],
)
def test_ranges_state_no_number(described: Describe, text: str, expected: str, unit: str) -> None:
    reading = read(text)
    assert described(reading.interval, M) == expected
    assert reading.interval.stated is None
    assert str(reading.unit) == unit


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("from 10 to 12 percent", "[10, 12]", "%"),
        ("15–19 %", "[15, 19]", "%"),
        ("-5 to -3 %", "[-5, -3]", "%"),
        ("three to four times", "[3, 4]", "×"),
        ("1-2 dozen", "[12, 24]", "1"),
        ("dozens", "[24, 100)", "1"),
        ("tens of thousands", "[20000, 100000)", "1"),
        ("half", "[50, 50]", "%"),
        ("nearly half", "[45, 50)", "%"),
        ("a third", "[33.3333, 33.3334]", "%"),
        ("two-thirds", "[66.6666, 66.6667]", "%"),
        ("two thirds", "[66.6666, 66.6667]", "%"),
        ("three quarters", "[75, 75]", "%"),
        ("one in five", "[20, 20]", "%"),
        ("9 out of 10", "[90, 90]", "%"),
        ("most", "(50, 100]", "%"),
        ("a majority stake", "(50, 100]", "%"),
        ("double", "[2, 2]", "×"),
        ("twice", "[2, 2]", "×"),
        ("tenfold", "[10, 10]", "×"),
        ("halved", "[0.5, 0.5]", "×"),
        ("more than doubled", "(2, ∞)", "×"),
        ("up 20%", "[20, 20]", "%"),
        ("down more than 20%", "(-∞, -20)", "%"),
        ("down nearly 20%", "(-20, -18]", "%"),
    ],
)
def test_small_ranges_parts_and_multiples(
    described: Describe, text: str, expected: str, unit: str
) -> None:
    reading = read(text)
    assert described(reading.interval, 1) == expected
    assert str(reading.unit) == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000", "1000"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1 000 000", "1000000"),
        ("1\u202f000\u202f000", "1000000"),
        ("1.000.000", "1000000"),
        ("1'000'000", "1000000"),
        ("4,50,000", "450000"),
        ("0,125", "0.125"),
        ("14,3 Mrd. €", "14300000000"),
        ("1,5 Mio. Euro", "1500000"),
        ("EUR 1,5 Mio", "1500000"),
        ("3 Milliarden", "3000000000"),
        ("8.861 billion Euros", "8861000000"),
        ("1,500 million", "1500000000"),
        ("1.500 Mio. €", "1500000000"),
        ("1,500 Mrd. €", "1500000000"),
        ("1.000 €", "1000"),
        ("R$ 1.500", "1500"),
        ("1.000 Mitarbeiter", "1000"),
        ("4.125 %", "4.125"),
        ("3 mil millones de euros", "3000000000"),
        ("3 milliards d'euros", "3000000000"),
    ],
)
def test_the_numerals_of_many_countries(text: str, expected: str) -> None:
    stated = read(text).interval.stated
    assert stated is not None
    assert plain(stated) == expected


def test_each_leaves_the_noun_to_the_context() -> None:
    reading = read("as much as $100 each")
    assert (str(reading.unit), reading.per, reading.hedge) == ("USD/each", "each", "up_to")


def test_the_wording_is_kept() -> None:
    reading = read("  a 49% stake ")
    assert (reading.as_written, reading.start, reading.end) == ("a 49% stake", 2, 13)


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("doubled", True),
        ("3 percentage points", True),
        ("up 20%", True),
        ("20%", False),
        ("half", False),
    ],
)
def test_what_compares_is_relative(text: str, *, relative: bool) -> None:
    assert read(text).relative is relative


def test_a_long_number_with_a_half_keeps_every_digit() -> None:
    digits = "1234567890123456789012345678901234567890"
    assert read(f"{digits}½").interval.stated == Decimal(f"{digits}.5")
