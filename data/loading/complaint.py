"""One thing that is wrong with a table; no Pydantic is needed to tell it."""

from __future__ import annotations

from typing import TypeAlias

from scale_explorer.models.frozen import dataclass

Path: TypeAlias = tuple[int | str, ...]
"""What leads to a value in a table: keys, and places in lists from 0."""

LONGEST = 60
"""Characters of a value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong with a table: the top field it is about, what, and what to do.

    `words` are those in the field's value, or the name in it, that are wrong. `path` leads to that
    value in the table.
    """

    key: str
    message: str
    hint: str = ""
    words: str = ""
    path: Path = ()


def shortened(text: str) -> str:
    """Return as much of a text as a message repeats."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
