from __future__ import annotations

import string

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key  # pyright: ignore[reportPrivateUsage]

from scale_explorer.models.errors import UsageError
from scale_explorer.tui.key_names import SIGNS, caution, name_of, understood
from scale_explorer.tui.keymap import PRESETS

MODIFIERS = ("ctrl", "shift", "alt", "meta", "super", "ctrl+shift")
TYPED = string.ascii_letters + string.digits + string.punctuation + "éÉß€—жЖ中"
SENT = {
    key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys
} | set(map(name_of, TYPED))
"""What Textual makes of the bytes that terminals send, without the kitty protocol."""


@pytest.mark.parametrize("character", TYPED)
def test_characters_are_named_as_textual_names_them(character: str) -> None:
    assert name_of(character) == _character_to_key(character)


def test_every_key_that_is_allowed_can_arrive() -> None:
    keys = {*map(name_of, TYPED), *(key.value for key in Keys)}
    modified = {f"{modifier}+{key}" for modifier in MODIFIERS for key in keys}
    allowed = {understood(key) for key in keys | modified if is_allowed(key)}
    assert {"f12", "ctrl+up", "ctrl+backslash", "shift+tab", "é", "plus"} <= allowed
    assert allowed <= SENT


@pytest.mark.parametrize("preset", PRESETS)
def test_every_key_of_a_preset_can_arrive(preset: str) -> None:
    for binding in PRESETS[preset].bindings:
        for keys in binding.keys:
            assert understood(keys) == keys, binding.id
            assert set(keys.split(" ")) - {"<letter>"} <= SENT, binding.id
            assert caution(keys) == "", binding.id


def is_allowed(key: str) -> bool:
    try:
        understood(key)
    except UsageError:
        return False
    return True


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *((sign, name) for name, sign in SIGNS.items()),
        ("G", "G"),
        ("shift+g", "G"),
        ("Ctrl+D", "ctrl+d"),
        ("control+d", "ctrl+d"),
        ("Esc", "escape"),
        ("Return", "enter"),
        ("PgDn", "pagedown"),
        ("Bksp", "backspace"),
        ("F5", "f5"),
        ("Shift+Tab", "shift+tab"),
        ("SHIFT+up", "shift+up"),
        ("ctrl+\\", "ctrl+backslash"),
        (" ", "space"),
        ("space", "space"),
        ("é", "é"),
        ("€", "euro_sign"),
        ("question_mark", "question_mark"),
        ("g g", "g g"),
        ("  ctrl+x   /", "ctrl+x slash"),
        ("' <letter>", "apostrophe <letter>"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str) -> None:
    assert understood(written) == key


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ctrl+i", "Tab"),
        ("ctrl+m", "Enter"),
        ("ctrl+j", "Enter"),
        ("ctrl+h", "Backspace"),
        ("ctrl+[", "Esc"),
        ("Ctrl+S", "stops the output"),
        ("ctrl+q", "resume"),
        ("ctrl+space", "do not agree"),
        ("ctrl+shift+x", "newer terminals"),
        ("shift+enter", "newer terminals"),
        ("ctrl+enter", "newer terminals"),
        ("ctrl++", "newer terminals"),
        ("alt+x", "newer terminals"),
        ("super+x", "newer terminals"),
        ("shift+1", "newer terminals"),
        ("f13", "'f13' is no key"),
        ("enterr", "'enterr' is no key"),
        ("gg", "'g g'"),
        ("j, down", "list"),
        ("hyperspace+x", "is no key"),
        ("\x1b", "is no key"),
        ("a b c d", "at most 3"),
        ("", "no key is named"),
        ("   ", "no key is named"),
    ],
)
def test_a_key_that_does_not_arrive_is_refused_with_its_reason(written: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        understood(written)


@pytest.mark.parametrize(("key", "whose"), [("ctrl+a", "screen"), ("x ctrl+b", "tmux")])
def test_keys_of_multiplexers_are_allowed_with_a_word(key: str, whose: str) -> None:
    assert understood(key) == key
    assert whose in caution(key)
