"""Whether the stakes in one company add up to more than there is of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from heapq import heappop, heappush
from itertools import islice

from scale_explorer.models.claim import Preference
from scale_explorer.models.dates import Bounds, bounds
from scale_explorer.models.deal import Deal, DealStatus, PartyRole
from scale_explorer.models.figure import Figure, FigureStatus, Measure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.decimals import DOWN, UP, plain
from scale_explorer.models.quantity.unit import PERCENT
from scale_explorer.models.relationship import Relationship, RelationStatus

from ..finding import Finding
from .context import At, Context

_WHOLE = Decimal(100)
_OWNERS = frozenset({PartyRole.BUYER, PartyRole.INVESTOR})
_OVER = frozenset({
    DealStatus.CANCELLED, DealStatus.RUMORED, DealStatus.PLANNED,
    RelationStatus.FORMER, RelationStatus.PLANNED,
})  # fmt: skip
"""Statuses of what nobody owns, or not yet."""
_ALWAYS = Bounds(None, None)
_FIRST, _LAST = "", "9999-12-31"
_DAYS = 1_000  # on which the stakes in one company are added up
_TOLD = 4  # stakes that a message lists


@dataclass(frozen=True, slots=True)
class _Stake:
    """At least `least` per cent of `owned` that `owner` has from one day to another."""

    figure: str
    owner: str
    owned: str
    least: Decimal
    days: Bounds


def stakes_exceed_whole(context: Context) -> Iterator[Finding]:
    """Tell of stakes of different owners that at one time add up to more than the whole.

    Only the low ends count, of what is reported; a stake without a period holds at all times that
    others without one do. Of one owner's stakes the largest counts, as one may be told twice.
    """
    by_owned: dict[str, list[_Stake]] = {}
    for figure in context.dataset.of(Figure):
        if (stake := _stake(context, figure)) is not None:
            by_owned.setdefault(stake.owned, []).append(stake)
    for owned, stakes in by_owned.items():
        undated = [stake for stake in stakes if stake.days == _ALWAYS]
        dated = [stake for stake in stakes if stake.days != _ALWAYS]
        for together in (undated, *_at_once(dated)):
            if too_many := _exceeding(together):
                yield _too_much(context, owned, too_many)
                break


def _stake(context: Context, figure: Figure) -> _Stake | None:
    """Return whose stake in whom a figure is, where just one of each can be meant."""
    counts = figure.measure is Measure.STAKE and figure.status is FigureStatus.REPORTED
    if not counts or figure.prefer is Preference.DEPRECATED or figure.unit != str(PERCENT):
        return None
    ends = _ends(context.dataset.by_id.get(figure.subject), figure.scope)
    if ends is None or figure.value is None or figure.value.low is None:
        return None
    days = bounds(figure.period) if isinstance(figure.period, str) else _ALWAYS
    return _Stake(figure.id, *ends, figure.value.low, days)


def _ends(subject: object, scope: str | None) -> tuple[str, str] | None:
    """Return who owns and who is owned, by a relationship or a deal that stands."""
    if isinstance(subject, Relationship) and subject.status not in _OVER:
        return subject.subject, subject.object
    if isinstance(subject, Deal) and subject.status not in _OVER:
        owners = [party.entity for party in subject.parties if party.role in _OWNERS]
        targets = [p.entity for p in subject.parties if p.role is PartyRole.TARGET]
        owned = [scope] if scope else targets
        if len(owners) == len(owned) == 1:
            return owners[0], owned[0]
    return None


def _at_once(stakes: Iterable[_Stake]) -> Iterator[list[_Stake]]:
    """Yield those that hold on a day on which a stake begins, if they may be too many.

    Each such day costs as much as there are stakes, so only the first of very many are looked at.
    """
    return islice(_crowded(stakes), _DAYS)


def _crowded(stakes: Iterable[_Stake]) -> Iterator[list[_Stake]]:
    holding: list[tuple[str, int, _Stake]] = []
    total = Decimal(0)
    for order, stake in enumerate(sorted(stakes, key=lambda each: each.days.first or _FIRST)):
        while holding and holding[0][0] < (stake.days.first or _FIRST):
            total = UP.subtract(total, heappop(holding)[2].least)
        heappush(holding, (stake.days.last or _LAST, order, stake))
        total = UP.add(total, stake.least)
        if total > _WHOLE:
            yield [each for *_, each in holding]


def _exceeding(stakes: Iterable[_Stake]) -> tuple[_Stake, ...]:
    """Return the largest stake of each owner where they come to more than the whole."""
    largest: dict[str, _Stake] = {}
    for stake in stakes:
        known = largest.get(stake.owner)
        if known is None or stake.least > known.least:
            largest[stake.owner] = stake
    return tuple(largest.values()) if _sum(largest) > _WHOLE else ()


def _sum(stakes: Mapping[str, _Stake]) -> Decimal:
    total = Decimal(0)
    for stake in stakes.values():
        total = DOWN.add(total, stake.least)
    return total


def _too_much(context: Context, owned: str, stakes: tuple[_Stake, ...]) -> Finding:
    total = plain(_sum({stake.owner: stake for stake in stakes}))
    parts = " + ".join(f"{plain(stake.least)} % ({stake.figure})" for stake in stakes[:_TOLD])
    more = f" + {len(stakes) - _TOLD} more" if len(stakes) > _TOLD else ""
    message = f"the stakes in {owned} come to at least {total} %: {parts}{more}"
    hint = "say period where they were not held at one time"
    last = stakes[-1].figure
    return context.error("stakes_exceed_whole", message, At(last, "value"), hint)
