"""Setting a damaged file of the program's own aside, so that it is neither in the way nor lost."""

from __future__ import annotations

import os
from pathlib import Path

from .read import shown

_KEPT = 9
"""Damaged files kept beside each other."""


def set_aside(path: Path) -> str:
    """Rename a damaged file, and return a sentence that says where it is now, or why it stays.

    It gets the first free name of `NAME.broken`, `NAME.broken-2` … `NAME.broken-9`. Where all nine
    are taken, it replaces the last of them, and that one is lost.
    """
    numbers = ("", *(f"-{number}" for number in range(2, _KEPT + 1)))
    places = [path.with_name(f"{path.name}.broken{number}") for number in numbers]
    target = next((place for place in places if not os.path.lexists(place)), places[-1])
    try:
        path.replace(target)
    except OSError as error:
        return f"It cannot be set aside either: {error.strerror}."
    return f"It is set aside as {shown(target)}"
