"""Exposure as JSON values: ids and exact ranges, null where nothing is known."""

from __future__ import annotations

from scale_explorer.data.exploring.at_risk import AtRisk, Loss
from scale_explorer.data.exploring.concentration import Concentration
from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.orders import Order
from scale_explorer.data.exploring.period import Period, period_of
from scale_explorer.data.exploring.shares import Share
from scale_explorer.data.exploring.totals import ShareTotal, Total
from scale_explorer.data.store.rows.figures import FigureRow
from scale_explorer.models.quantity.computed import computed
from scale_explorer.models.quantity.interval import Interval

Json = dict[str, object]


def counterparty_object(party: Counterparty) -> Json:
    """Return a counterparty with all its amounts, plans and shares, the leading ones first."""
    tie = party.tie
    return {
        "side": party.side.value,
        "counterparty": tie.far,
        "name": tie.far_name,
        "kind": tie.far_kind.value,
        "relationship": tie.claim,
        "type": tie.type,
        "status": tie.state,
        "role": tie.role,
        "flags": sorted(tie.flags),
        "amounts": [figure_object(figure) for figure in party.amounts],
        "plans": [figure_object(figure) for figure in party.plans],
        "shares": [share_object(share) for share in party.shares],
        "orders": [order_object(order) for order in party.orders],
    }


def order_object(order: Order) -> Json:
    """Return the price of an order, the deal it was made by, and what the set holds it against."""
    return {
        "deal": order.deal.id if order.deal else None,
        "status": order.deal.state if order.deal else None,
        "price": figure_object(order.price),
        "compared": [
            {
                **figure_object(one.figure),
                "of": one.whole.measure,
                "whose": "own" if one.own else "counterparty",
                "whole": one.whole.id,
            }
            for one in order.compared
        ],
    }


def figure_object(figure: FigureRow) -> Json:
    """Return a figure with its range and time."""
    return {
        "figure": figure.id,
        "measure": figure.measure,
        "status": figure.status,
        "unit": figure.unit,
        "value": _range(figure.value),
        **_time(period_of(figure)),
    }


def share_object(share: Share) -> Json:
    """Return a share in percent; a `figure` says it, or else it is `part` by `whole`."""
    return {
        "value": share.told.to_json(),
        "of": share.of or None,
        "whose": "own" if share.own else "counterparty",
        **_time(share.period),
        "figure": share.figure.id if share.figure else None,
        "part": share.part.id if share.part else None,
        "whole": share.whole.id if share.whole else None,
    }


def concentration_object(told: Concentration | None) -> Json | None:
    """Return how concentrated a side is; null where no figure tells."""
    if told is None:
        return None
    return {
        **_time(told.period),
        "unit": told.unit,
        "of": told.of or None,
        "known": told.known,
        "unknown": told.unknown,
        "apart": told.apart,
        "largest": computed(told.largest).to_json(),
        "top_three": _range(told.top and computed(told.top)),
        "all": computed(told.whole).to_json(),
        "leader": told.leader.tie.far if told.leader else None,
        "leader_is_stated": told.stated,
    }


def risk_object(risk: AtRisk) -> Json:
    """Return what hangs on what is switched off."""
    return {
        "revenue": _loss_object(risk.revenue),
        "spend": _loss_object(risk.spend),
        "others": [party.tie.claim for party in risk.others],
    }


def _loss_object(lost: Loss) -> Json:
    return {
        "relationships": [party.tie.claim for party in lost.parties],
        "amounts": [_total_object(total) for total in lost.amounts],
        "shares": [_share_total_object(total) for total in lost.shares],
        "plans": [_total_object(total) for total in lost.plans],
        "orders": [order_object(order) for _, order in lost.orders],
        "unstated": [party.tie.claim for party in lost.unstated],
    }


def _total_object(total: Total) -> Json:
    return {
        "measure": total.measure,
        "unit": total.unit,
        "value": total.told.to_json(),
        **_time(total.period),
        "figures": [figure.id for figure in total.parts],
    }


def _share_total_object(total: ShareTotal) -> Json:
    return {
        "of": total.of or None,
        "value": total.told.to_json(),
        **_time(total.period),
        "shares": [share_object(share) for share in total.parts],
    }


def _range(value: Interval | None) -> Json | None:
    return None if value is None else {**value.to_json()}


def _time(period: Period) -> Json:
    """Return a time as it is shown, and the days that it spans, null where they are not known."""
    return {
        "period": period.label or None, "first": period.first or None, "last": period.last or None,
    }  # fmt: skip
