"""Ranks in words: "the biggest customer" is first, "the second-largest bank" second, "No. 3" third.

A superlative is the first place. After "one of" or "among" it is some place from the first on, and
"top ten" is some place up to the tenth. Ranks are read only where a figure measures one: "the first
day" is none to anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from .hedge import Hedge
from .interval import Interval
from .reading import Reading
from .tokens import Phrases, Tokens, alike, folded
from .unit import Unit
from .word_lists import word_list
from .words import SMALL

RANK: Final = Unit(("rank",))
"""The unit of places in an order, the first being 1."""

_SUPERLATIVES: Final = frozenset(
    folded(word)
    for word in word_list(
        "biggest largest greatest highest smallest lowest fastest slowest oldest youngest newest "
        "richest strongest leading main first foremost busiest dearest cheapest poorest longest "
        "größte größter größtes größten wichtigste wichtigster führende führender erste erster "
        "premier première primer primera primo prima maggiore grootste belangrijkste"
    )
)
_ORDINALS: Final = {
    word: place
    for place, words in enumerate(
        (
            "second zweit zweite zweiter deuxième segundo segunda tweede",
            "third dritt dritte dritter troisième tercero tercera derde",
            "fourth viert vierte vierter quatrième cuarto cuarta vierde",
            "fifth fünft fünfte fünfter cinquième quinto quinta vijfde",
            "sixth", "seventh", "eighth", "ninth", "tenth",
        ),
        start=2,
    )
    for word in words.split()
}  # fmt: skip
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_NUMBER: Final = Phrases(alike("", "no.", "no", "number", "nr.", "nº", "#", "№"))
_SOME: Final = Phrases(alike("", "one of", "among", "some of", "eine der", "einer der", "l'un des"))
_TOP: Final = "top"
_DIGITS: Final = 4  # of a place in an order
_BEFORE: Final = 8  # words before a superlative in which "one of" may stand
_PARTS: Final = frozenset(",;.")  # the signs that end that stretch of words


def find_ranks(text: str) -> tuple[Reading, ...]:
    """Find all ranks in running text, in order."""
    tokens = Tokens(text)
    return tuple(_found(tokens))


def _found(tokens: Tokens) -> Iterator[Reading]:
    place = 0
    while place < len(tokens):
        found = _rank_at(tokens, place)
        if found:
            yield _reading(tokens, place, found)
        place = found.stop if found else place + 1


class _Rank(NamedTuple):
    """The places in an order that are named, and the place in the text after them."""

    first: int
    last: int | None
    stop: int


def _rank_at(tokens: Tokens, place: int) -> _Rank | None:
    if numbered := _NUMBER.at(tokens, place):
        return _at(_number_at(tokens, numbered[1]), numbered[1] + 1)
    if tokens[place].folded == _TOP:
        after = tokens.past_hyphen(place + 1)
        last = _number_at(tokens, after)
        return _Rank(1, last, after + 1) if last else _superlative(tokens, place)
    ordinal, stop = _ordinal_at(tokens, place)
    if not ordinal:
        return _superlative(tokens, place)
    after = tokens.past_hyphen(stop)
    return _at(ordinal, after + 1 if tokens[after].folded in _SUPERLATIVES else stop)


def _at(rank: int, stop: int) -> _Rank | None:
    return _Rank(rank, rank, stop) if rank else None


def _superlative(tokens: Tokens, place: int) -> _Rank | None:
    """Read the first place; after "one of" it may be any place from the first on."""
    if tokens[place].folded not in {_TOP, *_SUPERLATIVES}:
        return None
    several = any(_SOME.at(tokens, earlier) for earlier in _before(tokens, place))
    return _Rank(1, None if several else 1, place + 1)


def _before(tokens: Tokens, place: int) -> Iterator[int]:
    """Yield the places before one, back to the beginning of its part of the sentence."""
    for earlier in range(place - 1, max(0, place - _BEFORE) - 1, -1):
        if tokens[earlier].text in _PARTS:
            return
        yield earlier


def _ordinal_at(tokens: Tokens, place: int) -> tuple[int, int]:
    """Return the ordinal at a place, be it "second" or "2nd", and the place after it."""
    word, ending = tokens[place], tokens[place + 1]
    if word.kind == "numeral" and ending.glued and ending.folded in _ENDINGS:
        return _number_at(tokens, place), place + 2
    return _ORDINALS.get(word.folded) or _compound(word.folded), place + 1


def _compound(word: str) -> int:
    """Return the place that a word such as "zweitgrößte" names, or 0."""
    for ordinal, place in _ORDINALS.items():
        if word.startswith(ordinal) and word[len(ordinal) :] in _SUPERLATIVES:
            return place
    return 0


def _number_at(tokens: Tokens, place: int) -> int:
    """Return the small number at a place, in digits or words, or 0."""
    told = tokens[place].text
    if told.isascii() and told.isdecimal() and len(told) <= _DIGITS:
        return int(told)
    return SMALL.get(tokens[place].folded, 0)


def _reading(tokens: Tokens, place: int, rank: _Rank) -> Reading:
    interval, hedge = _range(rank)
    start, end = tokens[place].start, tokens[rank.stop - 1].end
    return Reading(interval, RANK, hedge, tokens.text[start:end], start, end)


def _range(rank: _Rank) -> tuple[Interval, Hedge]:
    if rank.first == rank.last:
        return Interval.exactly(rank.first), Hedge.EXACT
    if rank.last is None:
        return Interval(Decimal(1), None, stated=Decimal(1)), Hedge.AT_LEAST
    return Interval(Decimal(1), Decimal(rank.last)), Hedge.BETWEEN
