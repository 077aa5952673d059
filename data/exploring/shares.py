"""What part of a company's revenue, or of what it spends, one counterparty is, as ranges.

A share that the set states or derives is taken as it stands. Any other is computed only from two
amounts of the same time in the same unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.computed import computed
from scale_explorer.models.quantity.interval import Interval, IntervalError
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.unit import PERCENT, Unit

from ..store.rows.edges import EdgeRow
from ..store.rows.figures import FigureRow
from .leading import PLANNED, one_a_period, with_numbers
from .period import Period, period_of
from .sides import Side

REVENUE, SPEND, SHARE = "revenue", "spend", "share"
WHOLES = frozenset({REVENUE, SPEND})
_FLOWS = frozenset({SPEND, REVENUE})
"""What a relationship comes to in a time, and so may be a part of what a company comes to."""


@dataclass(frozen=True, slots=True)
class Share:
    """What percentage of a whole one tie is; `of` is the measure of the whole, if that is known.

    `own` says whether the whole is that of the company in the middle, or of its counterparty. The
    `figure` is the record that says so; without one it was computed here, as `part` / `whole`.
    """

    value: Interval
    of: str
    own: bool
    period: Period
    part: FigureRow | None
    whole: FigureRow | None
    figure: FigureRow | None = None

    @property
    def is_computed(self) -> bool:
        """Whether it is computed, by this or by the set's formula."""
        return self.figure is None or self.figure.is_derived

    @property
    def told(self) -> Interval:
        """The value as other programs are told it: short where it was computed."""
        return computed(self.value) if self.is_computed else self.value


_HUNDRED = Interval.exactly(100)

Figures = Mapping[str, tuple[FigureRow, ...]]
"""Figures under the record that they bear on."""


def percentage(part: Interval, whole: FigureRow, unit: str) -> Interval | None:
    """Return what percentage one amount is of another, None where that makes no sense."""
    value = whole.value
    if value is None or value.low is None or value.low <= 0 or whole.unit != unit:
        return None
    try:
        return part * _HUNDRED / value
    except IntervalError:  # numbers too large or too small to be told apart
        return None


def shares(side: Side, tie: EdgeRow, amounts: Iterable[FigureRow], known: Figures) -> list[Share]:
    """Return the shares that one tie has of either end's whole, those that matter most first."""
    told = list(_told(tie, known))
    taken = {(share.own, share.of, share.period) for share in told}
    computed = (
        share
        for share in _computed(side, tie, amounts, known)
        if (share.own, share.of, share.period) not in taken
    )
    first = side is Side.CUSTOMERS
    return sorted(
        (*told, *computed), key=lambda one: (one.own is first, one.period.age), reverse=True
    )


def _told(tie: EdgeRow, known: Figures) -> Iterator[Share]:
    """Yield the shares that figures of the set say: of either end, or of the tie itself."""
    wholes = {one.id: one for end in (tie.near, tie.far) for one in known.get(end, ())}
    for owner, scope in ((tie.near, tie.far), (tie.far, tie.near), (tie.claim, None)):
        for figure in with_numbers(known.get(owner, ())):
            if figure.measure == SHARE and figure.status != PLANNED and figure.scope == scope:
                whole = wholes.get(figure.whole or "")
                yield from _told_by(figure, whole, own=(whole or figure).subject != tie.far)


def _told_by(figure: FigureRow, whole: FigureRow | None, *, own: bool) -> Iterator[Share]:
    unit = Unit.parse(figure.unit)
    if figure.value is None or not unit.is_share or (figure.whole and whole is None):
        return
    value = Quantity(figure.value, unit).as_unit(PERCENT).interval
    time = period_of(figure)
    if not time.is_known and whole is not None:
        time = period_of(whole)
    yield Share(value, whole.measure if whole else "", own, time, None, whole, figure)


def _computed(
    side: Side, tie: EdgeRow, amounts: Iterable[FigureRow], known: Figures
) -> Iterator[Share]:
    for part in amounts:
        if part.measure in _FLOWS and part.value is not None and period_of(part).is_known:
            for own in (True, False):
                measure = whole_measure(side, own=own)
                whole = whole_of(known.get(tie.near if own else tie.far, ()), measure, part)
                value = percentage(part.value, whole, part.unit) if whole else None
                if value is not None:
                    yield Share(value, measure, own, period_of(part), part, whole)


def whole_measure(side: Side, *, own: bool) -> str:
    """Return what a trade is a part of: who sells has revenue, who buys spends."""
    return REVENUE if (side is Side.CUSTOMERS) is own else SPEND


def whole_of(figures: Iterable[FigureRow], measure: str, part: FigureRow) -> FigureRow | None:
    """Return the leading figure of what a part belongs to: all of it, of its time, in its unit."""
    fitting = (
        figure
        for figure in with_numbers(figures)
        if (figure.measure, figure.unit, figure.scope) == (measure, part.unit, None)
        and figure.status != PLANNED
        and period_of(figure) == period_of(part)
    )
    return next(iter(one_a_period(fitting)), None)
