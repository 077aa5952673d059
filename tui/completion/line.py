"""A command line as it is being typed, in words as the shell would cut it."""

from __future__ import annotations

import shlex
from pathlib import PurePath
from typing import NamedTuple

from ..arguments.options import PROGRAM

LONGEST = 10_000
"""Characters of a line that are looked at."""

_CLOSINGS = ("", '"', "'")
_CURSOR = "x"  # ends the last word, which may be empty


class Typed(NamedTuple):
    """The words behind the program's name, and the one that the cursor is in, as far as that."""

    words: tuple[str, ...]
    begun: str


def typed(line: str) -> Typed | None:
    """Cut a line that ends at the cursor; a quotation mark may still be open.

    What a shell lets stand before the program, such as a variable's value, is passed over.
    """
    words = _cut(line[:LONGEST])
    if words is None:
        return None
    names = [PurePath(word).name for word in words[:-1]]
    start = names.index(PROGRAM) + 1 if PROGRAM in names else 1
    return Typed(tuple(words[start:-1]), words[-1].removesuffix(_CURSOR))


def _cut(line: str) -> list[str] | None:
    for closing in _CLOSINGS:
        try:
            return shlex.split(f"{line}{_CURSOR}{closing}")
        except ValueError:  # a quotation mark is open
            continue
    return None
