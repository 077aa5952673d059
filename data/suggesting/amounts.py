"""Amounts in some words, what each of them measures, and the words that say so.

The amounts are those that `models.quantity` finds. What is no figure of anything is left out: how
long something takes, sources that are counted ("two people familiar with the matter"), "the two".
The unit says what can be measured, and of the words that tell it (`measures`) the nearest one
counts, one within the same clause before all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scale_explorer.models.frozen import replace
from scale_explorer.models.quantity.ranks import RANK, find_ranks
from scale_explorer.models.quantity.reading import Reading, find_amounts
from scale_explorer.models.quantity.unit import PERCENT, PLAIN, POINTS, TIMES

from .clues import (
    CLUES,
    ESTIMATED,
    FIXED_RATES,
    FOLLOWED_BY_SOURCES,
    PEOPLE,
    PLANNED,
    RANKED,
    SPANS_OF_TIME,
    STAFF,
    UNNAMED_BECAUSE,
    VAGUE_RANKS,
)
from .passage import Passage
from .proposal import AmountProposal

_REACH = 14
"""Words to either side of an amount in which its measure may be told."""
_PENALTY = {",": 4, ";": 12, ":": 3, ".": 20, "(": 2, ")": 2, "and": 3, "but": 6, "–": 4, "—": 4}
"""By how many words farther a clue is taken to stand beyond such a sign or word."""
_RANKED_WITHIN = 3
"""Words behind a superlative among which is what it ranks: "the biggest data customer"."""
_ANOTHER = 8
"""The same for another amount in between."""


class _Clue(NamedTuple):
    distance: int
    first: int
    stop: int
    measure: str


def amounts_in(passage: Passage) -> tuple[AmountProposal, ...]:
    """Return the amounts in a passage, in order, none inside another."""
    amounts = [each for each in find_amounts(passage.text) if _is_figure(passage, each)]
    taken = {
        number
        for each in amounts
        for number in range(passage.token_from(each.start), passage.token_from(each.end))
    }
    ranks = [
        _widened(passage, each)
        for each in (find_ranks(passage.text) if _may_rank(passage) else ())
        if _is_rank(passage, each, taken)
    ]
    found = (_proposed(passage, each, taken) for each in (*amounts, *ranks))
    return tuple(sorted(found, key=lambda each: each.start))


def _is_figure(passage: Passage, reading: Reading) -> bool:
    """Say whether an amount is one of something that a figure could measure."""
    tokens = passage.tokens
    after = tokens[passage.token_from(reading.end)]
    if reading.unit.above and reading.unit.above[0] in SPANS_OF_TIME and not reading.unit.below:
        return False
    if after.folded in SPANS_OF_TIME and reading.unit == PLAIN:
        return False
    return not (_is_counted(reading) and _counts_sources(passage, reading))


def _is_counted(reading: Reading) -> bool:
    return reading.unit.currency is None and reading.unit not in {PERCENT, POINTS, TIMES}


def _counts_sources(passage: Passage, reading: Reading) -> bool:
    """Say whether a small number counts who said something, or stands for what was named before."""
    tokens = passage.tokens
    first, stop = passage.token_from(reading.start), passage.token_from(reading.end)
    after = tokens[stop]
    if tokens[first].kind == "numeral":
        return reading.unit.above == ("people",) and _are_sources(passage, stop)
    told = tokens[first - 1].folded
    if reading.unit != PLAIN:
        same = told == "same" or (told == "the" and tokens[first].folded == "two")
        return same or _are_sources(passage, stop)
    if after.folded in PEOPLE:
        return _are_sources(passage, stop + 1)
    bare = after.kind != "word" or after.folded in {"of", "to", "and", "or", "in", "called", "had"}
    pair = told in {"the", "these", "those"} and tokens[first].folded == "two"
    return stop == first + 1 and (pair or bare)


def _are_sources(passage: Passage, stop: int) -> bool:
    """Say whether people are told of as those who said it: "familiar with", "who asked not to"."""
    after, following = passage.tokens[stop].folded, passage.tokens[stop + 1].folded
    return after in FOLLOWED_BY_SOURCES or (after == "who" and following in UNNAMED_BECAUSE)


def _may_rank(passage: Passage) -> bool:
    """Say whether there is anything to rank; looking for ranks costs more than all else here."""
    tokens = passage.tokens
    return any(tokens[number].folded in RANKED for number in range(len(tokens)))


def _is_rank(passage: Passage, reading: Reading, taken: set[int]) -> bool:
    """Say whether a superlative ranks somebody among others of a kind: "the biggest customer"."""
    tokens = passage.tokens
    first, stop = passage.token_from(reading.start), passage.token_from(reading.end)
    if not taken.isdisjoint(range(first, stop)) or tokens[first].folded in VAGUE_RANKS:
        return False
    return _ranked_end(passage, stop) is not None


def _ranked_end(passage: Passage, stop: int) -> int | None:
    """Return the place after the noun that a superlative ranks, or None."""
    for number in range(stop, stop + _RANKED_WITHIN):
        if passage.tokens[number].kind != "word":
            break
        if passage.tokens[number].folded in RANKED:
            return number + 1
    return None


def _widened(passage: Passage, reading: Reading) -> Reading:
    """Return a rank with its article and its noun, as a person would write it down."""
    first, stop = passage.token_from(reading.start), passage.token_from(reading.end)
    first -= passage.tokens[first - 1].folded in {"the", "der", "die", "le", "la", "el"}
    stop = _ranked_end(passage, stop) or stop
    start, end = passage.tokens[first].start, passage.tokens[stop - 1].end
    return replace(reading, start=start, end=end, as_written=passage.text[start:end])


def _proposed(passage: Passage, reading: Reading, taken: set[int]) -> AmountProposal:
    first, stop = passage.token_from(reading.start), passage.token_from(reading.end)
    measure, because, rule = _measured(passage, reading, (first, stop), taken)
    return AmountProposal(
        start=passage.start + reading.start,
        end=passage.start + reading.end,
        words=reading.as_written,
        rule=rule,
        interval=reading.interval,
        unit=str(reading.unit),
        hedge=reading.hedge,
        measure=measure,
        because=because,
        status=_status(passage, first),
    )


def _measured(
    passage: Passage, reading: Reading, place: tuple[int, int], taken: set[int]
) -> tuple[str, str, str]:
    """Return what an amount measures, the words that say so, and the rule."""
    group = _group(reading)
    if group in _OF_UNIT:
        return _OF_UNIT[group], "", f"amount:{group}"
    nearest = min(_clues(passage, group, place, taken), default=None)
    if nearest is None:
        return _OTHERWISE[group], "", f"amount:{group}"
    words = passage.words(nearest.first, nearest.stop)
    return nearest.measure, words, f"amount:{group}:{nearest.measure}"


_OF_UNIT = {
    "rank": "position", "points": "growth", "times": "multiple", "rate": "unit_price",
    "staff": "headcount", "things": "count",
}  # fmt: skip
_OTHERWISE = {"money": "price", "percent": "share", "count": "count"}


def _group(reading: Reading) -> str:
    unit = reading.unit
    for told, group in ((RANK, "rank"), (PERCENT, "percent"), (POINTS, "points"), (TIMES, "times")):
        if unit == told:
            return group
    if unit.currency:
        return "rate" if unit.below and unit.below[-1] not in FIXED_RATES else "money"
    if not unit.above or unit.above == ("people",):
        return "count"
    return "staff" if unit.above[0] in STAFF else "things"


def _clues(
    passage: Passage, group: str, place: tuple[int, int], taken: set[int]
) -> Iterator[_Clue]:
    """Yield the words around an amount that say what it measures, with how far off they stand."""
    first, stop = place
    table = CLUES[group]
    cost = 0
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        cost += 1 + _crossing(passage, number, taken)
        if found := table.at(passage.tokens, number):
            distance = max(1, cost - (found[1] - 1 - number))
            yield _Clue(distance, number, found[1], found[0])
    cost = 0
    for number in range(stop, min(len(passage.tokens), stop + _REACH)):
        cost += 1 + _crossing(passage, number, taken)
        if found := table.at(passage.tokens, number):
            yield _Clue(cost, number, found[1], found[0])


def _crossing(passage: Passage, number: int, taken: set[int]) -> int:
    if number in taken:
        return _ANOTHER if number + 1 not in taken else 0
    return _PENALTY.get(passage.tokens[number].folded, 0)


def _status(passage: Passage, first: int) -> str:
    """Return what kind of number it is by the words in front of it in the sentence."""
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if passage.tokens[number].text in {".", ";"}:
            break
        if PLANNED.at(passage.tokens, number):
            return "planned"
        if ESTIMATED.at(passage.tokens, number):
            return "estimated"
    return "reported"
