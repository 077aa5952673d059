"""What several counterparties come to together: never two times or two units in one sum."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import add

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.computed import computed
from scale_explorer.models.quantity.interval import Interval

from ..store.rows.figures import FigureRow
from .counterparties import Counterparty
from .period import Period, period_of
from .shares import Share


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of figures of one measure, time and unit; of unknown time there is one figure a sum."""

    measure: str
    period: Period
    unit: str
    value: Interval
    parts: tuple[FigureRow, ...]

    @property
    def told(self) -> Interval:
        """The value as other programs are told it: short where it is a sum."""
        return computed(self.value) if len(self.parts) > 1 else self.value


@dataclass(frozen=True, slots=True)
class ShareTotal:
    """What percentage of one whole several ties are, in one time; `of` is the whole's measure."""

    of: str
    period: Period
    value: Interval
    parts: tuple[Share, ...]

    @property
    def is_computed(self) -> bool:
        """Whether it is anything but one share that a source states."""
        return len(self.parts) > 1 or any(share.is_computed for share in self.parts)

    @property
    def told(self) -> Interval:
        """The value as other programs are told it: short where it was computed."""
        return computed(self.value) if self.is_computed else self.value


def totals(figures: Iterable[FigureRow]) -> tuple[Total, ...]:
    """Return what figures of different ties come to, time by time, newest first."""
    found = map(_total, alike(figures))
    return tuple(sorted(found, key=lambda one: one.period.age, reverse=True))


def alike(figures: Iterable[FigureRow]) -> Iterable[list[FigureRow]]:
    """Return figures in groups of one measure, time and unit; of unknown time each is alone."""
    groups: dict[tuple[str, Period, str, str], list[FigureRow]] = {}
    for figure in figures:
        time = period_of(figure)
        alone = "" if time.is_known else figure.id
        groups.setdefault((figure.measure, time, figure.unit, alone), []).append(figure)
    return groups.values()


def _total(figures: list[FigureRow]) -> Total:
    first, values = figures[0], [one.value for one in figures if one.value is not None]
    return Total(first.measure, period_of(first), first.unit, reduce(add, values), tuple(figures))


def share_totals(parties: Iterable[Counterparty]) -> tuple[ShareTotal, ...]:
    """Return what ties of one side come to of the company's own whole, newest time first."""
    groups: dict[tuple[str, Period], list[Share]] = {}
    for party in parties:
        for share in own_shares(party):
            groups.setdefault((share.of, share.period), []).append(share)
    found = (
        ShareTotal(of, shares[0].period, reduce(add, (one.value for one in shares)), tuple(shares))
        for (of, _), shares in groups.items()
        if len(shares) == 1 or shares[0].period.is_known
    )
    return tuple(sorted(found, key=lambda one: one.period.age, reverse=True))


def own_shares(party: Counterparty) -> tuple[Share, ...]:
    """Return a tie's shares of the company's own whole, one a whole and time."""
    best = {(one.of, one.period): one for one in reversed(party.shares) if one.own}
    return tuple(best.values())
