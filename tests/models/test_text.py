"""Whatever enters is safe to show, and stays as it is where it is safe."""

from __future__ import annotations

import time

import pytest

from scale_explorer.models.text import MARKS_PER_BASE, STAND_IN, clean

SAFE = (
    "Scale AI’s “data” – 49 %",
    "Zürich e\u0301",
    "👩\u200d💻 ❤\ufe0f 1\ufe0f\u20e3",
    "葛\U000e0100城",
    "می\u200cخواهم",
)


@pytest.mark.parametrize("text", SAFE)
def test_what_is_safe_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u034f", "\u17b4", "\u3164", "\ufe0f",
        "\U000e0100", "\u200d", "\ud800", "\U000e0041",
    ],
)  # fmt: skip
def test_what_hides_in_a_word_is_made_visible(hidden: str) -> None:
    assert clean(f"Me{hidden}ta") == f"Me{STAND_IN}ta"


def test_a_selector_does_not_follow_another() -> None:
    assert clean("❤\ufe0f\ufe0f") == f"❤\ufe0f{STAND_IN}"


def test_controls_become_pictures_and_breaks_become_spaces() -> None:
    assert clean("a\x1b[31m\0\x7f") == "a␛[31m␀␡"
    assert clean("a\r\nb\tc\u2028d") == "a  b c d"
    assert clean("a\r\nb\tc", multiline=True) == "a \nb c"


def test_floods_of_marks_are_cut() -> None:
    assert clean("a" + "\u0301" * 1_000) == "a" + "\u0301" * MARKS_PER_BASE


@pytest.mark.parametrize("text", [*SAFE, "👍🏽\u200d", "a\x1b\u202e\ufe0f", "\u200d\ufe0f" * 3])
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.alone
@pytest.mark.parametrize("piece", ["é", "\u200d\ufe0f", "\u0301", "\U0001f3fd\u200d"])
def test_a_large_text_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    clean(piece * (400_000 // len(piece)), multiline=True)
    assert time.process_time() - start < 3
