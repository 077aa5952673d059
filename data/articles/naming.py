"""Ids for what is new: short, lower case, with hyphens, and not yet taken."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from ..slug import cut, slug

LONGEST = 30
"""Characters of an id that is made from a name."""

_SAYS_NOTHING = frozenset(
    {"article", "default", "document", "download", "index", "new", "page", "print", "text",
     "untitled", "story"}
)  # fmt: skip
"""Names of files that tell nothing of what is in them."""


def plain_id(name: str) -> str:
    """Return a short id made of a name, or nothing where it has no letters for one."""
    return cut(slug(name), LONGEST)


def source_id(stem: str, title: str, is_taken: Callable[[str], bool]) -> str:
    """Return the id of a source by its file's name without ending, or else by its title."""
    by_name = plain_id(stem)
    telling = by_name if any(map(str.isalpha, by_name)) and by_name not in _SAYS_NOTHING else ""
    base = telling or plain_id(title) or by_name or "source"
    if not is_taken(base):
        return base
    return next(each for number in count(2) if not is_taken(each := f"{base}-{number}"))
