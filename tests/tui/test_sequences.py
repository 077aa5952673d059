from __future__ import annotations

import pytest

from scale_explorer.tui.keys import BINDINGS, bindings_of
from scale_explorer.tui.sequences import Press, continuations, press

LISTS = bindings_of("focus")
TOP = next(binding for binding in BINDINGS if binding.id == "panes.top")


def test_the_first_key_of_a_sequence_waits_and_the_last_ends_it() -> None:
    assert press((), "g", LISTS) == Press(waiting=("g",))
    assert press(("g",), "g", LISTS) == Press(ended=TOP)


@pytest.mark.parametrize(("waiting", "key"), [((), "j"), (("g",), "j"), (("g", "g"), "g")])
def test_other_keys_have_nothing_to_do_with_it(waiting: tuple[str, ...], key: str) -> None:
    assert press(waiting, key, LISTS) == Press()


def test_what_may_follow_is_known() -> None:
    assert continuations(("g",), LISTS) == (TOP,)
    assert continuations(("x",), LISTS) == ()
