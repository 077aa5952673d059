"""A company's counterparties: each tie with what it comes to, and which part that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scale_explorer.models.frozen import dataclass, replace

from ..store.protocol import Store
from ..store.rows.edges import EdgeRow
from ..store.rows.figures import FigureRow
from ..store.rows.lens import Lens
from .leading import PLANNED, of_first_measure, one_a_period, with_numbers
from .orders import MULTIPLE, PRICE, Order, orders
from .period import Period, period_of
from .shares import SHARE, WHOLES, Figures, Share, shares
from .sides import OWNING, TRADE, Side, side_of

_POSITION = "position"
_OWNED = ("stake", PRICE, "valuation")
_TRADED = ("spend", "revenue", "stake")
_OTHER = ("spend", "revenue", PRICE, "stake")
"""What sizes a tie of owning, of trade, and any other: the first of these that is known."""
MEASURES = frozenset({*_OWNED, *_OTHER, *WHOLES, SHARE, MULTIPLE, _POSITION})
"""What is asked of the store."""


@dataclass(frozen=True, slots=True)
class Counterparty:
    """One tie, seen from the company: `tie.far` is who stands there.

    `amounts` are of one measure, one a time, the leading one first; `plans` likewise. `shares` have
    those first that matter most. `orders` of trade are prices, no part of either. `first` is the
    figure that says it is the largest of its side.
    """

    side: Side
    tie: EdgeRow
    amounts: tuple[FigureRow, ...] = ()
    plans: tuple[FigureRow, ...] = ()
    shares: tuple[Share, ...] = ()
    orders: tuple[Order, ...] = ()
    first: FigureRow | None = None

    @property
    def amount(self) -> FigureRow | None:
        """The figure that leads, which is no plan."""
        return self.amounts[0] if self.amounts else None

    @property
    def plan(self) -> FigureRow | None:
        """The plan that leads."""
        return self.plans[0] if self.plans else None

    @property
    def share(self) -> Share | None:
        """The share to show: of the leading figure's time, else the first of all."""
        time = period_of(self.amount) if self.amount else None
        same = (share for share in self.shares if share.period == time)
        return next(same, self.shares[0] if self.shares else None)

    @property
    def has_figures(self) -> bool:
        """Whether anything is known of how much it comes to."""
        return bool(self.amounts or self.plans or self.shares or self.orders)

    def at(self, time: Period) -> FigureRow | None:
        """Return what it came to in a time, None where no figure says so."""
        return next((one for one in self.amounts if period_of(one) == time), None)


def counterparties(
    store: Store, record: str, ties: Iterable[EdgeRow], lens: Lens
) -> tuple[tuple[Counterparty, ...], Figures]:
    """Return who stands at the other ends of a record's ties, and all figures that bear on them."""
    ties = tuple(ties)
    others = {*(tie.claim for tie in ties), *(tie.far for tie in ties)} - {record}
    # Asked for by itself, as of very many figures only the first are told.
    own = store.bearing({record}, MEASURES, lens)
    known = _grouped((*own, *store.bearing(others, MEASURES, lens)))
    about = _scoped(known.get(record, ()))
    found = (_counterparty(tie, known, about) for tie in ties)
    return tuple(_with_orders(store, one, known, lens) for one in found), known


def _with_orders(store: Store, party: Counterparty, known: Figures, lens: Lens) -> Counterparty:
    """Add what was ordered for a price, which is asked of the store only where there is one."""
    if party.side not in TRADE:
        return party
    found = orders(store, party.tie, known, lens)
    return replace(party, orders=found) if found else party


def _grouped(found: Iterable[tuple[str, FigureRow]]) -> dict[str, tuple[FigureRow, ...]]:
    groups: dict[str, list[FigureRow]] = {}
    for near, figure in found:
        groups.setdefault(near, []).append(figure)
    return {near: tuple(figures) for near, figures in groups.items()}


def _scoped(figures: Iterable[FigureRow]) -> dict[str | None, tuple[FigureRow, ...]]:
    """Return the company's own figures by whom they are about, so that each tie sees its own."""
    groups: dict[str | None, list[FigureRow]] = {}
    for figure in figures:
        groups.setdefault(figure.scope, []).append(figure)
    return {scope: tuple(found) for scope, found in groups.items()}


def _counterparty(
    tie: EdgeRow, known: Figures, about: Mapping[str | None, tuple[FigureRow, ...]]
) -> Counterparty:
    side = side_of(tie)
    own = tuple(_of_all(tie, known.get(tie.claim, ())))
    if side in TRADE:  # what is known of a contract is no amount of the relationship
        own = tuple(figure for figure in own if figure.subject == tie.claim)
    measures = _OWNED if side in OWNING else _TRADED if side in TRADE else _OTHER
    amounts = one_a_period(
        of_first_measure([one for one in own if one.status != PLANNED], measures)
    )
    plans = one_a_period(of_first_measure([one for one in own if one.status == PLANNED], measures))
    mine = (*about.get(None, ()), *about.get(tie.far, ()))
    near = {tie.claim: own, tie.far: known.get(tie.far, ()), tie.near: mine}
    parts = shares(side, tie, amounts, near) if side in TRADE else []
    return Counterparty(side, tie, amounts, plans, tuple(parts), first=_first(own))


def _of_all(tie: EdgeRow, figures: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """Leave out what is about a part of the tie only, such as one product."""
    whole = {None, tie.near, tie.far}
    return (figure for figure in with_numbers(figures) if figure.scope in whole)


def _first(figures: Iterable[FigureRow]) -> FigureRow | None:
    """Return the figure that says it is number one."""
    ranks = (one for one in figures if one.measure == _POSITION and one.unit == "rank")
    return next((one for one in ranks if one.value and one.value.stated == 1), None)
