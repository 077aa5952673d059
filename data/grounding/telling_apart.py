"""What would tell a quote's places apart, for whoever must say which one is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from scale_explorer.models.frozen import dataclass, replace

from .match import Wanted, occurrences
from .words import Haystack, words

if TYPE_CHECKING:  # Pydantic is not needed to find words
    from scale_explorer.models.evidence import Quote

_PLACES = 200  # places of a quote that are held against each other
_WORDS = 8  # words of a prefix or suffix
_REACH = 200  # characters that they may take


@dataclass(frozen=True, slots=True)
class Way:
    """A prefix or suffix that only one place of a quote has, as the folded text has its words."""

    key: Literal["prefix", "suffix"]
    words: str


def telling_apart(haystack: Haystack, quote: Quote, most: int = 3) -> tuple[Way | None, ...]:
    """Return the shortest way to name each of a quote's first places, None where there is none.

    Nothing is returned of a quote that stands in very many places.
    """
    wanted = Wanted.of(quote)
    places = tuple(islice(occurrences(haystack, wanted), _PLACES + 1))
    if len(places) > _PLACES:
        return ()
    return tuple(_way(haystack, wanted, place, places) for place in places[:most])


def _way(haystack: Haystack, wanted: Wanted, place: int, places: Sequence[int]) -> Way | None:
    for way in _ways(haystack.text, place, place + len(wanted.exact)):
        narrowed = replace(wanted, **{way.key: way.words})
        if [each for each in places if narrowed.stands_at(each, haystack)] == [place]:
            return way
    return None


def _ways(text: str, start: int, end: int) -> Iterator[Way]:
    """Yield the words around a place, more and more of them; signs alone are easily overlooked."""
    behind = text[end : end + _REACH].lstrip().split(" ")
    before = text[max(0, start - _REACH) : start].rstrip().split(" ")
    for count in range(1, _WORDS + 1):
        after, ahead = " ".join(behind[:count]), " ".join(before[-count:])
        if words(after):
            yield Way("suffix", after)
        if words(ahead):
            yield Way("prefix", ahead)
