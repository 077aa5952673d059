"""Prices of orders in words, told apart from what is spent in a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .orders import MULTIPLE, Comparison, Order
from .period import period_of

ORDER_PRICE = "order price"
_FIRM = frozenset({"", "announced", "completed", "derived", "estimated"})
"""Statuses of which nothing needs to be said beside a price."""
_NAMED = 2
"""Orders that are told one by one where several fall away; more are counted."""
_MARK = " ƒ"


def order_label(order: Order) -> str:
    """Return what an amount is, where it stands for itself: `order price, cancelled`."""
    deal = order.deal.state if order.deal else ""
    state = deal or order.price.state
    return ORDER_PRICE if state.partition(",")[0] in _FIRM else f"{ORDER_PRICE}, {state}"


def order_time(order: Order) -> str:
    """Return when a price is of, else when the order was made, as it is shown."""
    return order.price.period or (order.deal.when if order.deal else "")


def order_words(order: Order) -> str:
    """Return a price with what it is: `order price €36 M, Jun 2025`."""
    label, comma, state = order_label(order).partition(", ")
    amount = ", ".join(filter(None, (order.price.shown, order_time(order))))
    return f"{label} {amount}{comma}{state}"


def compared_words(one: Comparison) -> str:
    """Return what a price is set against: `1.07–1.36 × its revenue ƒ`."""
    return _compared(one, one.whole.measure)


def ratio_words(one: Comparison) -> str:
    """Return the same with the time of the whole, as it stands below a price.

    `= 1.07–1.36 × 2024 revenue ƒ`.
    """
    time = period_of(one.whole).label
    measure = one.whole.measure
    told = f"{time} {measure}" if time[:1].isdigit() else f"{measure} {time}".rstrip()
    return f"= {_compared(one, told)}"


def _compared(one: Comparison, whole: str) -> str:
    shown = one.figure.shown
    mark = _MARK if shown.endswith(_MARK) else ""
    joint = "" if one.figure.measure == MULTIPLE else "of "
    whose = "" if one.own else "its "
    return f"{shown.removesuffix(mark)} {joint}{whose}{whole}{mark}"


def falling_orders(found: Iterable[tuple[str, Order]]) -> Iterator[str]:
    """Yield the orders that fall away, each with who made it; prices are never summed."""
    all_ = tuple(found)
    for name, order in all_[:_NAMED]:
        yield f"{order_words(order)} ({name})"
    if len(all_) > _NAMED:
        yield f"{len(all_) - _NAMED:,} more order prices"
