"""A word that is offered."""

from __future__ import annotations

from typing import NamedTuple


class Offer(NamedTuple):
    """A word that may stand at the cursor; one that ends in a colon or = is not yet whole."""

    word: str
    meaning: str = ""
