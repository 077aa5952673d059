"""Amounts computed by shape are those that the reader of amounts finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scale_explorer.data.importing import amount_words
from scale_explorer.data.importing.amount_words import amount
from scale_explorer.models.quantity.reading import UnreadableAmount, read

BEFORE = ("", "about ", "nearly ", "more than ", "at least ", "up to ", "less than ", "under ", "~",
          "an estimated ", "up ", "down ", "-", "the ", "between ", "fast ", "rund ")  # fmt: skip
SIGNS = ("", "$", "€", "CHF ", "US$ ", "₹")
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10_000, places=2).map(str),
    st.decimals(0, 10_000, places=1).map(str),
    st.sampled_from(["1.234", "1,5", "1.234,56", "007", "0", "0.5", "1 234", "1'234", "12,34,567",
                     "9" * 29, "9" * 35, "1.000", "0.10"]),
)  # fmt: skip
BEHIND = ("", " million", " billion", " bn", "m", "k", " Mio.", " crore", " dozen", " hundred", "%",
          " percent", " pp", " times", " people", " employees or more", " jars", " a jar", " each",
          " euros", " €", " and 5", " or so", ".", "-10 million", " to 20", " percent stake",
          " per hour", "+", " million people", " Billion Euro", " %")  # fmt: skip


@given(st.sampled_from(BEFORE), st.sampled_from(SIGNS), NUMBERS, st.sampled_from(BEHIND))
@example("about ", "", "1", " million")
@example("about ", "", "9", " million")
@example("about ", "", "0.01", "")
@example("about ", "", "10.0", "")
def test_an_amount_is_what_the_reader_makes_of_it(
    before: str, sign: str, number: str, behind: str
) -> None:
    text = f"{before}{sign}{number}{behind}"
    try:
        reading = read(text)
    except UnreadableAmount as error:
        with pytest.raises(UnreadableAmount, match=re.escape(str(error))):
            amount(text)
        return
    found = amount(text)
    assert found.value == reading.interval.to_json()
    assert (found.unit, found.hedge) == (str(reading.unit), reading.hedge.value)
    assert found.as_written == reading.as_written


def test_a_shape_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    amount("about $311.5 million in cash".removesuffix(" in cash"))

    def again(text: str) -> None:
        pytest.fail(f"{text} was read")

    monkeypatch.setattr(amount_words, "read", again)
    assert amount("about $742.9 million").value["stated"] == "742900000"
