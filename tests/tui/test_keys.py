from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from scale_explorer.tui.keys import BINDINGS, SCOPES, Needs, shown


def test_ids_are_unique_and_say_their_scope() -> None:
    assert not [id_ for id_, count in Counter(b.id for b in BINDINGS).items() if count > 1]
    assert all(binding.id.startswith(f"{binding.scope}.") for binding in BINDINGS)
    assert {binding.scope for binding in BINDINGS} == set(SCOPES)


def test_every_condition_is_needed_by_something() -> None:
    assert {binding.needs for binding in BINDINGS} == set(get_args(Needs))


@pytest.mark.parametrize("id_", ["app.set-mark", "app.go-to-mark"])
def test_marks_take_a_letter_and_nothing_else_does(id_: str) -> None:
    takers = {binding.id for binding in BINDINGS if binding.takes_letter}
    assert id_ in takers
    assert len(takers) == 2


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("slash", "/"),
        ("less_than_sign", "<"),
        ("ctrl+d", "Ctrl+d"),
        ("ctrl+backslash", "Ctrl+\\"),
        ("shift+up", "Shift+↑"),
        ("g g", "g g"),
        ("apostrophe <letter>", "' <letter>"),
        ("enter", "⏎"),
        ("f12", "F12"),
        ("shift+tab", "Shift+Tab"),
    ],
)
def test_keys_are_shown_as_people_write_them(key: str, text: str) -> None:
    assert shown(key) == text
