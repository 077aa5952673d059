"""What keys are called, and which of them a program in a terminal can count on.

People write `?`, `G`, `Ctrl+D`, `Esc` or `g g`; the key table and Textual say `question_mark`, `G`,
`ctrl+d`, `escape` and `g g`. A terminal sends bytes and not keys: several keys share the same ones,
and what newer terminals tell apart by the kitty keyboard protocol does not survive most
multiplexers, so such keys are refused here, each with its reason.
"""

from __future__ import annotations

import string
import unicodedata

from scale_explorer.models.errors import UsageError
from scale_explorer.models.text import clean

LETTER = "<letter>"
"""Stands in a sequence for any one letter or digit."""

MOST_IN_SEQUENCE = 3
"""Keys of one sequence; nobody remembers more."""

_SHORTER = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


def name_of(character: str) -> str:
    """Return the name of the key that types `character`; letters and digits are their own."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


SIGNS = {name_of(sign): sign for sign in string.punctuation}
"""The ASCII signs by the names of their keys."""

_ARROWS = ("up", "down", "left", "right")
_NAMED = frozenset({
    *_ARROWS, "home", "end", "pageup", "pagedown", "insert", "delete", "enter", "tab", "backspace",
    "escape", "space", *(f"f{number}" for number in range(1, 13)), *SIGNS,
})  # fmt: skip
_SAME = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
    "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown", "control": "ctrl",
    "bksp": "backspace",
}  # fmt: skip
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_WITH_MODIFIER = frozenset({
    "shift+tab", "ctrl+backslash", "ctrl+right_square_bracket",
    *(f"{modifier}+{arrow}" for modifier in ("ctrl", "shift") for arrow in _ARROWS),
    *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
})  # fmt: skip

_TOO_NEW = "only newer terminals send it, and most multiplexers swallow it"
_REFUSED = {
    "ctrl+i": "terminals send Tab for it",
    "ctrl+m": "terminals send Enter for it",
    "ctrl+j": "some terminals send it for Enter",
    "ctrl+h": "terminals send Backspace for it",
    "ctrl+left_square_bracket": "terminals send Esc for it",
    "ctrl+s": "it stops the output of many terminals until Ctrl+q",
    "ctrl+q": "terminals keep it to resume output that Ctrl+s stopped",
    "ctrl+space": "terminals do not agree on what it sends",
}
_CAUTIONS = {
    "ctrl+a": "GNU screen keeps it for itself; press it twice there",
    "ctrl+b": "tmux keeps it for itself; press it twice there",
}


def understood(written: str) -> str:
    """Return a key or a sequence as the key table writes it, from any way people write it.

    Raises UsageError, that says why, for a key which does not exist or does not arrive.
    """
    if written == " ":
        return "space"
    keys = written.split()
    if not keys:
        raise UsageError('no key is named; to have none, write "disabled"')
    if len(keys) > MOST_IN_SEQUENCE:
        raise UsageError(f"a sequence has at most {MOST_IN_SEQUENCE} keys")
    return " ".join(map(_key, keys))


def caution(keys: str) -> str:
    """Return what speaks against a key that can be used all the same, or nothing."""
    return next((_CAUTIONS[key] for key in keys.split(" ") if key in _CAUTIONS), "")


def _key(written: str) -> str:
    """Return the name of one key."""
    if written == LETTER:
        return written
    if len(written) == 1 and written.isprintable():
        return name_of(written)
    *before, key = (_SAME.get(part, part) for part in _parts(written.lower()))
    modifiers = sorted(set(before))
    if not set(modifiers) <= _MODIFIERS or not _is_key(key):
        raise UsageError(f"{clean(written[:40])!r} is no key{_hint(written)}")
    if modifiers == ["shift"] and len(key) == len(key.upper()) == 1 and key.isalpha():
        return key.upper()
    name = "+".join((*modifiers, key))
    if why := _REFUSED.get(name) or ("" if _arrives(name) else _TOO_NEW):
        raise UsageError(f"{clean(written[:40])} cannot be used: {why}")
    return name


def _parts(written: str) -> list[str]:
    """Part modifiers and key, which may itself be a plus."""
    before, plus, key = written.rpartition("+")
    if plus and not key:
        before, key = before.removesuffix("+"), plus
    return [*(before.split("+") if plus else ()), name_of(key) if len(key) == 1 else key]


def _is_key(name: str) -> bool:
    return name in _NAMED or (len(name) == 1 and name.isalnum())


def _arrives(name: str) -> bool:
    return "+" not in name or name in _WITH_MODIFIER


def _hint(written: str) -> str:
    """Say what may have been meant by a word that is no key."""
    if len(written) <= MOST_IN_SEQUENCE and written.isalnum():
        return f"; for one key after the other write {' '.join(written)!r}"
    return "; several keys for one action go into a list" if "," in written else ""
