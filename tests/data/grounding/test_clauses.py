"""The word, clause and sentence at a place, and growing, shrinking and moving a selection."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scale_explorer.data.grounding.clauses import (
    clause_at,
    clauses,
    sentence_at,
    word_at,
    words_between,
)
from scale_explorer.data.grounding.reach import REACH, continues, paragraph_around
from scale_explorer.data.grounding.selecting import Edge, grow, move_edge, shrink

TEXT = (
    "Alder bakes.\n\nThe mill, which is old, grinds $1.5 rye. Birch’s self-made bread sells well.\n"
)
LETTERS = st.text(
    alphabet=st.sampled_from("ab1 .,;:\n“”\"'’-$%ก็汐ボ゙שלוםו\u0301\u200d\ud800(—"), max_size=60
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in words_between(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scale AI’s value", ["Scale", "AI’s", "value"]),
        ("self-driving cars", ["self-driving", "cars"]),
        ("$14.8 billion, 49% (or 1,416)", ["$14.8", "billion", "49%", "or", "1,416"]),
        ("“Yes,” she said.", ["Yes", "she", "said"]),
        ("汐凪は買った。", ["汐", "凪", "は", "買", "っ", "た"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("Socie\u0301te\u0301", ["Socie\u0301te\u0301"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("the U.S. mill", ["the", "U.S", "mill"]),
        ("— … —", []),
    ],
)
def test_words_are_what_one_would_select(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("mill", "mill"),
        ("ill,", "mill"),
        (", which", "mill"),
        (" which", "which"),
        ("$1", "$1.5"),
        ("\n\n", "The"),
    ],
)
def test_the_word_at_a_place_is_there_or_the_next(place: str, expected: str) -> None:
    start, end = word_at(TEXT, TEXT.index(place))
    assert TEXT[start:end] == expected


def test_behind_the_last_word_it_is_the_last() -> None:
    start, end = word_at("bread .", 7)
    assert (start, end) in {(0, 5), (7, 7)}
    assert word_at("bread.", 6) == (0, 5)
    assert word_at("", 3) == (0, 0)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Fuel takes half of it, and last year it earned more.",
            ["Fuel takes half of it", "and last year it earned more"],
        ),
        (
            "He bought bread because the mill was open.",
            ["He bought bread", "because the mill was open"],
        ),
        ("Mills, bakers, shops closed.", None),
        ("She said “we came, we saw, we left now” to all of us.", None),
        ("Er sagte „wir kamen, wir sahen, wir gingen“ zu allen.", None),
        ('She said "we came, we saw, we left now" to all of us.', None),
        ("It cost 1,000 and 2,000 pieces of bread.", None),
        (
            "It grew fast — nobody knows why — and then fell again.",
            ["It grew fast", "nobody knows why", "and then fell again"],
        ),
        ("汐凪は買った、そして売った。", ["汐凪は買った", "そして売った"]),
    ],
)  # fmt: skip
def test_clauses_end_at_signs_and_conjunctions_outside_quotes(
    sentence: str, expected: list[str] | None
) -> None:
    found = [sentence[start:end] for start, end in clauses(sentence, (0, len(sentence)))]
    assert found == (expected or [sentence.rstrip(".")])


def test_the_sentence_at_a_place_is_the_one_that_coverage_knows() -> None:
    start, end = sentence_at(TEXT, TEXT.index("grinds"))
    assert TEXT[start:end] == "The mill, which is old, grinds $1.5 rye."


def test_a_selection_grows_by_word_clause_sentence_and_paragraph_and_shrinks_back() -> None:
    place = TEXT.index("ade bread")
    span, seen = (place, place + 1), list[str]()
    while (grown := grow(TEXT, span)) != span:
        span = grown
        seen.append(TEXT[slice(*span)])
    assert seen == [
        "self-made",
        "Birch’s self-made bread sells well",
        "Birch’s self-made bread sells well.",
        TEXT[TEXT.index("The") :].strip(),
    ]
    back = list[str]()
    while (shrunk := shrink(TEXT, span, place)) != span:
        span = shrunk
        back.append(TEXT[slice(*span)])
    assert back == [*reversed(seen[:-1])]


def test_an_edge_moves_by_words_and_leaves_one() -> None:
    def moved(edge: Edge, by: int) -> str:
        return TEXT[slice(*move_edge(TEXT, word_at(TEXT, TEXT.index("grinds")), edge, by))]

    assert moved(Edge.END, 2) == "grinds $1.5 rye"
    assert moved(Edge.START, -2) == "is old, grinds"
    assert moved(Edge.END, -3) == moved(Edge.START, 5) == "grinds"
    assert moved(Edge.START, -99) == TEXT[: TEXT.index(" $1.5")]
    assert moved(Edge.END, 99) == TEXT[TEXT.index("grinds") :].strip(".\n")


def test_a_long_text_is_looked_at_within_reach_only() -> None:
    text = "a" * 100_000
    assert word_at(text, 50_000)[1] - word_at(text, 50_000)[0] <= REACH
    start, end = sentence_at(text, 50_000)
    assert end - start <= 3 * REACH
    assert paragraph_around(text, 50_000, 50_001) == (50_000 - REACH, 50_001 + REACH)


@given(LETTERS, st.integers(-5, 70), st.integers(-5, 70))
@example("\u0301\u0301a", 1, 2)
@example("a\n \n\nb", 2, 4)
def test_whatever_the_text_spans_are_in_it_and_cut_no_letter(text: str, one: int, two: int) -> None:
    start, end = sorted((min(max(one, 0), len(text)), min(max(two, 0), len(text))))
    spans = [
        word_at(text, one),
        clause_at(text, one),
        sentence_at(text, two),
        grow(text, (start, end)),
        shrink(text, (start, end), one),
        *(move_edge(text, word_at(text, one), edge, by) for edge in Edge for by in (-2, 1)),
    ]
    assert all(0 <= first <= last <= len(text) for first, last in spans)
    first, last = grow(text, (start, end))
    assert first <= start
    assert last >= end
    for first, last in spans[:3]:
        if first < last:
            assert last == len(text) or not continues(text[last]) or not text[last - 1].isalnum()
            assert unicodedata.category(text[first])[0] != "M" or first == 0 or last - first >= 1


@given(LETTERS, st.integers(0, 60))
def test_growing_ends(text: str, place: int) -> None:
    span = word_at(text, place)
    for _ in range(8):
        span = grow(text, span)
    assert grow(text, span) == span
