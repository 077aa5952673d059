"""An id made of a name, where people may leave it out."""

from __future__ import annotations

import re

from ..folding import folded

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
})  # fmt: skip
"""Letters of the Latin script that Unicode does not take apart into one of a to z and an accent."""
_BETWEEN = re.compile(r"[^a-z0-9]+")


def made_id(name: str) -> str:
    """Return the id of a name: `Société Générale` is societe-generale.

    It is empty for a name with a letter that none of a to z stands for.
    """
    plain = folded(name).translate(_LETTERS)
    if any(each.isalnum() and not each.isascii() for each in plain):
        return ""
    return _BETWEEN.sub("-", plain).strip("-")
