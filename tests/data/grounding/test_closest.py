"""What a quote that is not there was meant to be, and what it differs in."""

from __future__ import annotations

import time

import pytest

from scale_explorer.data.finding import Nearest
from scale_explorer.data.grounding.closest import closest
from scale_explorer.data.grounding.words import Haystack

TEXT = """The “old” mill paid $14 million in 2024, or $1.5 for each of 1,200 sacks.
A mill-owner said: the mill paid late… The mill paid 10² times, ﬁnally. The
café closed. It fell −5% in May.

工場は昨日閉鎖された。"""


def nearest(quote: str, text: str = TEXT) -> Nearest | None:
    return closest(text, Haystack.of(text), quote)


Marked = tuple[list[str], list[str]]
"""The words marked in the quote, and in the passage."""


def marked(found: Nearest) -> Marked:
    return (
        [found.wanted[start:end] for start, end in found.wanted_spans],
        [found.found[start:end] for start, end in found.found_spans],
    )


DIFFERING: list[tuple[str, str, Marked]] = [
    ("the mill payed late", "the mill paid late", (["payed"], ["paid"])),
    ("$14 billion in 2024", "$14 million in 2024", (["billion"], ["million"])),
    ("the mill late", "the mill paid late", ([], ["paid"])),
    ("The old mill paid", "The “old” mill paid", ([], ["“", "”"])),
    ("The\ncafe\u0301 opened", "The café closed", (["opened"], ["closed"])),
]


@pytest.mark.parametrize(("quote", "passage", "differs"), DIFFERING)
def test_the_closest_passage_stands_as_the_source_has_it(
    quote: str, passage: str, differs: Marked
) -> None:
    found = nearest(quote)
    assert found is not None
    assert found.found == passage
    assert marked(found) == differs


@pytest.mark.parametrize(
    ("quote", "passage", "difference"),
    [
        ("a MILL-owner said", "A mill-owner said", "in case"),
        ("CLOSED", "closed", "in case"),
        ("cafe closed", "café closed", "in accents"),
        ("102 times", "10² times", "in the form of its characters"),
        ("１４ million", "14 million", "in the form of its characters"),
        ("The old mill", "The “old” mill", "in punctuation or signs"),
        ("fell 5% in May", "fell −5% in May", "in punctuation or signs"),
        ("the mill-owner says", "mill-owner said", ""),
        ("$1", "$14", "in that it breaks a word or number"),
        ("mill paid lat", "mill paid late", "in that it breaks a word or number"),
        ("工場は 昨日閉鎖", "工場は昨日閉鎖", "in spacing"),
    ],
)
def test_what_alone_differs_is_named(quote: str, passage: str, difference: str) -> None:
    found = nearest(quote)
    assert found is not None
    assert (found.found, found.difference) == (passage, difference)


@pytest.mark.parametrize("quote", ["nothing of this stands anywhere", "???", "", "May December"])
def test_what_is_like_nothing_is_offered_nothing(quote: str) -> None:
    assert nearest(quote) is None


def test_the_place_where_most_words_are_right_is_taken() -> None:
    often = "the mill paid. " * 150
    found = nearest("then the mill paid Birch lately", f"{often}Then the mill paid Birch late.")
    assert found is not None
    assert found.found == "Then the mill paid Birch late"


def test_a_long_quote_is_compared_to_its_end() -> None:
    text = " ".join(f"word{number}" for number in range(1_000))
    start = text.index("word500")
    quote = text[start : text.index(" word745")]
    found = nearest(quote.replace("word700", "word7000"), text)
    assert found is not None
    assert marked(found) == (["word7000"], ["word700"])
    assert text[start:].startswith(found.found)


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    ["mill " * 400_000, "a" * 2_000_000, "aB" * 1_000_000, "工場" * 300_000],
    ids=["one word", "one letter", "one long word", "no spaces"],
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    haystack = Haystack.of(text)
    haystack.places("mill")
    closest(text, haystack, "mill")
    started = time.process_time()
    for quote in ("the mill pays " * 142, "aBaBaB " * 280, "工場は昨日" * 399, "mills"):
        closest(text, haystack, quote)
    assert time.process_time() - started < 4
