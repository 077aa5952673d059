"""The signs of what a day looked at does to a record: it changed, may have, or has no date.

No record has such a quality unless one looks as of a day (see `data/vocabulary.py`).
"""

from __future__ import annotations

from collections.abc import Collection

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.vocabulary import AS_OF, MAYBE, MOVED, UNDATED

SIGNS = {MOVED: "∆", MAYBE: "◐", UNDATED: "◌"}
"""The sign of each quality, in the order in which they stand."""

_WORDS = {
    MOVED: "began or changed on the last day up to then",
    MAYBE: "may have begun or changed only later",
    UNDATED: "has no date, so always counts",
}

MEANINGS = tuple((SIGNS[name], words) for name, words in _WORDS.items())
"""What each sign means."""


def signs_of(flags: Collection[str]) -> str:
    """Return the signs of a record with some qualities, side by side."""
    return "".join(sign for name, sign in SIGNS.items() if name in flags)


def signed(text: str, flags: Collection[str]) -> str:
    """Return a text with the signs of its record behind it."""
    signs = signs_of(flags)
    return f"{text} {signs}" if signs else text


def told_of(flags: Collection[str]) -> str:
    """Say in words what the signs of a record tell, each sign before its words."""
    return " · ".join(f"{SIGNS[name]} {_WORDS[name]}" for name in AS_OF if name in flags)


def legend(lens: Lens) -> str:
    """Say what the signs mean, as a sentence; nothing where none can stand."""
    if lens.as_of is None:
        return ""
    return "; ".join(f"{sign} {words}" for sign, words in MEANINGS) + "."


def marks(flags: Collection[str], lens: Lens) -> dict[str, object]:
    """Return what the signs tell for JSON: a field `marks`, as of a day only."""
    return {} if lens.as_of is None else {"marks": names_of(flags)}


def names_of(flags: Collection[str]) -> list[str]:
    """Return the names that the signs have for programs."""
    return [name for name in AS_OF if name in flags]
