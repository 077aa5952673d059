from __future__ import annotations

import pytest

from scale_explorer.tui.keymap import DEFAULT
from scale_explorer.tui.sequences import Press, continuations, press

LISTS = DEFAULT.at("focus")
TOP = DEFAULT.binding("panes.top")
MARK = DEFAULT.binding("app.set-mark")


def test_the_first_key_of_a_sequence_waits_and_the_last_ends_it() -> None:
    assert press((), "g", LISTS) == Press(waiting=("g",))
    assert press(("g",), "g", LISTS) == Press(ended=TOP)


@pytest.mark.parametrize(
    ("waiting", "key"), [((), "j"), ((), "w"), (("g",), "j"), (("g", "g"), "g"), (("m",), "escape")]
)
def test_other_keys_have_nothing_to_do_with_it(waiting: tuple[str, ...], key: str) -> None:
    assert press(waiting, key, LISTS) == Press()


@pytest.mark.parametrize("letter", ["a", "Z", "7", "é", "m"])
def test_any_letter_or_digit_ends_a_mark_and_is_handed_on(letter: str) -> None:
    assert press((), "m", LISTS) == Press(waiting=("m",))
    assert press(("m",), letter, LISTS) == Press(ended=MARK, letter=letter)


@pytest.mark.parametrize("key", ["slash", "apostrophe", "up", "f1", "ctrl+d", "space"])
def test_no_other_key_ends_a_mark(key: str) -> None:
    assert press(("m",), key, LISTS) == Press()


def test_a_single_key_of_the_pane_goes_before_a_sequence_of_the_app() -> None:
    keymap = DEFAULT.with_keys({"focus.out": ("g",), "panes.top": ("home",)})
    assert press((), "g", keymap.at("focus")) == Press()
    assert press((), "g", keymap.at("browse")) == Press(waiting=("g",))


def test_what_may_follow_is_known() -> None:
    after_g = [(one.keys, one.binding.id) for one in continuations(("g",), LISTS)]
    assert after_g[:2] == [("g", "panes.top"), ("s", "app.go-story")]
    assert [one.keys for one in continuations(("m",), LISTS)] == ["<letter>"]
    assert continuations(("v",), LISTS) == ()
