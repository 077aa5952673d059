from __future__ import annotations

import pytest

from scale_explorer.tui.terminal.answers import Answers
from scale_explorer.tui.terminal.bursts import PASTE_BEGINS, PASTE_ENDS, Bursts

PASTED = "Meta is buying 49 % of Scale AI, a startup that labels data. " * 3


def marked(text: str) -> str:
    return f"{PASTE_BEGINS}{text}{PASTE_ENDS}"


@pytest.mark.parametrize(
    "text", [PASTED, PASTED + "\r\tand more\n", "東京電力ホールディングス" * 20]
)
def test_much_text_at_once_is_a_paste(text: str) -> None:
    assert Bursts().marked(text, 0.0) == marked(text)


@pytest.mark.parametrize(
    "text", ["j" * 3_000, "jk" * 200, "/meta\rjjjj", PASTED[:60], PASTED + "\x03", ""]
)
def test_keys_are_keys(text: str) -> None:
    assert Bursts().marked(text, 0.0) == text


def test_the_rest_of_a_paste_belongs_to_it_and_what_is_typed_later_does_not() -> None:
    bursts = Bursts()
    bursts.marked(PASTED, 0.0)
    assert bursts.marked("q!", 0.05) == marked("q!")
    assert bursts.marked("q", 1.0) == "q"


def test_answers_in_between_part_it_and_marked_pastes_are_left_alone() -> None:
    heard: list[int] = []
    answers = Answers(lambda: heard.append(1))
    assert answers.sift(f"{PASTED}\x1b[0nq", 0.0) == marked(PASTED) + marked("q")
    assert heard == [1]
    assert answers.sift(f"{PASTE_BEGINS}{PASTED}", 1.0) == PASTE_BEGINS + PASTED
    assert answers.sift(PASTED + PASTE_ENDS, 1.0) == PASTED + PASTE_ENDS
