from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from scale_explorer.tui.keymap import (
    DEFAULT,
    PANE_SCOPES,
    PLAIN,
    PRESETS,
    Keymap,
    as_textual,
    single_keys,
)  # fmt: skip
from scale_explorer.tui.keys import BINDINGS
from scale_explorer.tui.sequences import begins


def test_a_pane_has_its_own_keys_and_those_of_every_pane() -> None:
    scopes = Counter(binding.scope for binding in DEFAULT.of("source"))
    assert set(scopes) == {"source", "panes"}
    assert {binding.scope for binding in DEFAULT.of("app")} == {"app"}


def test_what_is_most_special_comes_first() -> None:
    scopes = [binding.scope for binding in DEFAULT.at("focus")]
    assert list(dict.fromkeys(scopes)) == ["focus", "panes", "app"]
    assert len(scopes) == sum(b.scope in {"focus", "panes", "app"} for b in BINDINGS)


def test_an_action_is_found_by_its_id() -> None:
    assert DEFAULT.keys_of("panes.top") == ("g g", "home")
    assert DEFAULT.shown_keys("panes.top") == ("g g", "Home")
    with pytest.raises(KeyError):
        DEFAULT.binding("panes.tpo")


def sequences(keymap: Keymap, pane: str) -> list[tuple[str, ...]]:
    return [tuple(keys.split(" ")) for binding in keymap.at(pane) for keys in binding.keys]


@pytest.mark.parametrize("pane", PANE_SCOPES)
@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_means_two_things_in_a_pane_or_begins_another(preset: str, pane: str) -> None:
    pairs = combinations(sequences(PRESETS[preset], pane), 2)
    assert [(a, b) for a, b in pairs if begins(a, b) or begins(b, a)] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_every_action_of_a_preset_has_a_key(preset: str) -> None:
    assert [binding.id for binding in PRESETS[preset].bindings if not binding.keys] == []


def test_in_the_plain_preset_no_letter_moves() -> None:
    acting = {"source.select", "source.new-claim", "source.set-apart"}
    moving = [
        binding
        for binding in PLAIN.bindings
        if binding.id.startswith("app.scroll") or binding.scope not in {"app", "select"}
        if binding.id not in acting
    ]
    first = [keys.split(" ")[0] for binding in moving for keys in binding.keys]
    assert [key for key in first if len(key) == 1] == []


def test_textual_is_told_only_of_keys_that_differ() -> None:
    assert as_textual(DEFAULT) == {}
    own = DEFAULT.with_keys({"app.why": ("w", "ctrl+w"), "panes.top": ("home",), "app.last": ()})
    assert as_textual(own) == {
        "app.why": "w,ctrl+w",
        "panes.top": "home",
        "app.last": "app.last",
    }


def test_what_only_sequences_do_is_bound_to_a_key_that_nobody_has() -> None:
    assert single_keys(DEFAULT.binding("app.go-story")) == ("app.go-story",)
    assert single_keys(DEFAULT.binding("panes.top")) == ("home",)
