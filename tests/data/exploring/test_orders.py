"""The price of an order stands beside what is spent, and is never a part of it."""

from __future__ import annotations

import pytest

from scale_explorer.data.exploring.at_risk import at_risk
from scale_explorer.data.exploring.concentration import concentration
from scale_explorer.data.exploring.exposure import exposure
from scale_explorer.data.exploring.exposure_words import loss_words, side_facts
from scale_explorer.data.exploring.order_words import (
    compared_words,
    falling_orders,
    order_label,
    order_words,
)
from scale_explorer.data.exploring.orders import Order
from scale_explorer.data.exploring.sides import Side
from scale_explorer.data.exploring.totals import totals
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore

from .conftest import Market
from .telling import company, figure, revenue, spend

TIE = "a.customer_of.hub"


def ordering(type_: str = "supply_contract", status: str = "announced") -> str:
    """Return a customer who ordered by a deal."""
    return (
        company("a")
        + f'[[deal]]\nid = "order"\ntype = "{type_}"\ntitle = "A orders"\nannounced = "2025-06"\n'
        + 'parties = [{ entity = "a", role = "customer" }, { entity = "hub", role = "supplier" }]\n'
        + f'history = [{{ status = "{status}", date = "2025-06" }}]\n'
        + '[[relationship]]\ntype = "customer_of"\nsubject = "a"\nobject = "hub"\ndeal = "order"\n'
    )


PRICE = figure("price", "order", "price", value="€36 million")


def only(store: SQLiteStore) -> Order:
    """Return the one order of the hub's one customer."""
    (party,) = exposure(store, "hub").parties
    (order,) = party.orders
    return order


def flat(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_price_is_known_of_the_deal_and_is_no_amount(market: Market) -> None:
    store = market(ordering() + PRICE)
    (party,) = exposure(store, "hub").parties
    assert (party.amounts, party.plans, party.shares) == ((), (), ())
    assert party.has_figures
    assert flat(order_words(only(store))) == "order price €36 M, Jun 2025"
    assert concentration([party]) is None


def test_it_is_in_no_sum_or_share_of_what_is_spent(market: Market) -> None:
    store = market(
        ordering() + PRICE + spend("a", "€5 million") + revenue("€50 million")
        + figure("part", "order", "share", unit="%", formula="{price} / {revenue-2024}")
    )  # fmt: skip
    (party,) = exposure(store, "hub").parties
    assert [one.id for one in party.amounts] == ["a-2024-spend"]
    assert [(share.own, share.part and share.part.id) for share in party.shares] == [
        (True, "a-2024-spend")
    ]
    assert [len(total.parts) for total in totals(party.amounts)] == [1]
    (compared,) = party.orders[0].compared
    assert (compared.figure.id, compared.whole.id, compared.own) == ("part", "revenue-2024", True)
    assert flat(compared_words(compared)) == "70–74 % of revenue ƒ"


def test_the_set_may_hold_a_price_against_what_the_customer_comes_to(market: Market) -> None:
    store = market(
        ordering() + PRICE + figure("earned", "a", "revenue", value="€12 million", period="2024")
        + figure("times", "order", "multiple", unit="×", relative_to="earned",
                 formula="{price} / {earned}")
    )  # fmt: skip
    (compared,) = only(store).compared
    assert flat(compared_words(compared)).endswith("× its revenue ƒ")


def test_a_price_of_the_relationship_itself_is_an_order_too(market: Market) -> None:
    store = market(ordering() + figure("direct", TIE, "price", value="$3 million"))
    order = only(store)
    assert (order.price.id, order.deal) == ("direct", None)


@pytest.mark.parametrize("type_", ["investment", "acquisition", "partnership"])
def test_what_another_deal_cost_is_no_order(market: Market, type_: str) -> None:
    (party,) = exposure(market(ordering(type_) + PRICE), "hub").parties
    assert party.orders == ()


def test_an_order_that_is_off_says_so(market: Market) -> None:
    assert order_label(only(market(ordering(status="cancelled") + PRICE))) == (
        "order price, cancelled"
    )
    assert order_label(only(market(ordering() + PRICE))) == "order price"


def test_of_two_prices_for_one_thing_the_leading_one_is_told(market: Market) -> None:
    other = figure("again", "order", "price", value="€40 million", prefer="preferred")
    assert only(market(ordering() + PRICE + other)).price.id == "again"


def test_orders_fall_away_one_by_one_and_are_never_summed(market: Market) -> None:
    store = market(ordering() + PRICE)
    loss = at_risk(store, "hub", {TIE}, Lens(without=frozenset({TIE}))).revenue
    assert [party.tie.far for party in loss.unstated] == ["a"]
    assert loss.unknown == ()
    words = flat(loss_words(loss))
    assert words == "order price €36 M, Jun 2025 (A); no yearly figure for it"
    order = only(store)
    told = tuple(map(flat, falling_orders(("A", order) for _ in range(4))))
    assert told[2:] == ("2 more order prices",)


def test_the_head_says_that_there_is_a_price_but_nothing_of_a_year(market: Market) -> None:
    (party,) = exposure(market(ordering() + PRICE), "hub").parties
    assert tuple(side_facts([party], None, Side.CUSTOMERS)) == (
        ("no yearly figure", "for the only customer recorded, but an order price", None),
    )
