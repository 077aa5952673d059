from __future__ import annotations

from collections import Counter

import pytest

from scale_explorer.tui.keys import BINDINGS, bindings_of, shown

TAKEN_BY_TERMINALS = {f"ctrl+{letter}" for letter in "abhijmsq"}
PANES = ("browse", "focus", "evidence", "source")


def test_ids_are_unique_and_say_their_scope() -> None:
    assert not [id_ for id_, count in Counter(b.id for b in BINDINGS).items() if count > 1]
    assert all(binding.id.startswith(f"{binding.scope}.") for binding in BINDINGS)


@pytest.mark.parametrize("pane", PANES)
def test_no_key_means_two_things_in_a_pane(pane: str) -> None:
    keys = Counter(key for b in (*bindings_of(pane), *bindings_of("app")) for key in b.keys)
    assert not [key for key, count in keys.items() if count > 1]


def test_nothing_needs_a_key_that_terminals_keep() -> None:
    for binding in BINDINGS:
        assert not TAKEN_BY_TERMINALS & set(binding.keys), binding.id
        assert not any("alt+" in key or "super+" in key for key in binding.keys), binding.id


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("slash", "/"),
        ("ctrl+d", "Ctrl+d"),
        ("g g", "g g"),
        ("enter", "⏎"),
        ("shift+tab", "Shift+Tab"),
    ],
)
def test_keys_are_shown_as_people_write_them(key: str, text: str) -> None:
    assert shown(key) == text
