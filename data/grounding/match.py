"""Finding a quote in its source by the selectors of the W3C Web Annotation model.

`exact`, `prefix` and `suffix` (TextQuoteSelector) must all be there, folded as `fold` says; `start`
and `end` (TextPositionSelector) tell apart what they leave open. A match never begins or ends
inside a word or a number, its sign included: "$1" is not in "$14", nor "5%" in "−5%".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Protocol

from scale_explorer.models.frozen import dataclass

from ..loading.paragraphs import Span
from .candidates import candidates
from .fold import fold
from .words import Haystack, words


class Selectors(Protocol):
    """What tells where words stand: a quote, or whatever else is found like one."""

    @property
    def exact(self) -> str:
        """The words."""
        ...

    @property
    def prefix(self) -> str:
        """Words before them, or nothing."""
        ...

    @property
    def suffix(self) -> str:
        """Words behind them, or nothing."""
        ...

    @property
    def start(self) -> int | None:
        """Where they begin, in code points, if that is said."""
        ...

    @property
    def end(self) -> int | None:
        """Where they end, if that is said."""
        ...


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote's words and what stands around them, folded."""

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, quote: Selectors) -> Wanted:
        """Return what a quote looks for."""
        selectors = (quote.exact, quote.prefix, quote.suffix)
        return cls(*(fold(text).text.strip() for text in selectors))

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


def find(haystack: Haystack, quote: Selectors, *, by_position: bool = True) -> Match:
    """Find a quote's words; those without a single letter or digit are nowhere.

    Without `by_position` the quote's position has no say: it is that of another text.
    """
    wanted = Wanted.of(quote)
    if not words(wanted.exact):
        return _NOWHERE
    if by_position and (chosen := _chosen(haystack, wanted, quote)):
        return Match(chosen, Found.UNIQUE)
    # Two are enough to know that there is more than one.
    places = list(islice(occurrences(haystack, wanted), 2))
    if not places:
        return _NOWHERE
    verdict = Found.UNIQUE if len(places) == 1 else Found.AMBIGUOUS
    return Match(_span(haystack, wanted, places[0]), verdict)


def _chosen(haystack: Haystack, wanted: Wanted, quote: Selectors) -> Span | None:
    """Return the place that a quote's position names, if the words stand there from end to end."""
    place = _place_of(haystack, quote.start)
    if place is None or not wanted.stands_at(place, haystack):
        return None
    span = _span(haystack, wanted, place)
    return span if quote.end in {None, span[1]} else None


def _place_of(haystack: Haystack, start: int | None) -> int | None:
    """Return where in the folded text a place of the original is, if a character begins there."""
    starts = haystack.folded.starts
    place = bisect_left(starts, start) if start is not None else len(starts)
    return place if place < len(starts) and starts[place] == start else None


def _span(haystack: Haystack, wanted: Wanted, place: int) -> Span:
    starts = haystack.folded.starts
    return starts[place], starts[place + len(wanted.exact)]


def occurrences(haystack: Haystack, wanted: Wanted) -> Iterator[int]:
    """Yield where the words stand in the folded text, with their context."""
    hopeful = candidates(haystack, wanted.exact, wanted.prefix, wanted.suffix)
    return (place for place in hopeful if wanted.stands_at(place, haystack))
