"""What hangs on relationships that are switched off, in words; no Textual."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.exploring.at_risk import AtRisk, Loss, at_risk
from scale_explorer.data.exploring.exposure_words import share_total_words, total_words
from scale_explorer.data.exploring.order_words import falling_orders
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import Fact
from scale_explorer.models.kinds import ENTITY_KINDS

_NAMED = 3
"""Counterparties without a figure that are named; the others are counted."""
_NEWEST = 2
"""Times of which amounts are told; the exposure of the company has all."""


def risk_facts(store: Store, record: str, lens: Lens) -> tuple[Fact, ...]:
    """Return what an entity loses with what the lens switches off, for the head of its page."""
    found = store.record(record) if lens.without else None
    if found is None or found.kind not in ENTITY_KINDS:
        return ()
    risk = at_risk(store, record, lens.without, lens)
    told = (("revenue at risk", revenue_words(risk)), ("spend that falls away", spend_words(risk)))
    return tuple(Fact(label, value, None) for label, value in told if value)


def revenue_words(risk: AtRisk) -> str:
    """Say what is known of the revenue that hangs on it; nothing where no customer is meant."""
    return _words(risk.revenue)


def spend_words(risk: AtRisk) -> str:
    """Say the same of what the company buys."""
    return _words(risk.spend)


def _words(loss: Loss) -> str:
    """Say shares, amounts and plans, and for whom no figure is stated; never a zero for them."""
    if not loss.parties:
        return ""
    shares = [share_total_words(share) for share in loss.shares[:_NEWEST]]
    amounts = [total_words(total) for total in loss.amounts[:_NEWEST]]
    plans = [f"planned {total_words(total)}" for total in loss.plans[:1]]
    orders = falling_orders(loss.orders)
    return "; ".join((*shares, *amounts, *plans, *orders, *_unstated(loss)))


def _unstated(loss: Loss) -> Iterator[str]:
    """Tell for whom nothing is stated, apart from those of whom the price of an order is."""
    yearless = [party for party in loss.unstated if party.orders]
    for figure, parties in (("figure", loss.unknown), ("yearly figure", yearless)):
        names = tuple(dict.fromkeys(party.tie.far_name for party in parties))
        if names:
            yield f"no {figure} is stated for {several(names)}"


def several(names: tuple[str, ...]) -> str:
    """Name a few: `A, B and 3 more`."""
    if len(names) > _NAMED + 1:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED:,} more"
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
