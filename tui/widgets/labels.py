"""Short codes to type for what is on the screen, and what has been typed of them so far."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, product

from scale_explorer.models.frozen import dataclass

LETTERS = "asdfghjklqwertyuopzxcvbnm"
"""Those under the fingers first; without `i`, which is taken for `l`."""


def labels(count: int) -> tuple[str, ...]:
    """Return `count` codes, none of which begins another, the shortest first.

    As many as can be have one letter; what is beyond a screen full of two letters has three.
    """
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    if length == 1:
        return tuple(LETTERS[:count])
    shorter = len(LETTERS) ** (length - 1)
    prefixes = -(-(count - shorter) // (len(LETTERS) - 1))
    short = _codes(length - 1)[: shorter - prefixes]
    long = (begin + letter for begin in _codes(length - 1)[len(short) :] for letter in LETTERS)
    return (*short, *islice(long, count - len(short)))


def _codes(length: int) -> tuple[str, ...]:
    return tuple("".join(code) for code in product(LETTERS, repeat=length))


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
