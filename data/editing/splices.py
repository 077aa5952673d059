"""Pieces of a text put in the place of others, all at once."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """Text in the place of `text[start:end]`; where both ends are one, it is put between."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with pieces replaced; those at one place follow each other as given."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        parts += [text[done : splice.start], splice.text]
        done = max(done, splice.end)
    return "".join([*parts, text[done:]])
