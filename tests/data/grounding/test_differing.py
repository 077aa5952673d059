"""Two wordings are told apart word by word."""

from __future__ import annotations

import pytest

from scale_explorer.data.grounding.differing import differing


def _marked(text: str, other: str) -> tuple[list[str], list[str]]:
    ours, theirs = differing(text, other)
    return [text[start:end] for start, end in ours], [other[start:end] for start, end in theirs]


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("buys 49% of it", "buys 94% of it", ["49"], ["94"]),
        ("about $150 million", "about $150 billion", ["million"], ["billion"]),
        ("a small red boat", "a boat", ["small red"], []),
        ("a boat", "a small red boat", [], ["small red"]),
        ("Google’s plan", "Google's plan", [], []),
        ("1,500 people", "1.500 people", ["1,500"], ["1.500"]),
        ("one two", "three four", ["one two"], ["three four"]),
        ("same words", "same words", [], []),
        ("", "something", [], ["something"]),
    ],
)
def test_the_words_that_differ_are_marked_on_both_sides(
    one: str, other: str, ours: list[str], theirs: list[str]
) -> None:
    assert _marked(one, other) == (ours, theirs)


def test_very_long_texts_are_compared_as_far_as_it_is_useful() -> None:
    spans, _ = differing("a " * 100_000, "b " * 100_000)
    assert spans == ((0, 799),)
