"""What an amount measures, and which words say so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scale_explorer.models.figure import FigureStatus, Measure
from scale_explorer.models.quantity.hedge import Hedge

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "measure", "because"),
    [
        ("Alder reached a $29 billion valuation.", "$29 billion", "valuation", "valuation"),
        ("Birch bought a 49% stake in Alder.", "49%", "stake", "stake"),
        ("Birch sold 60% of it.", "60%", "stake", "sold"),
        ("Birch spent about $150 million on bread.", "about $150 million", "spend", "spent"),
        ("Its revenue of $870 million grew.", "$870 million", "revenue", "revenue"),
        ("Alder made a profit of $5 million.", "$5 million", "profit", "profit"),
        ("Alder charges $2 per loaf.", "$2 per loaf", "unit_price", ""),
        ("Alder has 140 employees.", "140 employees", "headcount", ""),
        ("Alder employs 140 people.", "140 people", "headcount", "employs"),
        ("Alder sails in nine countries.", "nine countries", "count", ""),
        ("Sales rose 7 % in May.", "7 %", "growth", "rose"),
        ("It was double that.", "double", "multiple", ""),
        ("Birch is the biggest customer of Alder.", "the biggest customer", "position", ""),
        ("It makes up 31% of revenue.", "31%", "share", "makes up"),
        ("Der Umsatz stieg auf 3 Millionen Euro.", "3 Millionen Euro", "revenue", "Umsatz"),
    ],
)
def test_the_words_around_an_amount_say_what_it_measures(
    read: Read, text: str, words: str, measure: str, because: str
) -> None:
    (amount,) = read(text).amounts
    assert (amount.words, amount.measure, amount.because) == (words, measure, because)
    assert amount.measure in set(Measure)
    assert text[amount.start : amount.end] == words


def test_of_two_amounts_each_has_its_own_measure(read: Read) -> None:
    found = read("Alder lifted its value to $29 billion, and revenue came to $3 billion.").amounts
    assert [each.measure for each in found] == ["valuation", "revenue"]


def test_hedge_and_unit_are_those_of_the_reader_of_amounts(read: Read) -> None:
    (amount,) = read("Birch spent about $150 million.").amounts
    assert (amount.hedge, amount.unit) == (Hedge.ABOUT, "USD")
    assert amount.interval.stated == Decimal(150_000_000)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Birch plans to spend $2 million.", "planned"),
        ("Analysts estimate a price of $2 million.", "estimated"),
        ("Birch spent $2 million.", "reported"),
    ],
)
def test_a_plan_and_an_estimate_are_told_from_a_report(read: Read, text: str, status: str) -> None:
    (amount,) = read(text).amounts
    assert amount.status == status
    assert amount.status in set(FigureStatus)


@pytest.mark.parametrize(
    "text",
    [
        "It will move within two years.",
        "Its boats are up to 40 years old.",
        "Two people familiar with the matter said so.",
        "Three people who asked not to be named said so.",
        "The two called it off.",
        "The two founders left.",
        "The main issue is bread.",
        "The first loaf was small.",
    ],
)
def test_what_no_figure_measures_is_left_out(read: Read, text: str) -> None:
    assert read(text).amounts == ()
