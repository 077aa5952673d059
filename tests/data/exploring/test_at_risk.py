"""What hangs on relationships that are switched off."""

from __future__ import annotations

from decimal import Decimal

from scale_explorer.data.exploring.at_risk import at_risk
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore

from .conftest import Market
from .telling import company, customer, figure, revenue, spend, tie

ALDER, ELM = "alder.customer_of.birch", "elm.customer_of.birch"


def test_known_and_unstated_stand_apart(mill: SQLiteStore) -> None:
    found = at_risk(mill, "birch", {ALDER, ELM})
    (total,) = found.revenue.amounts
    assert (total.period.label, total.unit, total.value.stated) == (
        "2024",
        "USD",
        Decimal(3_000_000),
    )
    assert [party.tie.far for party in found.revenue.unstated] == ["elm"]
    assert [plan.period.label for plan in found.revenue.plans] == ["2025"]
    assert found.spend.parties == found.others == ()


def test_a_share_of_the_set_is_taken_as_it_stands(mill: SQLiteStore) -> None:
    (share,) = at_risk(mill, "birch", {ALDER}).revenue.shares
    told = mill.figure("alder-share")
    assert told is not None
    assert (share.of, share.value, share.parts[0].figure) == ("revenue", told.value, told)


def test_what_is_switched_off_already_is_asked_about_all_the_same(mill: SQLiteStore) -> None:
    lens = Lens(without=frozenset({ALDER}))
    assert at_risk(mill, "birch", {ALDER}, lens) == at_risk(mill, "birch", {ALDER})


def test_it_is_told_as_of_a_day(mill: SQLiteStore) -> None:
    assert at_risk(mill, "birch", {ALDER}, Lens(as_of="2018-12-31")).revenue.parties == ()


def test_the_buyer_loses_what_it_spends_for(mill: SQLiteStore) -> None:
    found = at_risk(mill, "alder", {ALDER})
    assert [total.value.stated for total in found.spend.amounts] == [3_000_000]
    assert found.revenue.parties == ()


def test_other_ties_are_told_and_not_summed(mill: SQLiteStore) -> None:
    found = at_risk(mill, "birch", {"cedar.invested_in.birch", "unheard.of.birch"})
    assert [party.tie.far for party in found.others] == ["cedar"]
    assert found.is_any
    assert not at_risk(mill, "nobody", {ALDER}).is_any


def test_times_and_units_are_never_in_one_sum(market: Market) -> None:
    store = market(
        "".join(map(customer, ("a", "b", "c", "d", "e")))
        + spend("a", "$10 million") + spend("b", "$20 million") + spend("c", "€5 million")
        + spend("d", "$7 million", "2023") + spend("e", "$9 million", "")
        + spend("e", "$1 million", "2022", scope="a")
    )  # fmt: skip
    everybody = {f"{name}.customer_of.hub" for name in "abcde"}
    found = at_risk(store, "hub", everybody).revenue
    told = [(one.period.label, one.unit, one.value.stated, len(one.parts)) for one in found.amounts]
    assert told == [
        ("2024", "USD", Decimal(30_000_000), 2),
        ("2024", "EUR", Decimal(5_000_000), 1),
        ("2023", "USD", Decimal(7_000_000), 1),
        ("", "USD", Decimal(9_000_000), 1),
    ]
    assert not found.shares
    assert not found.unstated


def test_shares_of_one_time_are_added_up(market: Market) -> None:
    names = ("a", "b")
    store = market(
        "".join(map(customer, names)) + "".join(spend(name, "$30 million") for name in names)
        + revenue("between $90 million and $120 million")
        + revenue("$1 billion", "2023")
    )  # fmt: skip
    (share,) = at_risk(store, "hub", {f"{name}.customer_of.hub" for name in names}).revenue.shares
    assert (share.of, share.period.label, share.is_computed) == ("revenue", "2024", True)
    low, high = share.value.low, share.value.high
    assert low is not None
    assert high is not None
    assert (round(low, 3), round(high, 3)) == (Decimal("49.167"), Decimal("67.778"))


def test_a_whole_that_may_be_nothing_gives_no_share(market: Market) -> None:
    store = market(customer("a") + spend("a", "$1 million") + revenue("up to $3 million"))
    found = at_risk(store, "hub", {"a.customer_of.hub"}).revenue
    assert len(found.amounts) == 1
    assert found.shares == ()


def test_a_stated_share_without_an_amount_counts_as_known(market: Market) -> None:
    store = market(
        customer("a") + figure("share-of-a", "hub", "share", scope="a", value="about 20%")
    )
    found = at_risk(store, "hub", {"a.customer_of.hub"}).revenue
    assert [(one.of, one.value.stated) for one in found.shares] == [("", Decimal(20))]
    assert found.unstated == ()


def test_a_deal_of_owning_brings_its_stake(market: Market) -> None:
    store = market(company("b") + tie("b", "owns", "hub"))
    assert at_risk(store, "hub", {"b.owns.hub"}).others[0].amounts == ()
