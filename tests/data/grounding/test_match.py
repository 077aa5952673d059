"""Finding a quote in its source."""

from __future__ import annotations

import time
from typing import Any

import pytest

from scale_explorer.data.grounding.match import Found, Match, find
from scale_explorer.data.grounding.words import Haystack
from scale_explorer.models.evidence import Quote

TEXT = """The “old” mill paid $14 million in 2024, or $1.5 for each of 1,200 sacks.
A mill-owner said: the mill paid late… The mill paid 10² times, ﬁnally. The café closed.

工場は昨日閉鎖された。"""


def search(exact: str, text: str = TEXT, **selectors: Any) -> Match:
    quote = Quote.model_validate({"source": "s", "exact": exact, **selectors})
    return find(Haystack.of(text), quote)


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ('The "old" mill', "The “old” mill"),
        ("1,200 sacks. A mill-owner", "1,200 sacks.\nA mill-owner"),
        ("paid late... The", "paid late… The"),
        ("finally", "ﬁnally"),
        ("cafe\u0301 closed", "café closed"),
        ("$1.5 for each", "$1.5 for each"),
        ("$14 million", "$14 million"),
        ("owner said:", "owner said:"),
        ("昨日閉鎖", "昨日閉鎖"),
    ],
)
def test_words_are_found_where_they_stand(exact: str, there: str) -> None:
    start = TEXT.index(there)
    assert search(exact) == Match((start, start + len(there)), Found.UNIQUE)


@pytest.mark.parametrize(
    "exact",
    [
        "the old mill",  # other marks are other words
        "The mill paid $14 million",  # a paraphrase
        "the “old” mill",  # case
        "$1",  # in $14 and $1.5
        "200 sacks",  # in 1,200
        "$1.5 for eac",
        "ine",
        "10",  # in 10²
        "102",
        "paid late.",  # in an ellipsis
        "caf",
        "…",
        "“",
        "-",
    ],
)
def test_what_is_not_there_is_missing(exact: str) -> None:
    assert search(exact) == Match(None, Found.MISSING)


def test_one_letter_is_found_only_as_a_word() -> None:
    assert search("A").span == (TEXT.index("A mill"), TEXT.index("A mill") + 1)
    assert search("m").verdict is Found.MISSING


def test_the_first_of_several_places_is_given() -> None:
    assert search("mill paid") == Match((10, 19), Found.AMBIGUOUS)


@pytest.mark.parametrize(
    ("selectors", "before"),
    [
        ({"prefix": "“old”"}, "“old” "),
        ({"prefix": 'The "old" '}, "“old” "),
        ({"suffix": "$14"}, "“old” "),
        ({"suffix": " late"}, "said: the "),
        ({"prefix": "the", "suffix": "late"}, "said: the "),
        ({"prefix": "… The"}, "late… The "),
        ({"start": TEXT.index("mill paid 10²")}, "late… The "),
    ],
)
def test_context_or_position_chooses(selectors: dict[str, Any], before: str) -> None:
    start = TEXT.index(before) + len(before)
    assert search("mill paid", **selectors) == Match((start, start + 9), Found.UNIQUE)


@pytest.mark.parametrize("selectors", [{"prefix": "new"}, {"suffix": "early"}])
def test_wrong_context_is_not_there(selectors: dict[str, str]) -> None:
    assert search("$14 million", **selectors).verdict is Found.MISSING


def test_a_position_between_the_places_chooses_nothing() -> None:
    assert search("mill paid", start=11).verdict is Found.AMBIGUOUS


def test_an_accent_is_not_cut_from_its_letter() -> None:
    assert search("e", "e\u0332 x").verdict is Found.MISSING


def test_an_empty_text_holds_nothing() -> None:
    assert search("mill", "").verdict is Found.MISSING


def test_many_quotes_in_a_long_text_are_found_soon() -> None:
    text = " ".join(f"the {word} mill paid" for word in map(str, range(50_000)))
    haystack = Haystack.of(text)
    started = time.monotonic()
    for word in range(0, 50_000, 10):
        quote = Quote.model_validate({"source": "s", "exact": f"the {word} mill"})
        assert find(haystack, quote).verdict is Found.UNIQUE
    assert time.monotonic() - started < 3
