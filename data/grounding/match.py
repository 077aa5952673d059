"""Finding a quote in its source by the selectors of the W3C Web Annotation model.

`exact`, `prefix` and `suffix` (TextQuoteSelector) must all be there, folded as `fold` says; `start`
(TextPositionSelector) tells apart what they leave open. A match never begins or ends inside a word
or a number: "$1" is not in "$14".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..loading.paragraphs import Span
from .fold import fold
from .runs import length_for
from .words import Haystack, words

if TYPE_CHECKING:  # Pydantic is not needed to find words
    from scale_explorer.models.evidence import Quote


class Found(StrEnum):
    """How well the words lead to one place."""

    UNIQUE = "unique"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quote stands, in code points of the source's text.

    An ambiguous quote is given the first of its places, a missing one none.
    """

    span: Span | None
    verdict: Found


_NOWHERE = Match(None, Found.MISSING)

_COMMON = 5_000
"""Places from which on looking at each costs more than searching the whole text once."""


class _Anchor(NamedTuple):
    """A word, and how far from it the quote may begin: by one more where a space may stand."""

    word: str
    shifts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A quote's words and what stands around them, folded."""

    exact: str
    prefix: str
    suffix: str

    def stands_at(self, place: int, haystack: Haystack) -> bool:
        """Say whether the words are at a place of the text, whole and between their context."""
        end = place + len(self.exact)
        return (
            place >= 0
            and haystack.text.startswith(self.exact, place)
            and self._has_context(haystack.text, place, end)
            and not haystack.splits(place)
            and not haystack.splits(end)
        )

    def _has_context(self, text: str, start: int, end: int) -> bool:
        """Say whether the context is there; one space may part it from the words."""
        before = text[max(0, start - len(self.prefix) - 1) : start].rstrip()
        after = text[end : end + len(self.suffix) + 1].lstrip()
        return before.endswith(self.prefix) and after.startswith(self.suffix)


def find(haystack: Haystack, quote: Quote) -> Match:
    """Find a quote's words; those without a single letter or digit are nowhere."""
    selectors = (quote.exact, quote.prefix, quote.suffix)
    wanted = _Wanted(*(fold(text).text.strip() for text in selectors))
    if not words(wanted.exact):
        return _NOWHERE
    chosen = _place_of(haystack, quote.start)
    if chosen is not None and wanted.stands_at(chosen, haystack):
        return Match(_span(haystack, wanted, chosen), Found.UNIQUE)
    # Two are enough to know that there is more than one.
    places = list(islice(_occurrences(haystack, wanted), 2))
    if not places:
        return _NOWHERE
    verdict = Found.UNIQUE if len(places) == 1 else Found.AMBIGUOUS
    return Match(_span(haystack, wanted, places[0]), verdict)


def _place_of(haystack: Haystack, start: int | None) -> int | None:
    """Return where in the folded text a place of the original is, if a character begins there."""
    starts = haystack.folded.starts
    place = bisect_left(starts, start) if start is not None else len(starts)
    return place if place < len(starts) and starts[place] == start else None


def _span(haystack: Haystack, wanted: _Wanted, place: int) -> Span:
    starts = haystack.folded.starts
    return starts[place], starts[place + len(wanted.exact)]


def _occurrences(haystack: Haystack, wanted: _Wanted) -> Iterator[int]:
    """Yield where the words stand, in order, looking only where their rarest word does."""
    rarest = min(_anchors(wanted), key=lambda anchor: len(haystack.places(anchor.word)))
    places = haystack.places(rarest.word)
    if len(places) > _COMMON:
        yield from _among_common(haystack, wanted)
        return
    for place in places:
        for shift in rarest.shifts:
            if wanted.stands_at(place + shift, haystack):
                yield place + shift


def _anchors(wanted: _Wanted) -> Iterator[_Anchor]:
    """Yield the words of a quote and of its context, but for the ends, which may be cut there."""
    for word, offset in words(wanted.exact):
        yield _Anchor(word, (-offset,))
    for word, offset in words(wanted.prefix)[1:]:
        away = len(wanted.prefix) - offset
        yield _Anchor(word, (away, away + 1))
    for word, offset in words(wanted.suffix)[:-1]:
        away = -len(wanted.exact) - offset
        yield _Anchor(word, (away - 1, away))


def _among_common(haystack: Haystack, wanted: _Wanted) -> Iterator[int]:
    """Yield where the words stand when each of them is common: by runs of several, if they can."""
    places = _places_of_runs(haystack, wanted.exact)
    if places is None or len(places) > _COMMON:
        yield from _searched(haystack, wanted)
    else:
        yield from (place for place in sorted(places) if wanted.stands_at(place, haystack))


def _places_of_runs(haystack: Haystack, exact: str) -> list[int] | None:
    """Return where the words may stand, judged by the runs that are indexed; None if too short."""
    spans = [(offset, offset + len(word)) for word, offset in words(exact)]
    length = length_for(len(spans))
    if length is None:
        return None
    index = haystack.runs(length)
    runs = [(spans[place][0], spans[place + length - 1][1]) for place in range(length)]
    return [place - start for start, end in runs for place in index.places(exact[start:end])]


def _searched(haystack: Haystack, wanted: _Wanted) -> Iterator[int]:
    """Yield where the words stand by a search of the whole text."""
    prefixes = (wanted.prefix, f"{wanted.prefix} ") if wanted.prefix else ("",)
    for place in merge(*(_places(haystack.text, wanted.exact, prefix) for prefix in prefixes)):
        if wanted.stands_at(place, haystack):
            yield place


def _places(text: str, exact: str, prefix: str) -> Iterator[int]:
    """Yield where `exact` begins behind `prefix`."""
    place = text.find(prefix + exact)
    while place >= 0:
        yield place + len(prefix)
        place = text.find(prefix + exact, place + 1)
