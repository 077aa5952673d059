"""How well a text answers what was typed: a grade, a fine measure within it, and what to mark.

Grades do not mix: whatever else speaks for an offer (its kind, recent use) decides among those of
one grade only, so nothing overtakes a clearly better match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

from scale_explorer.data.folding import folded
from scale_explorer.models.frozen import dataclass

LONGEST = 300
"""Code points of a text that are looked at: nobody types more of a name or a quote."""

GRADE = 100
"""What one grade is worth in a score; all else together is worth less."""

_LEAST_FOR_FIRST = 5
"""Letters of a word from which a slip may be its first one: `the` shall not mean `she`."""


class Grade(IntEnum):
    """How a text answers, from nearly not to exactly."""

    NEAR = 0
    ALIKE = 1
    INSIDE = 2
    WORDS = 3
    BEGINS = 4
    KEY = 5
    EXACT = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: as it stands, folded, and its words."""

    raw: str
    folded: str
    words: tuple[str, ...]


def wanted(text: str) -> Wanted:
    """Take a typed text apart."""
    plain = folded(text[:LONGEST])
    return Wanted(text.strip(), plain, _words(plain))


def grade(meant: Wanted, text: str) -> Grade | None:
    """Say how a text answers what was typed, slips forgiven; None when it does not."""
    if (found := grade_as_typed(meant, text)) is not None:
        return found
    words = _words(folded(text[:LONGEST]))
    slips = all(any(_alike(each, word) for word in words) for each in meant.words)
    return Grade.ALIKE if meant.words and slips else None


def grade_as_typed(meant: Wanted, text: str) -> Grade | None:
    """Say how a text that holds every typed word answers; None when it lacks one."""
    shown = folded(text[:LONGEST])
    if not meant.words or not shown:
        return None
    if shown == meant.folded:
        return Grade.EXACT
    if shown.startswith(meant.folded):
        return Grade.BEGINS
    if not all(each in shown for each in meant.words):
        return None
    words = _words(shown)
    begin = all(any(word.startswith(each) for word in words) for each in meant.words)
    return Grade.WORDS if begin else Grade.INSIDE


def best_grade(meant: Wanted, texts: Iterable[str]) -> Grade | None:
    """Say how the best of several texts answers."""
    grades = (grade(meant, text) for text in texts)
    return max((found for found in grades if found is not None), default=None)


def nearness(meant: Wanted, text: str) -> float:
    """Measure from 0 to 1 how much of a text was typed: what tells equals of one grade apart."""
    # Loaded here because it costs as much start-up time as opening the store.
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.ratio(meant.folded, folded(text[:LONGEST])) / 100


def highlights(meant: Wanted, text: str) -> tuple[tuple[int, int], ...]:
    """Return where in a text the typed words stand, as code points (start, end) in order."""
    shown, origins = _folded_with_origins(text[:LONGEST])
    found = {span for word in meant.words if (span := _place(word, shown))}
    return tuple(sorted((origins[start], origins[end - 1] + 1) for start, end in found))


def _place(word: str, shown: str) -> tuple[int, int] | None:
    """Find a word where one begins, else anywhere, else the word that looks like it."""
    starts = (at for at in _occurrences(word, shown) if not (at and shown[at - 1].isalnum()))
    start = next(starts, shown.find(word))
    if start >= 0:
        return start, start + len(word)
    near = next((each for each in _words(shown) if _alike(word, each)), None)
    return (start := shown.index(near), start + len(near)) if near else None


def _occurrences(word: str, shown: str) -> Iterator[int]:
    at = shown.find(word)
    while at >= 0:
        yield at
        at = shown.find(word, at + 1)


@lru_cache(maxsize=1024)
def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    """Fold a text letter by letter, and note from which code point each letter comes."""
    pieces = [(" " if each.isspace() else folded(each)) for each in text]
    origins = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), origins


@lru_cache(maxsize=4096)
def _words(plain: str) -> tuple[str, ...]:
    """Split where the store's search does: at whatever is no letter or digit."""
    return tuple("".join(each if each.isalnum() else " " for each in plain).split())


@lru_cache(maxsize=16384)
def _alike(meant: str, word: str) -> bool:
    """Say whether a word, or its beginning, is what was typed but for a slip of the finger."""
    if len(meant) < 3 or (len(meant) < _LEAST_FOR_FIRST and meant[0] != word[0]):
        return False
    # Loaded here for the same reason as above.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    slips = 1 if len(meant) < 6 else 2
    lengths = {len(word), *range(len(meant) - 1, len(meant) + 2)}
    return any(
        OSA.distance(meant, word[:length], score_cutoff=slips) <= slips
        for length in lengths
        if length <= len(word)
    )
