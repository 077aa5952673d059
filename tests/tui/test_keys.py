from __future__ import annotations

import inspect
from collections import Counter
from typing import get_args

import pytest
from textual.actions import parse

from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.key_names import understood
from scale_explorer.tui.keymap import PLAIN
from scale_explorer.tui.keys import BINDINGS, SCOPES, KeyBinding, Needs, shown
from scale_explorer.tui.panes.browse import BrowsePane
from scale_explorer.tui.panes.claims import ClaimsPane
from scale_explorer.tui.panes.evidence import EvidencePane
from scale_explorer.tui.panes.source import SourcePane
from scale_explorer.tui.screens.explore import ExploreScreen

PANES = {
    "browse": BrowsePane, "focus": ClaimsPane, "evidence": EvidencePane, "source": SourcePane
}  # fmt: skip
OWNERS: dict[str, tuple[type, ...]] = {
    **{scope: (pane,) for scope, pane in PANES.items()},
    "panes": tuple(PANES.values()),
    "select": (SourcePane,),
    "app": (ExploreScreen,),
}
"""What has the actions of a scope."""


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


@pytest.mark.parametrize("binding", [*BINDINGS, *PLAIN.bindings], ids=lambda one: one.id)
def test_in_ascii_every_key_has_a_name_that_is_read_as_that_key(binding: KeyBinding) -> None:
    for keys in binding.keys:
        told = shown(keys, in_ascii=True)
        assert told.isascii()
        assert understood(told) == keys


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda one: one.id)
def test_every_action_is_there_and_takes_what_it_is_given(binding: KeyBinding) -> None:
    where, name, given = parse(binding.action)
    letter = ("a",) if binding.takes_letter else ()
    for owner in (ExplorerApp,) if where == "app" else OWNERS[binding.scope]:
        method = getattr(owner, f"action_{name}")
        inspect.signature(method).bind(owner, *given, *letter)
