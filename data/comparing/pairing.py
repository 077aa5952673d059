"""Who is who in two versions of a set: records keep their id, or are found under another.

A record that vanished and one that appeared are the same when every claim that named the one now
names the other, when both say the same, or when they are entities, deals or sources of one name.
All names of a record follow it, so that what only follows is no change. Each step is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship

from ..analysis.references import references
from ..matching.renaming import renamed
from .content import content

_ROUNDS = 16
"""How long a chain of claims about claims may be for the last to be known by the first."""

_Records = Mapping[str, Record]


@dataclass(slots=True)
class Pairing:
    """Records of both versions: `differing` pairs have one id, `moved` pairs have two.

    Records that are the same in both are not listed. `new_ids` gives the id now under the one
    before, of all that moved.
    """

    differing: list[tuple[Record, Record]] = field(default_factory=list[tuple[Record, Record]])
    moved: list[tuple[Record, Record]] = field(default_factory=list[tuple[Record, Record]])
    gone: dict[str, Record] = field(default_factory=dict[str, Record])
    come: dict[str, Record] = field(default_factory=dict[str, Record])
    new_ids: dict[str, str] = field(default_factory=dict[str, str])

    def new_id(self, record_id: str) -> str:
        """Return what a record's id before is now."""
        return self.new_ids.get(record_id, record_id)

    def as_now(self, record: Record) -> Record:
        """Return a record of the version before under the ids of the version now."""
        return renamed(record, self.new_id) if self.new_ids else record

    def move(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Take the records under two ids for one; say whether there were any."""
        found = list(pairs)
        for before, now in found:
            self.moved.append((self.gone.pop(before), self.come.pop(now)))
            self.new_ids[before] = now
        return bool(found)


def paired(before: _Records, now: _Records) -> Pairing:
    """Find every record of either version in the other."""
    pairing = Pairing(
        differing=[
            (old, now[key]) for key, old in before.items() if key in now and old != now[key]
        ],
        gone={key: old for key, old in before.items() if key not in now},
        come={key: new for key, new in now.items() if key not in before},
    )
    if not (pairing.gone and pairing.come):
        return pairing
    pairing.move(_named_instead(pairing))
    for _ in range(_ROUNDS):
        steps = (_saying_the_same, _made_of_parts, _called_the_same)
        if not any(pairing.move(step(pairing)) for step in steps):
            break
    return pairing


def _named_instead(pairing: Pairing) -> Iterator[tuple[str, str]]:
    """Yield records that claims named before with those that all of them name now."""
    then: dict[str, set[str]] = {}
    since: dict[str, set[str]] = {}
    for old, new in pairing.differing:
        ends = list(references(old)), list(references(new))
        for one, other in zip(*ends, strict=False) if len(ends[0]) == len(ends[1]) else ():
            if one.id != other.id and one.field == other.field:
                then.setdefault(one.id, set()).add(other.id)
                since.setdefault(other.id, set()).add(one.id)
    for before, others in then.items():
        now = next(iter(others))
        if len(others) == 1 and since[now] == {before} and _are_of_one_kind(pairing, before, now):
            yield before, now


def _are_of_one_kind(pairing: Pairing, one: str, other: str) -> bool:
    old, new = pairing.gone.get(one), pairing.come.get(other)
    return old is not None and new is not None and old.KIND is new.KIND


def _saying_the_same(pairing: Pairing) -> Iterator[tuple[str, str]]:
    return _alike(pairing, content)


def _called_the_same(pairing: Pairing) -> Iterator[tuple[str, str]]:
    return _alike(pairing, _called)


def _called(record: Record) -> Hashable | None:
    if isinstance(record, Entity):
        return record.KIND, record.name.casefold()
    return (record.KIND, record.title.casefold()) if isinstance(record, Deal | Source) else None


def _alike(pairing: Pairing, key: Callable[[Record], Hashable | None]) -> Iterator[tuple[str, str]]:
    """Yield records with one key; of several on either side, the first with the first."""
    found: dict[Hashable, list[str]] = {}
    for new in pairing.come.values():
        if (told := key(new)) is not None:
            found.setdefault(told, []).append(new.id)
    waiting = {told: iter(ids) for told, ids in found.items()}
    for old in pairing.gone.values():
        other = next(waiting.get(key(pairing.as_now(old)), iter(())), None)
        if other is not None:
            yield old.id, other


def _made_of_parts(pairing: Pairing) -> Iterator[tuple[str, str]]:
    """Yield the records whose id is made of ids that changed; what else they say may differ."""
    for old in pairing.gone.values():
        if is_made_of_parts(old):
            other = parts_of(pairing.as_now(old))
            if other in pairing.come and pairing.come[other].KIND is old.KIND:
                yield old.id, other


def parts_of(record: Record) -> str:
    """Return the id that a record has when its file gives none, or nothing."""
    match record:
        case Relationship():
            return f"{record.subject}.{record.type}.{record.object}"
        case Reason():
            return f"{record.cause}.{record.type}.{record.effect}"
        case _:
            return ""


def is_made_of_parts(record: Record) -> bool:
    """Say whether a record's id only tells what the record is about."""
    return record.id == parts_of(record)
