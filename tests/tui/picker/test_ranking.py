"""What answers to what is typed, and in which order."""

from __future__ import annotations

import pytest

from scale_explorer.tui.picker.ranking import Ranking

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
        ("qqqq", []),
        ("[/]", []),
    ],
)
def test_words_are_found_and_slips_forgiven(typed: str, found: list[int]) -> None:
    assert Ranking(TEXTS).find(typed) == found


def test_a_beginning_goes_before_the_inside_of_a_word() -> None:
    assert Ranking(("xmeta", "a meta", "meta")).find("meta") == [2, 1, 0]


def test_a_text_without_end_is_cut() -> None:
    assert Ranking(("x" * 1_000_000 + "needle",)).find("needle") == []
