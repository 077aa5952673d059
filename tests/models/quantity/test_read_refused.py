"""What is no amount, or could be two, is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.reading import UnreadableAmount, read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "does not begin"),
        ("no revenue", "does not begin"),
        ("about", "does not begin"),
        ("in 2024", "does not begin"),
        ("GPT-4", "does not begin"),
        ("(4.5) million", "does not begin"),
        ("٤٩ %", "does not begin"),
        ("2023-2024", "years"),
        ("one of its many", "left over"),
        ("49% of the company", "left over"),
        ("$5 million annually", "left over"),
        ("10²", "left over"),
        ("3rd", "left over"),
        ("1e9", "left over"),
        ("12:30", "left over"),
        ("$29\u200b billion", "left over"),
        ("15\u200b0 million", "left over"),
        ("two or three", "left over"),
        ("5 m", "left over"),
        ("10 BP", "left over"),
        ("1.000", "can be 1 or 1000"),
        ("$1.459", "can be 1.459 or 1459"),
        ("1,500 €", "can be 1500 or 1.5"),
        ("1.2.3", "not a number"),
        ("007", "not a number"),
        ("12,34,5", "not a number"),
        ("9" * 41, "not a number"),
        ("5 mil", "two meanings"),
        ("1 Billion Euro", "10\\^9 or 10\\^12"),
        ("3 thousand billion", "two scale words"),
        ("two million five hundred thousand", "several scale words"),
        ("a million and a half", "a half follows"),
        ("nineteen ninety-five", "number words follow"),
        ("a third of a million", "part of a number"),
        ("150 kr", "SEK, NOK, DKK"),
        ("5 pesos", "MXN"),
        ("50 cents", "part of 1"),
        ("£5 million USD", "different units"),
        ("12-10", "lesser"),
        ("500 to 1 million", "scale word"),
        ("up to about 5", "two hedges"),
        ("at least 5 or more", "two hedges"),
        ("more than 5 to 6", "range"),
        ("nearly minus 4%", "negative"),
        ("rose from 5 to 6", "does not begin"),
        ("5 " * 101, "longer than 200"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableAmount, match=reason) as caught:
        read(text)
    assert "about $150 million" in str(caught.value)


def test_the_message_shows_no_control_characters() -> None:
    with pytest.raises(UnreadableAmount) as caught:
        read("5 \x1b[31m\u202e")
    assert str(caught.value).isprintable()


PIECES = st.sampled_from(
    [
        "about",
        "nearly",
        "half",
        "between",
        "and",
        "to",
        "from",
        "$",
        "€",
        "%",
        "29",
        "14.8",
        "1,000",
        "1.000",
        "million",
        "bn",
        "Mrd.",
        "×",
        "one",
        "hundred",
        "more",
        "than",
        "up",
        "-",
        "–",
        "(",
        ")",
        ".",
        ",",
        "per",
        "each",
        "or",
        "so",
        "US$",
        "½",
        "²",
        "mil",
        "dozens",
        "most",
        "a",
        "third",
        "of",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=250), st.lists(PIECES, max_size=8).map(" ".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = read(text)
    except UnreadableAmount:
        return
    assert reading.as_written == text.strip()
