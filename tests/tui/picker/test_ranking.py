"""What answers to what is typed, and in which order."""

from __future__ import annotations

import pytest

from scale_explorer.tui.goto.matching import wanted
from scale_explorer.tui.picker.ranking import find

TEXTS = (
    "Scale AI scale-ai",
    "Meta meta",
    "Zürich Metall zuerich-metall",
    "Old meta works old-works",
    "Google google",
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("  ", [0, 1, 2, 3, 4]),
        ("goo", [4]),
        ("META", [1, 2, 3]),
        ("al ai", [0]),
        ("works old", [3]),
        ("zurich", [2]),
        ("gogle", [4]),
        ("scael", [0]),
        ("hoogle", [4]),
        ("deta", []),  # a slip in the first letter of so short a word is another word
        ("qqqq", []),
        ("[/]", []),
    ],
)
def test_words_are_found_and_slips_forgiven(typed: str, found: list[int]) -> None:
    assert find(TEXTS, wanted(typed)) == found


def test_a_beginning_goes_before_the_inside_of_a_word() -> None:
    assert find(("xmeta", "a meta", "meta"), wanted("meta")) == [2, 1, 0]


def test_a_text_without_end_is_cut() -> None:
    assert find(("x" * 1_000_000 + "needle",), wanted("needle")) == []
