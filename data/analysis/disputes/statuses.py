"""Statuses that cannot both stand: of two ties, of two deals, of a tie and the deal behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from scale_explorer.models.claim import Modality
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal, DealStatus, DealType, PartyRole
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship, RelationStatus

from ...folding import folded
from ..links import grouped
from .dispute import Clash, DisputeKind

NEIGHBOURS = 50
"""Ties of the same ends, and deals of the same parties, that each is compared with."""
MOST = 4
"""Of these, the disputes that are told."""

ClaimT = TypeVar("ClaimT", Relationship, Deal)

_R, _D, _T = RelationStatus, DealStatus, DealType

STAGES = {
    _R.PLANNED: "not yet",
    _R.CURRENT: "stands", _R.UNDER_REVIEW: "stands", _R.REDUCING: "stands",
    _R.REDUCED: "stands", _R.ENDING: "stands",
    _R.FORMER: "over",
}  # fmt: skip
"""How far a tie is: two of different stages cannot both hold at one time. Unknown says nothing."""

UNLIKE_DEALS = (
    ({_D.CANCELLED}, {_D.RUMORED, _D.PLANNED, _D.ANNOUNCED, _D.PENDING, _D.COMPLETED}),
    ({_D.COMPLETED}, {_D.RUMORED, _D.PLANNED, _D.PENDING}),
)
"""Statuses of one deal of which only one can be so: it is off or on, and done or not yet."""

_TYING = {
    _T.INVESTMENT, _T.ACQUISITION, _T.MERGER, _T.FUNDING_ROUND, _T.SUPPLY_CONTRACT, _T.HIRE,
    _T.PARTNERSHIP,
}  # fmt: skip
_BUYING = {_T.INVESTMENT, _T.ACQUISITION, _T.MERGER, _T.FUNDING_ROUND}
_STANDS = {status for status, stage in STAGES.items() if stage == "stands"}

DEAL_AND_TIE = (
    (_TYING, {_D.CANCELLED}, _STANDS),
    (_BUYING, {_D.COMPLETED}, {_R.PLANNED}),
    ({_T.TERMINATION}, {_D.COMPLETED}, {_R.CURRENT, _R.UNDER_REVIEW}),
    ({_T.TERMINATION}, {_D.CANCELLED}, {_R.ENDING, _R.FORMER}),
)
"""Types of deal, their statuses, and the statuses that a tie which comes from one cannot have."""

_OWNING = {RelationType.OWNS, RelationType.INVESTED_IN, RelationType.SUBSIDIARY_OF}
_BOTH_WAYS = {RelationType.PARTNER_OF, RelationType.COMPETES_WITH, RelationType.RELATED_TO}
_GIVING_UP = {PartyRole.SELLER, PartyRole.FORMER_EMPLOYER}
"""Whose ties a deal ends when it is done, and leaves alone when it is off."""
_MAY_BE_SO = {Modality.POSSIBLE, Modality.CONDITIONAL}
"""What could be true contradicts nothing."""


def unlike_statuses(dataset: Dataset) -> Iterator[Clash]:
    """Yield pairs of claims whose statuses cannot both stand, each pair once.

    Time is linear: each tie and deal is held against a bounded number of those that are like it.
    """
    relations = [each for each in dataset.of(Relationship) if each.modality not in _MAY_BE_SO]
    deals = [each for each in dataset.of(Deal) if each.modality not in _MAY_BE_SO]
    yield from _clashes(grouped((_ends(each), each) for each in relations), _unlike_ties)
    yield from _clashes(grouped((_parties(each), each) for each in deals), _unlike_deals)
    known = {deal.id: deal for deal in deals}
    for relation in relations:
        deal = known.get(relation.deal or "")
        if deal is not None and _belies(deal, relation):
            yield Clash(DisputeKind.STATUSES, relation, deal)


def _clashes(
    alike: Mapping[object, Sequence[ClaimT]], unlike: Callable[[ClaimT, ClaimT], bool]
) -> Iterator[Clash]:
    for claims in alike.values():
        for place, one in enumerate(claims):
            later = claims[place + 1 : place + 1 + NEIGHBOURS]
            for other in islice((each for each in later if unlike(one, each)), MOST):
                yield Clash(DisputeKind.STATUSES, one, other)


def _ends(relation: Relationship) -> tuple[object, ...]:
    ends = (relation.subject, relation.object)
    return relation.type, frozenset(ends) if relation.type in _BOTH_WAYS else ends


def _unlike_ties(one: Relationship, other: Relationship) -> bool:
    stages = {STAGES.get(one.status), STAGES.get(other.status)} - {None}
    roles = {folded(one.role), folded(other.role)} - {""}
    if one.id == other.id or len(stages) < 2 or len(roles) > 1:
        return False
    return not (_may_follow(one, other) or _may_follow(other, one))


def _may_follow(later: Relationship, earlier: Relationship) -> bool:
    """Say whether one tie began, as far as is told, when the other was over: they are two times."""
    begun, ended = _begun(later), _ended(earlier)
    return bool(begun and ended and _first(ended) <= _last(begun))


def _begun(relation: Relationship) -> str | None:
    """Return since when a tie is known to stand."""
    since = (change.date for change in relation.history if change.status in _STANDS)
    return relation.start or next((date for date in since if date), None)


def _ended(relation: Relationship) -> str | None:
    over = relation.status is RelationStatus.FORMER
    return relation.end or (relation.history[-1].date if over else None)


def _parties(deal: Deal) -> tuple[object, ...]:
    return deal.type, frozenset((party.entity, party.role) for party in deal.parties)


def _unlike_deals(one: Deal, other: Deal) -> bool:
    """Say whether two deals of the same parties are plainly one, and their statuses are not."""
    if one.announced and other.announced:
        same = bounds(one.announced).overlaps(bounds(other.announced))
    else:
        same = folded(one.title) == folded(other.title)
    told = {one.status, other.status}
    clash = any(told & these and told & those for these, those in UNLIKE_DEALS)
    return one.id != other.id and same and clash


def _belies(deal: Deal, relation: Relationship) -> bool:
    """Say whether a tie that comes from a deal cannot stand as it does when the deal stands so."""
    found = any(
        deal.type in types and deal.status in statuses and relation.status in ties
        for types, statuses, ties in DEAL_AND_TIE
    )
    if not found or deal.type is DealType.TERMINATION:
        return found
    if relation.status is RelationStatus.PLANNED and relation.type not in _OWNING:
        return False
    given_up = {party.entity for party in deal.parties if party.role in _GIVING_UP}
    return given_up.isdisjoint({relation.subject, relation.object}) and not _older(relation, deal)


def _older(relation: Relationship, deal: Deal) -> bool:
    """Say whether a tie is told to have begun before the deal was announced."""
    begun = _begun(relation)
    return bool(begun and deal.announced and _first(begun) < _first(deal.announced))


def _first(date: str) -> str:
    return bounds(date).first or ""


def _last(date: str) -> str:
    return bounds(date).last or "9999-12-31"
