"""Deals, stances and reasons that the words smell of: a phrase of `claim_words` each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from scale_explorer.models.quantity.tokens import Phrases

from .claim_words import CAUSE_FIRST, DEAL_STATUSES, DEALS, REASONS, STANCES
from .passage import Passage
from .proposal import DealProposal, ReasonProposal, StanceProposal

_NEAR = 10
"""Words around a deal in which its status may be told."""
_MONEY_WITHIN = 5
"""Words behind "raised" among which there is a number where it is money."""
_BEFORE = 16
"""Words before a stance in which its holder may be named."""
Meaning = TypeVar("Meaning")


def deals_in(passage: Passage) -> tuple[DealProposal, ...]:
    """Return the words that tell of deals, in order."""
    return tuple(
        DealProposal(
            start=passage.span(first, stop)[0],
            end=passage.span(first, stop)[1],
            words=passage.words(first, stop),
            rule=f"deal:{kind}",
            type=kind,
            status=_status(passage, first, stop),
        )
        for first, stop, kind in _cues(passage, DEALS)
        if kind != "funding_round" or _raises_money(passage, first, stop)
    )


def _raises_money(passage: Passage, first: int, stop: int) -> bool:
    """Say whether it is money that is raised, and not concerns."""
    told = passage.tokens[first].folded not in {"raised", "raises"}
    near = range(stop, stop + _MONEY_WITHIN)
    return told or any(passage.tokens[number].kind == "numeral" for number in near)


def stances_in(passage: Passage) -> tuple[StanceProposal, ...]:
    """Return the words that say what somebody does with a thought, in order."""
    return tuple(
        StanceProposal(
            start=passage.span(first, stop)[0],
            end=passage.span(first, stop)[1],
            words=passage.words(first, stop),
            rule=f"stance:{stance}",
            stance=stance,
            holder=_holder(passage, first),
        )
        for first, stop, stance in _cues(passage, STANCES)
    )


def reasons_in(passage: Passage) -> tuple[ReasonProposal, ...]:
    """Return the words that link cause and effect, in order."""
    return tuple(
        ReasonProposal(
            start=passage.span(first, stop)[0],
            end=passage.span(first, stop)[1],
            words=passage.words(first, stop),
            rule=f"reason:{told}",
            type=told.partition(":")[0],
            cause_first=told.endswith(CAUSE_FIRST),
        )
        for first, stop, told in _cues(passage, REASONS)
    )


def _cues(passage: Passage, table: Phrases[Meaning]) -> Iterator[tuple[int, int, Meaning]]:
    """Yield the phrases of a table in order, none in a known name and none in another."""
    place = 0
    while place < len(passage.tokens):
        if known := passage.name_from.get(place):
            place = max(passage.token_from(known.end), place + 1)
        elif found := table.at(passage.tokens, place):
            yield place, found[1], found[0]
            place = found[1]
        else:
            place += 1


def _status(passage: Passage, first: int, stop: int) -> str:
    """Return how far a deal has come: by the nearest words in front, else by itself or behind."""
    for number in (*range(first, max(-1, first - _NEAR), -1), *range(stop, stop + _NEAR)):
        if passage.tokens[number].text == ".":
            continue
        if found := DEAL_STATUSES.at(passage.tokens, number):
            return found[0]
    return "unknown"


def _holder(passage: Passage, first: int) -> str | None:
    """Return the known name that stands nearest before a verb."""
    for number in range(first - 1, max(-1, first - _BEFORE), -1):
        if (known := passage.name_from.get(number)) and len(known.ids) == 1:
            return known.ids[0]
        if passage.tokens[number].text in {".", ";"}:
            break
    return None
