"""Where in a text a quote may stand, so that only a few places need a closer look.

Each way of looking is sound: every place of the quote is among those that it yields, in order. The
rarest word of the quote and its context leads to them. Where all of them are common, as in a text
of few different words, runs of several do; and where the quote is too short for that, the text is
searched as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from typing import NamedTuple

from .runs import length_for
from .words import Haystack, words

COMMON = 5_000
"""Places from which on looking at each costs more than another way."""


class _Anchor(NamedTuple):
    """A word, and how far from it the quote may begin: by one more where a space may stand."""

    word: str
    shifts: tuple[int, ...]


def candidates(haystack: Haystack, exact: str, prefix: str, suffix: str) -> Iterator[int]:
    """Yield where folded words may stand in a folded text, in order."""
    rarest = min(
        _anchors(exact, prefix, suffix), key=lambda anchor: len(haystack.places(anchor.word))
    )
    places = haystack.places(rarest.word)
    if len(places) <= COMMON:
        return (place + shift for place in places for shift in rarest.shifts)
    by_runs = _by_runs(haystack, exact)
    if by_runs is None or len(by_runs) > COMMON:
        return _searched(haystack.text, exact, prefix)
    return iter(sorted(by_runs))


def _anchors(exact: str, prefix: str, suffix: str) -> Iterator[_Anchor]:
    """Yield the words of a quote and of its context, but for the first and last of the context.

    Those may be cut, and whether a dash is a sign depends on what stands before it.
    """
    for word, offset in words(exact):
        yield _Anchor(word, (-offset,))
    for word, offset in words(prefix)[1:]:
        away = len(prefix) - offset
        yield _Anchor(word, (away, away + 1))
    for word, offset in words(suffix)[1:-1]:
        away = -len(exact) - offset
        yield _Anchor(word, (away - 1, away))


def _by_runs(haystack: Haystack, exact: str) -> list[int] | None:
    """Return where the words may stand, judged by the runs that are indexed; None if too short."""
    spans = [(offset, offset + len(word)) for word, offset in words(exact)]
    length = length_for(len(spans))
    if length is None:
        return None
    index = haystack.runs(length)
    runs = [(spans[place][0], spans[place + length - 1][1]) for place in range(length)]
    return [place - start for start, end in runs for place in index.places(exact[start:end])]


def _searched(text: str, exact: str, prefix: str) -> Iterator[int]:
    """Yield where the words begin behind their prefix, by a search of the whole text."""
    prefixes = (prefix, f"{prefix} ") if prefix else ("",)
    return merge(*(_places(text, exact, before) for before in prefixes))


def _places(text: str, exact: str, prefix: str) -> Iterator[int]:
    place = text.find(prefix + exact)
    while place >= 0:
        yield place + len(prefix)
        place = text.find(prefix + exact, place + 1)
