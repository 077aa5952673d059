"""How much of a side stands on its largest counterparties, as far as figures tell.

Who has no figure of the time may be any size, so then only a lower bound is known. What is paid is
never below zero, which is all that is taken for granted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from operator import add

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.interval import Interval

from .counterparties import Counterparty
from .period import Period, period_of
from .totals import alike, own_shares

TOP = 3
"""How many counterparties are told together as the largest."""
GONE = ("former", "planned")
"""Who stands so and has no figure of the time is not counted as unknown."""
_ZERO = Interval.exactly(0)


@dataclass(frozen=True, slots=True)
class Concentration:
    """What the largest counterparties of one side come to in one time.

    `unit` is `%` of the company's own whole, or else that of amounts; `of` names the measure of the
    whole, or of the amounts. Of `known` counterparties there is a figure of that time, of `unknown`
    there is none or not of every tie; `apart` are former or planned ones without any. Ranges have
    no upper end where one of those may add to them.
    `leader` is who is the largest, where the ranges say so, or a source, which is then `stated`.
    `top` is what the `TOP` largest come to, None where there are no more than that.
    """

    period: Period
    unit: str
    of: str
    known: int
    unknown: int
    apart: int
    largest: Interval
    top: Interval | None
    whole: Interval
    leader: Counterparty | None
    stated: bool = False


@dataclass(frozen=True, slots=True)
class _Basis:
    """The figures of one time, by the ties that they are of."""

    period: Period
    unit: str
    of: str
    values: Mapping[str, Interval]

    @property
    def weight(self) -> tuple[bool, int, tuple[str, str]]:
        """What the time to tell of has most of: it is known, figures, newness."""
        return self.period.is_known, len(self.values), self.period.age


def concentration(parties: Sequence[Counterparty]) -> Concentration | None:
    """Return how concentrated one side is in the time that most is known of; None without figures.

    Shares of the company's own whole go before amounts.
    """
    bases = tuple(_of_shares(parties)) or tuple(_of_amounts(parties))
    return _told(parties, max(bases, key=lambda one: one.weight)) if bases else None


def _of_shares(parties: Sequence[Counterparty]) -> Iterable[_Basis]:
    groups: dict[tuple[str, Period], dict[str, Interval]] = {}
    for party in parties:
        for share in own_shares(party):
            groups.setdefault((share.of, share.period), {})[party.tie.claim] = share.value
    for (of, period), values in groups.items():
        if len(values) == 1 or period.is_known:
            yield _Basis(period, "%", of, values)


def _of_amounts(parties: Sequence[Counterparty]) -> Iterable[_Basis]:
    ties = {figure.id: party.tie.claim for party in parties for figure in party.amounts}
    for parts in alike(figure for party in parties for figure in party.amounts):
        values = {ties[one.id]: one.value for one in parts if one.value is not None}
        yield _Basis(period_of(parts[0]), parts[0].unit, parts[0].measure, values)


def _told(parties: Sequence[Counterparty], basis: _Basis) -> Concentration:
    counted = [party for party in parties if _counts(party, basis.values)]
    sizes = _sizes(counted, basis.values)
    unknown = {one.tie.far for one in counted if one.tie.claim not in basis.values}
    apart = {party.tie.far for party in parties} - sizes.keys()
    leader, stated = _leader(counted, sizes, basis.period)
    largest = sizes[leader.tie.far] if leader else _largest(sizes.values(), 1)
    top = _largest(sizes.values(), TOP) if len(sizes) > TOP else None
    return Concentration(
        basis.period, basis.unit, basis.of, len(sizes) - len(unknown), len(unknown), len(apart),
        largest, top, reduce(add, sizes.values()), leader, stated,
    )  # fmt: skip


def _counts(party: Counterparty, values: Mapping[str, Interval]) -> bool:
    return party.tie.claim in values or party.tie.state.partition(",")[0] not in GONE


def _sizes(parties: Iterable[Counterparty], values: Mapping[str, Interval]) -> dict[str, Interval]:
    """Return how large each counterparty is, with no upper end where a figure is missing."""
    sizes: dict[str, Interval] = {}
    for party in parties:
        size = values.get(party.tie.claim)
        floored = Interval(_ZERO.low, None) if size is None else _floored(size)
        sizes[party.tie.far] = sizes[party.tie.far] + floored if party.tie.far in sizes else floored
    return sizes


def _floored(size: Interval) -> Interval:
    return (
        size if size.low is not None else Interval(_ZERO.low, size.high, high_open=size.high_open)
    )


def _largest(sizes: Collection[Interval], count: int) -> Interval:
    """Return the range of what the largest come to together, whichever they are."""
    by_low = sorted(sizes, key=lambda size: size.low_end, reverse=True)[:count]
    by_high = sorted(sizes, key=_reach, reverse=True)[:count]
    least, most = reduce(add, by_low), reduce(add, by_high)
    if by_low == by_high:
        return least
    return Interval(least.low, most.high, least.low_open, most.high_open)


def _reach(size: Interval) -> tuple[Decimal, bool]:
    return size.high_end.value, not size.high_end.open


def _leader(
    parties: Iterable[Counterparty], sizes: Mapping[str, Interval], time: Period
) -> tuple[Counterparty | None, bool]:
    """Return who is surely the largest, and whether that is only because a source says so."""
    standing = [party for party in parties if party.tie.far in sizes]
    by_range = max(standing, key=lambda party: sizes[party.tie.far].low_end)
    if _is_above(by_range.tie.far, sizes, Interval.certainly_at_most):
        return by_range, False
    said = {party.tie.far: party for party in standing if _is_said_first(party, time)}
    for far, party in said.items():
        if len(said) == 1 and sizes[far].high is not None and _is_above(far, sizes, _may_be_below):
            return party, True
    return None, False


def _is_above(
    far: str, sizes: Mapping[str, Interval], is_below: Callable[[Interval, Interval], bool]
) -> bool:
    return all(is_below(size, sizes[far]) for other, size in sizes.items() if other != far)


def _may_be_below(size: Interval, other: Interval) -> bool:
    return not other.certainly_below(size)


def _is_said_first(party: Counterparty, time: Period) -> bool:
    """Say whether a source calls it the largest, then or without saying when."""
    if party.first is None:
        return False
    said = period_of(party.first)
    return not said.is_known or said == time
