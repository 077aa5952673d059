"""Short codes to type for what is on the screen, and what has been typed of them so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, product

LETTERS = "asdfghjklqwertyuopzxcvbnm"
"""Those under the fingers first; without `i`, which is taken for `l`."""


def labels(count: int) -> tuple[str, ...]:
    """Return `count` codes of equal length, so that none begins another.

    They are as short as can be, and use no more letters than that takes.
    """
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    used = next(n for n in range(len(LETTERS) + 1) if n**length >= count)
    return tuple("".join(code) for code in islice(product(LETTERS[:used], repeat=length), count))


@dataclass(frozen=True, slots=True)
class Typed:
    """What the letters typed so far mean: one key, or those that are still possible."""

    chosen: str | None
    possible: Mapping[str, str]


def typed(given: Mapping[str, str], so_far: str) -> Typed:
    """Read the letters typed so far against the labels given to keys.

    When nothing is possible any more, the letters lead nowhere.
    """
    possible = {key: label for key, label in given.items() if label.startswith(so_far)}
    chosen = next((key for key, label in possible.items() if label == so_far), None)
    return Typed(chosen, possible)
