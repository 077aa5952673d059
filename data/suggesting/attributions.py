"""Who said it: `according to …`, `X said`, `“…,” said X`; in four languages.

The phrase is proposed as it would be written in `attribution`: without the verb and without
"according to". Where it begins with a known name, or is one, that entity is the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .calendar_words import MONTHS, WEEKDAYS
from .passage import Passage, is_capital
from .proposal import AttributionProposal
from .saying import (
    ACCORDING,
    AUXILIARIES,
    BEHIND_SOURCES,
    CUTS_NAME,
    HEADS,
    OPENERS,
    PLAIN_SAY,
    PRONOUNS,
    RESULTS,
    SAY,
    TELLS_RESULTS,
)

_LONGEST = 16
"""Words of such a phrase."""
_ASIDE = 3
"""Words of whoever is told between commas: "robots, shipbuilders expect, will weld"."""
_STOPS = frozenset('.,;:!?()[]“”"„«»—–…')
_QUOTES = frozenset("”\"’»“'")
_CLAUSE = frozenset({
    "but", "and", "while", "because", "as", "that", "although", "if", "when", "after", "aber",
    "und", "weil", "dass", "wie", "mais", "et", "que", "pero", "y",
})  # fmt: skip


class _Told(NamedTuple):
    first: int
    stop: int
    verb: str
    rule: str


def attributions_in(passage: Passage) -> tuple[AttributionProposal, ...]:
    """Return who is told to say something in a passage, in order, each phrase once."""
    kept: list[_Told] = []
    for each in sorted(
        _found(passage), key=lambda one: (one.first, one.rule == "sources", -one.stop)
    ):
        if not kept or each.first >= kept[-1].stop:
            kept.append(each)
    return tuple(_proposed(passage, each) for each in kept)


def _found(passage: Passage) -> Iterator[_Told]:
    place, after = 0, 0
    while place < len(passage.tokens):
        if according := ACCORDING.at(passage.tokens, place):
            yield from _according(passage, place, according[1])
            place = according[1]
        elif said := SAY.at(passage.tokens, place):
            told = _reversed(passage, place, said[1]) or _before(passage, place, said[1], after)
            if told and not _tells_results(passage, place):
                yield told
            place = after = said[1]
        elif (behind := BEHIND_SOURCES.at(passage.tokens, place)) and _are_people(passage, place):
            yield _sources(passage, place, behind[1])
            place = behind[1]
        else:
            place += 1


def _are_people(passage: Passage, place: int) -> bool:
    return passage.tokens[place - 1].folded in HEADS


def _sources(passage: Passage, place: int, stop: int) -> _Told:
    """Read "two people close to the sale" wherever it stands, with any verb."""
    first = place - 1
    while first > max(0, place - 4) and passage.tokens[first - 1].folded in OPENERS:
        first -= 1
    stop += passage.tokens[stop].folded in OPENERS
    stop = min(stop + 1, len(passage.tokens))
    return _Told(first, stop, "", "sources")


def _tells_results(passage: Passage, place: int) -> bool:
    """Say whether a verb has figures for its object: "reported a loss"."""
    following = passage.tokens[place + 1].folded
    return passage.tokens[place].folded in TELLS_RESULTS and following in RESULTS


def _proposed(passage: Passage, told: _Told) -> AttributionProposal:
    start, end = passage.span(told.first, told.stop)
    return AttributionProposal(
        start=start,
        end=end,
        words=passage.words(told.first, told.stop),
        rule=f"attribution:{told.rule}",
        verb=told.verb,
        speaker=_speaker(passage, told),
    )


def _speaker(passage: Passage, told: _Told) -> str | None:
    """Return whose name the phrase is or begins with; an article in front does not count."""
    heads = {told.first, told.first + (passage.tokens[told.first].folded in OPENERS)}
    named = passage.named_in(told.first, told.stop)
    found = (each for each in named if passage.token_from(each.start) in heads)
    return next((each.ids[0] for each in found if len(each.ids) == 1), None)


def _according(passage: Passage, place: int, first: int) -> Iterator[_Told]:
    verb = passage.words(place, first)
    if passage.tokens[place].folded == "zufolge":
        first = _phrase_begin(passage, place, 0)
        stop = place
    else:
        stop = _phrase_end(passage, first)
    if first < stop and passage.tokens[first].folded not in PRONOUNS:
        yield _Told(first, stop, verb, "according_to")


def _phrase_end(passage: Passage, first: int) -> int:
    """Return where the phrase ends that tells of somebody: at a sign or the next clause."""
    stop = first
    german = passage.tokens[first - 1].folded in {"laut", "von"}
    while stop < min(len(passage.tokens), first + _LONGEST):
        token = passage.tokens[stop]
        if (known := passage.name_from.get(stop)) is not None:
            stop = max(passage.token_from(known.end), stop + 1)
            continue
        if token.text in _STOPS and not _in_initials(passage, stop):
            break
        if stop > first and (_cuts(passage, stop) or (german and _is_verb(passage, stop))):
            break
        stop += 1
    return stop


def _cuts(passage: Passage, place: int) -> bool:
    """Say whether a word ends a phrase: the next clause, a verb of saying, or "on" and a day."""
    token, following = passage.tokens[place], passage.tokens[place + 1]
    dated = (
        following.folded in WEEKDAYS or following.folded in MONTHS or following.kind == "numeral"
    )
    when = token.folded in {"in", "on", "at", "am", "im", "en"} and dated
    return token.folded in CUTS_NAME or when or SAY.at(passage.tokens, place) is not None


def _is_verb(passage: Passage, place: int) -> bool:
    """Say whether a German phrase ends: a small word behind a noun that leads to no other."""
    word, before = passage.tokens[place], passage.tokens[place - 1]
    leads_on = word.folded in {"der", "des", "von", "für", "bei", "aus", "und"}
    return word.text.islower() and is_capital(before) and not leads_on


def _in_initials(passage: Passage, place: int) -> bool:
    """Say whether a point stands in a name: "J. Roe", "U.S."."""
    before, point = passage.tokens[place - 1], passage.tokens[place]
    initial = len(before.text) == 1 and before.text.isupper()
    return point.text == "." and initial and is_capital(passage.tokens[place + 1])


def _reversed(passage: Passage, place: int, first: int) -> _Told | None:
    """Read “…,” said X: behind a comma or a closing quote, up to the end of its part."""
    before = passage.tokens[place - 1]
    if passage.tokens[place].folded not in PLAIN_SAY or before.text not in _QUOTES | {","}:
        return None
    stop = _phrase_end(passage, first)
    after = passage.tokens[stop]
    ends = after.kind == "end" or after.text in _STOPS or after.folded in {"who", "in", "on", "qui"}
    if not ends or not _tells_of_somebody(passage, first, stop):
        return None
    return _Told(first, stop, passage.words(place, first), "said_by")


def _before(passage: Passage, place: int, verb_end: int, floor: int) -> _Told | None:
    """Read "X said": the words before the verb back to the beginning of the clause."""
    stop = place
    while stop > floor and passage.tokens[stop - 1].folded in AUXILIARIES:
        stop -= 1
    first = _phrase_begin(passage, stop, floor)
    if passage.tokens[stop - 1].text == "," and first < stop - 1:
        stop -= 1
    aside = passage.tokens[first - 1].text == passage.tokens[verb_end].text == ","
    short = aside and stop - first <= _ASIDE and passage.tokens[first].folded not in PRONOUNS
    if first >= stop or not (short or _tells_of_somebody(passage, first, stop)):
        return None
    return _Told(first, stop, passage.words(place, verb_end), "says")


def _phrase_begin(passage: Passage, stop: int, floor: int) -> int:
    """Return where the phrase begins that ends before a place.

    One apposition between commas belongs to it: "Jane Roe, head of Alder, said".
    """
    first, commas = stop, 0
    closed = passage.tokens[stop - 1].text == ","
    while first > max(floor, stop - _LONGEST):
        token = passage.tokens[first - 1]
        if token.text == "," and closed and commas < 2:
            commas += 1
        elif (
            token.text in _STOPS and not _in_initials(passage, first - 1)
        ) or token.folded in _CLAUSE:
            break
        first -= 1
    if closed and commas < 2:
        return stop
    return first


def _tells_of_somebody(passage: Passage, first: int, stop: int) -> bool:
    """Say whether words name somebody or tell of one: no pronoun, and a name or such a noun."""
    if first >= stop or passage.tokens[first].folded in PRONOUNS:
        return False
    if first in passage.name_from:
        return True
    head = passage.tokens[first]
    has_head = any(passage.tokens[each].folded in HEADS for each in range(first, stop))
    if head.folded in OPENERS:
        return has_head or any(is_capital(passage.tokens[n]) for n in range(first + 1, stop))
    return has_head or is_capital(head)
