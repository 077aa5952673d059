"""What hangs on relationships that are switched off: what is known of it, and what is not.

    at_risk(store, entity, without, lens) -> AtRisk

`store` is any `Store`, `entity` the id of a company or another entity, `without` ids of
relationships (others are passed over), and `lens` how the set is looked at; what that switches off
itself is looked at all the same, as it is what may be asked about. Nothing is known of a
relationship without figures: it counts in `unstated`, and never as zero.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scale_explorer.models.frozen import dataclass, replace

from ..store.protocol import Store
from ..store.rows.lens import PLAIN_LENS, Lens
from .counterparties import Counterparty
from .exposure import Exposure, switched_off
from .orders import Order
from .sides import Side, ties_of
from .totals import ShareTotal, Total, share_totals, totals


@dataclass(frozen=True, slots=True)
class Loss:
    """What falls away on one side.

    `amounts` and `shares` are what is known of it by measure and time, newest first, each a range
    with its parts; `plans` is what was planned, and no part of them. `unstated` are those of whom
    neither an amount nor a share is known; a plan may be, or the price of an order.
    """

    parties: tuple[Counterparty, ...] = ()
    amounts: tuple[Total, ...] = ()
    shares: tuple[ShareTotal, ...] = ()
    plans: tuple[Total, ...] = ()
    unstated: tuple[Counterparty, ...] = ()

    @property
    def unknown(self) -> tuple[Counterparty, ...]:
        """Those of the unstated of whom not even the price of an order is known."""
        return tuple(party for party in self.unstated if not party.orders)

    @property
    def orders(self) -> Iterator[tuple[str, Order]]:
        """What was ordered for a price, each with the name of the counterparty."""
        return ((one.tie.far_name, order) for one in self.parties for order in one.orders)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """What a company loses: `revenue` from its customers, and `spend`, what it buys for.

    `others` are the ties that are switched off beside these, such as to owners. `left_out` ties of
    the company were not looked at, because it has too many.
    """

    entity: str
    revenue: Loss
    spend: Loss
    others: tuple[Counterparty, ...]
    left_out: int = 0

    @property
    def is_any(self) -> bool:
        """Whether any of the relationships is the company's own."""
        return bool(self.revenue.parties or self.spend.parties or self.others)


def at_risk(store: Store, entity: str, without: Collection[str], lens: Lens = PLAIN_LENS) -> AtRisk:
    """Return what hangs on the relationships `without` of an entity, as the module describes it."""
    ties = ties_of(store, entity, replace(lens, without=frozenset()))
    off = switched_off(store, entity, ties.edges, replace(lens, without=frozenset(without)))
    return _at_risk(entity, off, ties.left_out)


def risk_of(found: Exposure) -> AtRisk:
    """Return the same of an exposure that was looked at with ties switched off."""
    return _at_risk(found.record, found.off, found.left_out)


def _at_risk(entity: str, off: Iterable[Counterparty], left_out: int) -> AtRisk:
    sides: dict[Side, list[Counterparty]] = {side: [] for side in Side}
    for party in off:
        sides[party.side].append(party)
    revenue, spend = loss(sides.pop(Side.CUSTOMERS)), loss(sides.pop(Side.SUPPLIERS))
    others = tuple(party for parties in sides.values() for party in parties)
    return AtRisk(entity, revenue, spend, others, left_out)


def loss(parties: Iterable[Counterparty]) -> Loss:
    """Return what falls away with some counterparties of one side."""
    parties = tuple(parties)
    return Loss(
        parties,
        totals(figure for party in parties for figure in party.amounts),
        share_totals(parties),
        totals(figure for party in parties for figure in party.plans),
        tuple(party for party in parties if not (party.amounts or _has_own_share(party))),
    )


def _has_own_share(party: Counterparty) -> bool:
    return any(share.own for share in party.shares)
