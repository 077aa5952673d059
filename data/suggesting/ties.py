"""Relationships that the words suggest: a phrase of `tie_words`, and the names on both its sides.

A verb takes the first name of its clause for its subject, a role the nearest name; behind either
the nearest one that fits counts. An end may also be a pronoun or a paraphrase.
Which kinds fit, `models.relation_type` says. A tie with no end at all is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS

from .passage import Passage
from .proposal import MentionProposal, TieProposal
from .tie_words import STATUSES, TIES, Cue

_BEFORE, _BEHIND = 24, 14
"""Words before and behind a tie within which its ends stand."""
_BREAKS = frozenset({";", "but", "while", "because", "after", "although", "aber", "mais", "pero"})
_POSSESSIVES = frozenset(
    {"its", "his", "her", "their", "sein", "seine", "ihr", "ihre", "son", "sa", "su"}
)
_LINKS = frozenset({"of", "for", "to", "in", "at", "von", "de", "d'", "'", "company"})
_BETWEEN_ROLE = frozenset(
    {"biggest", "largest", "only", "main", "former", "own", "long-time", "new"}
)


class _End(NamedTuple):
    """Somebody named or meant, from one token up to another."""

    first: int
    stop: int
    ids: tuple[str, ...]


def ties_in(passage: Passage, mentions: Iterable[MentionProposal] = ()) -> tuple[TieProposal, ...]:
    """Return the relationships that a passage suggests, in the order of the words that do."""
    ends = _ends(passage, mentions)
    starts = [end.first for end in ends]
    return tuple(
        proposed
        for first, stop, cue in _cues(passage)
        if (proposed := _proposed(passage, (first, stop), cue, _Around(passage, ends, starts)))
    )


def _ends(passage: Passage, mentions: Iterable[MentionProposal]) -> Sequence[_End]:
    named = (
        _End(passage.token_from(each.start), passage.token_from(each.end), each.ids)
        for each in passage.outer
    )
    meant = (
        _End(
            passage.token_from(each.start - passage.start),
            passage.token_from(each.end - passage.start),
            each.ids[:1],
        )
        for each in mentions
    )
    return sorted((*named, *meant))


def _cues(passage: Passage) -> Iterator[tuple[int, int, Cue]]:
    place = 0
    while place < len(passage.tokens):
        if known := passage.name_from.get(place):
            place = max(passage.token_from(known.end), place + 1)
        elif found := TIES.at(passage.tokens, place):
            yield place, found[1], found[0]
            place = found[1]
        else:
            place += 1


class _Around:
    """Finds whom a tie joins."""

    def __init__(self, passage: Passage, ends: Sequence[_End], starts: Sequence[int]) -> None:
        self.passage = passage
        self.ends = ends
        self.starts = starts

    def before(self, place: int, kinds: frozenset[Kind], *, nearest: bool) -> str | None:
        """Return who stands before a tie: the nearest, or the first of the clause."""
        low = bisect_left(self.starts, max(0, place - _BEFORE))
        fitting = [
            (end, key)
            for end in self.ends[low : bisect_left(self.starts, place)]
            if end.stop <= place and (key := self._fitting(end, kinds))
        ]
        if not fitting:
            return None
        if nearest:
            return fitting[-1][1]
        begin = self._clause(place)
        return next((key for end, key in fitting if end.first >= begin), fitting[-1][1])

    def behind(self, place: int, kinds: frozenset[Kind], other: str | None) -> str | None:
        """Return who stands behind a tie: the nearest who is not its other end."""
        begin = bisect_left(self.starts, place)
        stop = bisect_left(self.starts, place + _BEHIND)
        keys = (self._fitting(end, kinds) for end in self.ends[begin:stop])
        return next((key for key in keys if key and key != other), None)

    def _fitting(self, end: _End, kinds: frozenset[Kind]) -> str | None:
        entities = self.passage.known.entities
        return next((key for key in end.ids if entities[key].kind in kinds), None)

    def _clause(self, place: int) -> int:
        for number in range(place - 1, max(-1, place - _BEFORE), -1):
            if self.passage.tokens[number].folded in _BREAKS:
                return number
        return 0


def _proposed(
    passage: Passage, place: tuple[int, int], cue: Cue, around: _Around
) -> TieProposal | None:
    first, stop = place
    meaning = MEANINGS[cue.type]
    turned = cue.noun and (_is_possessed(passage, first) or _is_apposed(passage, stop))
    if cue.noun and not (turned or _has_link(passage, stop)):
        return None
    forward = cue.forward != turned
    left, right = (
        (meaning.subjects, meaning.objects) if forward else (meaning.objects, meaning.subjects)
    )
    before = around.before(first, left, nearest=cue.noun)
    behind = around.behind(stop, right, before)
    if before is None and behind is None:
        return None
    subject, object_ = (before, behind) if forward else (behind, before)
    start, end = passage.span(first, stop)
    return TieProposal(
        start=start,
        end=end,
        words=passage.words(first, stop),
        rule=f"tie:{cue.type}",
        type=cue.type,
        status=cue.status or _status(passage, first, stop),
        subject=subject,
        object=object_,
    )


def _is_possessed(passage: Passage, first: int) -> bool:
    """Say whether a role belongs to who stands before: "Alder’s biggest customer", "its CEO"."""
    place = first - 1
    while place > first - 4 and passage.tokens[place].folded in _BETWEEN_ROLE:
        place -= 1
    token, before = passage.tokens[place], passage.tokens[place - 1]
    return token.folded in _POSSESSIVES or (token.folded == "s" and before.text in {"’", "'"})


def _has_link(passage: Passage, stop: int) -> bool:
    """Say whether the words of a role end in the preposition that its other end follows."""
    return (
        passage.tokens[stop - 1].folded in _LINKS or passage.words(stop - 1, stop) == "shareholder"
    )


def _is_apposed(passage: Passage, stop: int) -> bool:
    """Say whether a name stands right behind a role: "rival Alder", "the founder, Jane Roe"."""
    place = stop + (passage.tokens[stop].folded in {",", "like"})
    return passage.tokens[stop - 1].folded not in _LINKS and place in passage.name_from


def _status(passage: Passage, first: int, stop: int) -> str:
    """Return the status that words near a tie tell, those in front before those behind."""
    for number in range(stop - 1, max(-1, first - 7), -1):
        if found := STATUSES.at(passage.tokens, number):
            return found[0]
        if passage.tokens[number].text in {";", "."}:
            break
    return "current"
