"""In running text all amounts are found where they stand, and nothing else is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.reading import find_amounts

Describe = Callable[[Interval, int], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Google spent about $150 million of its total revenue of $870 million in 2024.",
            ["about $150 million", "$870 million"],
        ),
        (
            "raised it to $29 billion, double its worth of $14 billion.",
            ["$29 billion", "double", "$14 billion"],
        ),
        ("was buying a 49% stake, nearly half of it", ["49%", "nearly half"]),
        ("some annotations costing as much as $100 each.", ["as much as $100 each"]),
        ("Partner’s $14.8 Billion AI Deal", ["$14.8 Billion"]),
        ("It earns most of its money from a majority stake", ["most", "a majority"]),
        ("Am 14. Juni 2025 um 5,2 Prozent auf 14,3 Mrd. Euro", ["5,2 Prozent", "14,3 Mrd. Euro"]),
        (
            "emploie 1 416 salariés, près de 3 milliards d’euros",
            ["1 416 salariés", "près de 3 milliards d’euros"],
        ),
        ("(49%) of $5bn-plus, a 10-percent stake", ["49%", "$5bn-plus", "10-percent"]),
        (
            "a $1.5bn–$2bn round at between €3 and €4 billion",
            ["$1.5bn–$2bn", "between €3 and €4 billion"],
        ),
        ("twice as much as $100 million", ["twice as much", "$100 million"]),
        ("one in five users, 9 out of 10 dentists", ["one in five", "9 out of 10"]),
        (
            "tens of thousands of employees and dozens more",
            ["tens of thousands of employees", "dozens"],
        ),
        ("about 2000 people and 2000 employees", ["about 2000 people", "2000 employees"]),
        ("a third of staff left, two-thirds stayed.", ["a third", "two-thirds"]),
        ("5 countries at least 3 times", ["5 countries", "at least 3 times"]),
        ("$5 million or more than 10%", ["$5 million", "more than 10%"]),
        ("$54.20 per share, 5 people per team", ["$54.20 per share", "5 people per team"]),
        ("$6.50 a jar, or $3 a dozen", ["$6.50 a jar", "$3 a dozen"]),
        ("It paid $40 million a company that left says", ["$40 million"]),
    ],
)
def test_amounts_in_running_text(text: str, expected: list[str]) -> None:
    assert [reading.as_written for reading in find_amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue rose from $10 million to $15 million",
            ["[9500000, 10500000] USD", "[14500000, 15500000] USD"],
        ),
        ("Sales rose $2 to $15", ["[2, 2] USD", "[15, 15] USD"]),
        ("grew from 10 to 12 percent", ["[10, 10] %", "[12, 12] %"]),
        ("a cut from 12 to 10 percent", ["[12, 12] %", "[10, 10] %"]),
        ("growth of 10 to 12 percent", ["[10, 12] %"]),
        ("expects from 10 to 12 percent", ["[10, 12] %"]),
        ("made up 20% of it", ["[20, 20] %"]),
        ("sales were down 20%", ["[-20, -20] %"]),
    ],
)
def test_changes_are_two_amounts_and_ranges_one(
    described: Describe, text: str, expected: list[str]
) -> None:
    found = [f"{described(reading.interval, 1)} {reading.unit}" for reading in find_amounts(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2024, since 1998, by 2030, the 2024 budget, the 1990s, FY24, Q3",
        "from 2023 to 2024, between 2020 and 2024, 2023-24, 2024/25",
        "June 14, 14 June, 14. Juni, 14 juin, 2024-06-14, 14/06/2025, 14.06.2025",
        "at 10:30, at 5 p.m., 5 pm",
        "+1 555 123 4567, (555) 123-4567, 192.168.0.1, 1.2.3, v3.11",
        "GPT-4, Llama 3.1, Gemini 2, Boeing 737, A100, H100s, the S&P 500, Python 3.11 runs",
        "3rd, 10², 5G, 4K, 3D, 401(k), 24/7, 9/11, 50-50, 3M, 0x10",
        "chapter 11, section 5, No. 5, #5, top 10, page 3, Section 230",
        "one of its many, no one, one another",
        "a third party, the third one, second half, the first half of 2024, a half-hour",
        "the most advanced models, most important, the most, for the most part",
        "double-digit growth, it lost 3 times a week",
        "(4.5) million, 1.000 employees, sections 1,2",
        "two million five hundred thousand, nineteen ninety-five, up to about $5 billion",
        "300 kr, 5 pesos, AMD 7, ALL 5 OF THEM",
        "$29\u200b billion, 15\u200b0, ١٢ people",
    ],
)
def test_what_only_looks_like_an_amount_is_left_out(text: str) -> None:
    assert [reading.as_written for reading in find_amounts(text)] == []


WORDS = [
    "about",
    "nearly",
    "half",
    "a",
    "third",
    "of",
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
    "million",
    "bn",
    "Mrd.",
    "people",
    "×",
    "one",
    "two",
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
    "'",
    "/",
    "per",
    "each",
    "or",
    "so",
    "US$",
    "½",
    "²",
    "\xa0",
    "mil",
    "dozens",
    "most",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(WORDS)).map(" ".join),
        st.lists(st.sampled_from(WORDS)).map("".join),
    )
)
def test_any_text_can_be_searched(text: str) -> None:
    end = 0
    for reading in find_amounts(text):
        assert text[reading.start : reading.end] == reading.as_written
        assert end <= reading.start < reading.end
        end = reading.end


@pytest.mark.alone
@pytest.mark.parametrize(
    "unit", ["about ", "1 111 ", "$", "between 5 and ", "up ", "half a ", "9", "(5", "one "]
)
def test_the_time_is_linear(unit: str) -> None:
    def once(text: str) -> float:
        start = time.process_time()
        find_amounts(text)
        return time.process_time() - start

    def seconds(copies: int) -> float:
        return min(once(unit * copies) for _ in range(3))  # whatever else goes on only adds

    assert seconds(4_000) < 20 * seconds(500) + 0.1
