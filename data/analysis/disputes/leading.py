"""Which side of a dispute leads, and why: of these rules the first that tells holds.

1. What the author prefers, or would rather not use.
2. The claim that no quote refutes.
3. Of figures, the status: reported over estimated over derived over planned.
4. The later source, or the later date of a statement.
5. More sources.

Otherwise neither leads, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from scale_explorer.models.claim import Preference
from scale_explorer.models.dates import bounds, readable
from scale_explorer.models.figure import Figure, FigureStatus

from .dispute import Clash, DisputeKind, Leading, Leads, Side

_RANKS = {Preference.PREFERRED: 2, Preference.NORMAL: 1, Preference.DEPRECATED: 0}
_STRENGTHS = {
    FigureStatus.REPORTED: 3,
    FigureStatus.ESTIMATED: 2,
    FigureStatus.DERIVED: 1,
    FigureStatus.PLANNED: 0,
}
_PREFERRED = "the set’s author prefers it"
_NOT_THE_OTHER = "the set’s author would rather not use the other"
_NEITHER = "nothing says which is to be believed"
_UNLIKE = "they are figures of different things"

_Rule: TypeAlias = Callable[[Side, Side], str]
"""Says why the first of two sides leads over the second; nothing when it does not."""


def leading(clash: Clash, first: Side, second: Side) -> Leading:
    """Say which side leads, by the first rule that tells."""
    for rule, settles in _rules(clash):
        if why := rule(first, second):
            return Leading(Leads.FIRST, why, settles)
        if why := rule(second, first):
            return Leading(Leads.SECOND, why, settles)
    return Leading(Leads.NEITHER, _NEITHER if clash.alike else _UNLIKE)


def _rules(clash: Clash) -> Iterator[tuple[_Rule, bool]]:
    """Yield the rules for a clash, each with whether the author settles it so."""
    if clash.kind is DisputeKind.WORDS:
        yield _rated, True
    else:
        yield _preferred, True
        yield _unrefuted, True
    if clash.alike:
        yield from ((rule, False) for rule in (_stronger, _later, _carried_by_more))


def _preferred(one: Side, other: Side) -> str:
    if _RANKS[one.claim.prefer] <= _RANKS[other.claim.prefer]:
        return ""
    preferred = one.claim.prefer is Preference.PREFERRED
    return _PREFERRED if preferred else _NOT_THE_OTHER


def _rated(one: Side, _: Side) -> str:
    """Let the author's preference decide between the words for a claim and those against it."""
    if one.refutes:
        deprecated = one.claim.prefer is Preference.DEPRECATED
        return "the set’s author would rather not use the claim" if deprecated else ""
    return "the set’s author prefers the claim" if one.claim.prefer is Preference.PREFERRED else ""


def _unrefuted(one: Side, other: Side) -> str:
    return "" if one.against or not other.against else "words are quoted against the other"


def _stronger(one: Side, other: Side) -> str:
    match one.claim, other.claim:
        case (Figure(status=ours), Figure(status=theirs)) if _STRENGTHS[ours] > _STRENGTHS[theirs]:
            return f"it is {ours}, the other {theirs}"
        case _:
            return ""


def _later(one: Side, other: Side) -> str:
    ours, theirs = one.day, other.day
    if not (ours and theirs) or not _surely_after(ours, theirs):
        return ""
    return f"it is of {readable(ours)}, the other of {readable(theirs)}"


def _surely_after(day: str, other: str) -> bool:
    first, last = bounds(day).first, bounds(other).last
    return bool(first and last and first > last)


def _carried_by_more(one: Side, other: Side) -> str:
    ours, theirs = len(one.sources), len(other.sources)
    return f"carried by {_counted(ours)}, the other by {_counted(theirs)}" if ours > theirs else ""


def _counted(sources: int) -> str:
    return f"{sources or 'no'} source{'' if sources == 1 else 's'}"
