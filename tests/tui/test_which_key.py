from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.tui.keymap import DEFAULT
from scale_explorer.tui.screens.which_key import in_lines, what_may_follow
from scale_explorer.tui.state import STORY, Place, View, ViewState

MARKS = (("a", ViewState(place=STORY)), ("k", ViewState(place=Place(View.RECORD, "meta"))))


def test_what_waits_stands_first_and_then_what_may_follow() -> None:
    told = tuple(what_may_follow(("g",), DEFAULT, "focus", ()))
    assert told[:3] == ("After g:", "g top", "s story")


@pytest.mark.parametrize(("key", "told"), [("m", "<letter> mark it"), ("g", "g top")])
def test_marks_are_told_where_a_letter_is_waited_for(key: str, told: str) -> None:
    _, first, *rest = what_may_follow((key,), DEFAULT, "focus", MARKS)
    assert first == told
    assert ("k meta" in rest) is (key == "m")


def test_in_ascii_keys_are_told_by_words() -> None:
    keymap = replace(DEFAULT, in_ascii=True).with_keys({"app.why": ("up enter",)})
    assert tuple(what_may_follow(("up",), keymap, "focus", ())) == ("After Up:", "Enter why")


@pytest.mark.parametrize(
    ("width", "lines"),
    [(20, ["aa   bb   cccc"]), (13, ["aa   bb", "cccc"]), (1, ["aa", "bb", "cccc"])],
)
def test_parts_stand_side_by_side_as_far_as_they_fit(width: int, lines: list[str]) -> None:
    assert list(in_lines(("aa", "bb", "cccc"), width)) == lines
