"""Which entities of different sets are the same: by an identifier, else by name.

Ways to know one again are tried from the surest to the weakest. A match is never made between two
entities of one set or of two kinds, nor where something speaks against it: of the identifiers that
both have, the surest decides. People are not known by name, and neither is who has no name. A name
or a ticker without an exchange unites nobody across countries.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeAlias

from scale_explorer.models.entity import Entity
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.group import Group
from scale_explorer.models.kinds import Kind
from scale_explorer.models.person import Person

from ..identifiers import REGISTERS, TICKER, comparable, differ, symbol
from .name_key import name_key
from .revoked import Pair, pair_of

NAME = "name"
"""What a match is by when no identifier tells."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity as it is compared: the place of its set, its id among all sets, what tells it.

    `names` are keys to compare, `name` is the one to show.
    """

    place: int
    id: str
    name: str
    kind: Kind
    identifiers: Mapping[str, str]
    names: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two entities that are the same by what both have, or would be, but are kept `apart`.

    They were taken apart themselves, or else `because` has the two that were, which this match
    would unite.
    """

    first: str
    second: str
    by: str
    value: str
    apart: bool = False
    because: Pair | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """The matches, and the ids of every group that they make, in the order of the sets."""

    matches: tuple[Match, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


def candidate(place: int, record_id: str, entity: Entity) -> Candidate:
    """Return an entity as it is compared; identifiers that no register gave are left out."""
    given = entity.identifiers.model_dump(exclude_none=True)
    known = {register: comparable(register, value) for register, value in given.items()}
    is_named = not (entity.unnamed or isinstance(entity, Person | Group))
    keys = map(name_key, (entity.name, *entity.aliases) if is_named else ())
    return Candidate(
        place=place,
        id=record_id,
        name=entity.name,
        kind=entity.KIND,
        identifiers={register: value for register, value in known.items() if value},
        names=tuple(dict.fromkeys(filter(None, keys))),
        country=entity.country,
    )


def find_matches(candidates: Sequence[Candidate], apart: Container[Pair]) -> Matching:
    """Return which candidates are the same; the pairs in `apart` are kept from one another."""
    joining = _Joining(candidates, apart)
    for by in (*REGISTERS, NAME):
        for one, other, value in _pairs(candidates, by):
            joining.offer(Match(one.id, other.id, by, value))
    return Matching(tuple(joining.matches.values()), tuple(joining.several()))


_Members: TypeAlias = tuple[Candidate, ...]


class _Joining:
    """Joins candidates into groups, match by match, as long as nothing speaks against it."""

    def __init__(self, candidates: Iterable[Candidate], apart: Container[Pair]) -> None:
        self._groups: dict[str, _Members] = {each.id: (each,) for each in candidates}
        self._apart = apart
        self.matches: dict[Pair, Match] = {}

    def offer(self, match: Match) -> None:
        """Make a match, or note what keeps it apart, unless the two are together already."""
        pair = pair_of(match.first, match.second)
        here, there = self._groups[match.first], self._groups[match.second]
        if here is there or pair in self.matches or _clash(here, there):
            return
        if _is_weak(match.by, match.value) and _abroad(here, there):
            return
        if pair in self._apart:
            self.matches[pair] = replace(match, apart=True)
        elif because := self._taken_apart(here, there):
            self.matches[pair] = replace(match, apart=True, because=because)
        else:
            self.matches[pair] = match
            joined = tuple(sorted((*here, *there), key=lambda each: each.place))
            self._groups |= dict.fromkeys((each.id for each in joined), joined)

    def _taken_apart(self, here: _Members, there: _Members) -> Pair | None:
        """Return two that were taken apart and that joining would unite."""
        pairs = (pair_of(one.id, other.id) for one, other in product(here, there))
        return next((pair for pair in pairs if pair in self._apart), None)

    def several(self) -> Iterator[tuple[str, ...]]:
        """Yield the ids of every group of more than one, in the order of the sets."""
        for key, members in self._groups.items():
            if len(members) > 1 and members[0].id == key:
                yield tuple(each.id for each in members)


_Sharing: TypeAlias = tuple[Candidate, Candidate, str]
"""Two of different sets, and what both have."""


def _pairs(candidates: Iterable[Candidate], by: str) -> Iterator[_Sharing]:
    """Yield pairs that share what nobody else in their sets has."""
    held: dict[tuple[Kind, str], list[Candidate]] = {}
    for each in candidates:
        for value in _values(each, by):
            held.setdefault((each.kind, value), []).append(each)
    sharing = [
        (one, other, value)
        for (_, value), holders in held.items()
        if len({each.place for each in holders}) == len(holders)
        for one, other in combinations(holders, 2)
        if not (_is_weak(by, value) and _abroad((one,), (other,)))
    ]
    yield from _alone(sharing)


def _alone(sharing: Iterable[_Sharing]) -> Iterator[_Sharing]:
    """Leave out whoever shares something with two of one set, by different names."""
    found = tuple(sharing)
    partners: dict[tuple[str, int], set[str]] = {}
    for one, other, _ in found:
        partners.setdefault((one.id, other.place), set()).add(other.id)
        partners.setdefault((other.id, one.place), set()).add(one.id)
    for one, other, value in found:
        if len(partners[one.id, other.place]) == len(partners[other.id, one.place]) == 1:
            yield one, other, value


def _values(each: Candidate, by: str) -> tuple[str, ...]:
    """Return what may be shared; a ticker counts with its exchange, and without."""
    if by == NAME:
        return each.names
    if by not in each.identifiers:
        return ()
    value = each.identifiers[by]
    return tuple(dict.fromkeys((value, symbol(value)))) if by == TICKER else (value,)


def _is_weak(by: str, value: str) -> bool:
    """Say whether others in other countries may have it too, as a ticker without an exchange."""
    return by == NAME or (by == TICKER and ":" not in value)


def _abroad(here: _Members, there: _Members) -> bool:
    """Say whether two are of different countries, as ministries of finance are."""
    one, other = ({each.country for each in members} - {None} for members in (here, there))
    return bool(one and other) and one.isdisjoint(other)


def _clash(here: _Members, there: _Members) -> bool:
    """Say whether joining would put two of one set together, or two of different identifiers."""
    return any(
        one.place == other.place or _differ(one.identifiers, other.identifiers)
        for one, other in product(here, there)
    )


def _differ(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Say whether the surest identifier that both have is not the same."""
    both = next((each for each in REGISTERS if each in one and each in other), None)
    return both is not None and differ(both, one[both], other[both])
