"""Counterparties as rows of a table: for people, and with all ends for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.exposure_words import share_words
from scale_explorer.data.exploring.order_words import ORDER_PRICE, order_words
from scale_explorer.data.exploring.orders import Order
from scale_explorer.data.exploring.period import period_of
from scale_explorer.data.exploring.shares import Share
from scale_explorer.data.store.rows.figures import FigureRow
from scale_explorer.models.quantity.decimals import plain
from scale_explorer.models.quantity.interval import Interval

from ..day_marks import signed
from .drawing.blocks import Cell, Column, id_column

SHOWN = (
    Column("side"),
    Column("counterparty", least=16),
    Column("status"),
    Column("amount", right=True),
    Column("when"),
    Column("planned", right=True),
    Column("share", right=True),
    Column("order price", right=True),
    id_column("relationship"),
)
CELLS = tuple(map(Column, (
    "side", "counterparty", "name", "relationship", "status", "figure", "measure", "unit", "low",
    "high", "period", "planned figure", "planned low", "planned high", "planned period",
    "share low", "share high", "share of", "share period", "share figure",
    "order price figure", "order price unit", "order price low", "order price high", "order",
)))  # fmt: skip


def shown_cells(party: Counterparty) -> tuple[Cell, ...]:
    """Return a counterparty's cells for `SHOWN`."""
    figure, plan, share = party.amount, party.plan, party.share
    return (
        party.side.value,
        signed(party.tie.far_name, party.tie.flags),
        party.tie.state,
        figure.shown if figure else "",
        period_of(figure).label if figure else "",
        f"{plan.shown} {period_of(plan).label}".rstrip() if plan else "",
        share_words(share) if share else "",
        "; ".join(map(_order_shown, party.orders)),
        party.tie.claim,
    )


def cells(party: Counterparty) -> tuple[Cell, ...]:
    """Return a counterparty's cells for `CELLS`."""
    tie, figure = party.tie, party.amount
    measure = (figure.measure, figure.unit) if figure else (None, None)
    told = _figure(figure)
    return (
        party.side.value, tie.far, tie.far_name, tie.claim, tie.state, told[0], *measure,
        *told[1:], *_figure(party.plan), *_share(party.share), *_order(party.orders),
    )  # fmt: skip


def _figure(figure: FigureRow | None) -> tuple[Cell, ...]:
    """Return a figure's id, ends and time."""
    if figure is None:
        return (None,) * 4
    return (figure.id, *_ends(figure.value), period_of(figure).label)


def _share(share: Share | None) -> tuple[Cell, ...]:
    """Return a share's ends in percent, what it is of, its time, and the figure that says it."""
    if share is None:
        return (None,) * 5
    whose = "own" if share.own else "counterparty"
    of = f"{whose} {share.of}".strip()
    figure = share.figure.id if share.figure else None
    return (*_ends(share.told), of, share.period.label, figure)


def _order_shown(order: Order) -> str:
    """Return a price as a cell of its own column tells it."""
    return order_words(order).removeprefix(f"{ORDER_PRICE} ")


def _order(orders: Sequence[Order]) -> tuple[Cell, ...]:
    """Return the leading price's id, unit and ends, and the deal that it is of."""
    if not orders:
        return (None,) * 5
    price, deal = orders[0].price, orders[0].deal
    return price.id, price.unit, *_ends(price.value), deal.id if deal else None


def _ends(value: Interval | None) -> tuple[Cell, Cell]:
    if value is None:
        return None, None
    low, high = (None if end is None else plain(end) for end in (value.low, value.high))
    return low, high
