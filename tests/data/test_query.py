"""The filter language: what is read, what is refused, and what is only begun."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from scale_explorer.data.amount_term import Amount
from scale_explorer.data.query import (
    EVERYTHING,
    Field,
    Filter,
    FilterError,
    Quality,
    Term,
    Word,
    parse,
)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Zürich", Word("zurich")),
        ("!Meta", Word("meta", negated=True)),
        ('"cut  ties"', Word("cut ties")),
        ("“cut ties”", Word("cut ties")),
        ('"10:30"', Word("10:30")),
        ("status:under_review", Field("status", "under-review")),
        ('type:"customer of"', Field("type", "customer-of")),
        ("kind:companies", Field("kind", "company")),
        ("!subject:google", Field("subject", "google", negated=True)),
        ("is:single-source", Quality("single-source")),
        ("!IS:Planned", Quality("planned", negated=True)),
        (">10m", Amount(">", Decimal(10_000_000))),
        (">=$1.5bn", Amount(">=", Decimal(1_500_000_000), "USD")),
        ("<1,500,000", Amount("<", Decimal(1_500_000))),
        ("<=40%", Amount("<=", Decimal(40), "%")),
        (">2x", Amount(">", Decimal(2), "×")),
        (">5mEUR", Amount(">", Decimal(5_000_000), "EUR")),
        ("!<10k", Amount("<", Decimal(10_000), negated=True)),
    ],
)
def test_reads_a_term(text: str, term: Term) -> None:
    assert parse(text) == Filter((term,))


def test_joins_terms_that_blanks_part() -> None:
    assert parse(' meta  status:ending "cut ties" ').terms == (
        Word("meta"),
        Field("status", "ending"),
        Word("cut ties"),
    )


def test_nothing_keeps_everything() -> None:
    assert parse("  ") == EVERYTHING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("stats:x", "Did you mean status?"),
        ("is:planed", "Did you mean planned?"),
        ("10:30", 'in "quotation marks"'),
        (">lots", "write one such as >10m"),
        (">1e999999999", "is no amount"),
        ('"cut ties', "is not closed"),
        ("status:", "Nothing follows 'status'"),
        ("!", "no word after"),
        ("a" * 501, "longer than 500"),
        ("a " * 33, "more than 32 terms"),
    ],
)
def test_refuses_with_advice(text: str, told: str) -> None:
    with pytest.raises(FilterError, match=re.escape(told)):
        parse(text)


@pytest.mark.parametrize(
    "begun", ["is:", "is:pla", "status:", ">", ">=", ">$", ">10.", ">10mi", "!"]
)
def test_leaves_out_what_is_only_begun(begun: str) -> None:
    assert parse(f"meta {begun}", lenient=True) == Filter((Word("meta"),))


def test_takes_an_open_quotation_as_closed_while_typing() -> None:
    assert parse('"cut ti', lenient=True) == Filter((Word("cut ti"),))


@pytest.mark.parametrize("wrong", ["colour:red", "is:xyz"])
def test_refuses_what_no_typing_can_mend(wrong: str) -> None:
    with pytest.raises(FilterError):
        parse(wrong, lenient=True)


def test_shows_no_control_characters_of_what_it_refuses() -> None:
    with pytest.raises(FilterError) as error:
        parse("\x1b[31m:x")
    assert "\x1b" not in str(error.value)
