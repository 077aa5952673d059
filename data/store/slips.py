"""Slips of the finger: what they leave of a word, and whether a text is meant in spite of some."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from .conditions import TRIGRAM


def slips(word: str) -> int:
    """Return how many slips are forgiven in a word."""
    return 1 if len(word) < 6 else 2


def tokens(text: str) -> list[str]:
    """Split where the full-text index does: at whatever is no letter or digit."""
    return "".join(each if each.isalnum() else " " for each in text).split()


def intact(word: str) -> Iterator[list[str]]:
    """Yield what of a word one slip leaves as it is, wherever it is: parts the index can find.

    It is in one half or the other; two letters that changed places may be the last of the one and
    the first of the other.
    """
    middle = len(word) // 2
    for parts in ([word[:middle]], [word[middle:]], [word[: middle - 1], word[middle + 1 :]]):
        if known := [part for part in parts if len(part) >= TRIGRAM]:
            yield known


def is_meant(words: list[str], text: str) -> bool:
    """Say whether a folded text has for every folded word one that begins so, but for slips."""
    # Loaded here because it costs as much start-up time as opening the store.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    known = [_whole(each) for each in tokens(text)]

    def is_there(word: str) -> bool:
        most = slips(word)
        return any(
            each.startswith(word) or OSA.distance(word, each, score_cutoff=most) <= most
            for each in known
        )

    return all(is_there(_whole(word)) for word in words)


def is_one_slip(wanted: str, text: str) -> bool:
    """Say whether a folded text is what was wanted but for one slip, or is that."""
    # Loaded here for the same reason as above.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    name = text.partition("; ")[0]
    return OSA.distance(_whole(wanted), _whole(name), score_cutoff=1) <= 1


def _whole(word: str) -> str:
    """Return a word in the letters that people type: folding takes Korean ones apart."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)
