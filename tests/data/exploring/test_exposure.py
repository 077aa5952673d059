"""Who stands where, with which figure, and what share that is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scale_explorer.data.exploring import sides
from scale_explorer.data.exploring.at_risk import at_risk, risk_of
from scale_explorer.data.exploring.concentration import concentration
from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.derivation import derivation
from scale_explorer.data.exploring.exposure import exposure
from scale_explorer.data.exploring.exposure_graph import exposure_graph
from scale_explorer.data.exploring.exposure_words import (
    concentration_facts,
    loss_words,
    rest_words,
    share_words,
    side_facts,
)
from scale_explorer.data.exploring.ordering import by_size
from scale_explorer.data.exploring.sides import Side
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore

from .conftest import Market
from .telling import company, customer, figure, revenue, spend, tie


def only(store: SQLiteStore, record: str = "hub") -> Counterparty:
    """Return the one counterparty of a record."""
    (found,) = exposure(store, record).parties
    return found


def test_each_type_of_tie_has_its_side_from_either_end(market: Market) -> None:
    far = {"a": "owns", "b": "invested_in", "c": "customer_of", "d": "competes_with",
           "e": "partner_of", "f": "subsidiary_of"}  # fmt: skip
    near = {"g": "owns", "h": "customer_of", "i": "subsidiary_of", "j": "competes_with"}
    store = market(
        "".join(map(company, (*far, *near)))
        + "".join(tie(name, type_, "hub") for name, type_ in far.items())
        + "".join(tie("hub", type_, name) for name, type_ in near.items())
    )
    found = {party.tie.far: party.side for party in exposure(store, "hub").parties}
    assert found == {
        "a": Side.OWNERS, "b": Side.OWNERS, "c": Side.CUSTOMERS, "d": Side.COMPETITORS,
        "e": Side.PARTNERS, "f": Side.HOLDINGS, "g": Side.HOLDINGS, "h": Side.SUPPLIERS,
        "i": Side.OWNERS, "j": Side.COMPETITORS,
    }  # fmt: skip
    assert only(store, "c").side is Side.SUPPLIERS


def test_the_preferred_figure_leads_then_the_newest_reported_one(market: Market) -> None:
    newest = market(customer("a") + spend("a", "$1 million", "2023") + spend("a", "$2 million"))
    amount = only(newest).amount
    assert amount is not None
    assert amount.period == "2024"
    preferred = market(
        customer("a") + spend("a", "$1 million", "2023", prefer="preferred")
        + spend("a", "$2 million")
    )  # fmt: skip
    assert [one.period for one in only(preferred).amounts] == ["2023", "2024"]


def test_a_plan_stands_beside_and_is_no_amount(market: Market) -> None:
    party = only(market(customer("a") + spend("a", "$9 million", "2025", status="planned")))
    assert party.amount is None
    assert party.plan is not None
    assert party.plan.period == "2025"
    assert concentration([party]) is None


def test_spending_on_a_part_is_not_what_the_tie_comes_to(market: Market) -> None:
    toml = customer("a") + company("part") + spend("a", "$9 million", scope="part")
    assert only(market(toml)).amounts == ()


def test_a_share_is_computed_of_the_same_time_and_unit_only(market: Market) -> None:
    paid = customer("a") + spend("a", "$30 million")
    (share,) = only(market(paid + revenue("$100 million"))).shares
    assert (share.of, share.own, share.figure) == ("revenue", True, None)
    low, high = share.value.low, share.value.high
    assert low is not None
    assert high is not None
    assert (round(low, 2), round(high, 2)) == (Decimal("29.35"), Decimal("30.65"))
    for other in (revenue("$100 million", "2023"), revenue("€100 million"),
                  revenue("$100 million", status="planned")):  # fmt: skip
        assert only(market(paid + other)).shares == ()
    assert (
        only(market(customer("a") + spend("a", "$1 million", "") + revenue("$9 million"))).shares
        == ()
    )


def test_a_share_that_the_set_derives_is_not_computed_again(mill: SQLiteStore) -> None:
    alder = next(one for one in exposure(mill, "birch").parties if one.tie.far == "alder")
    (share,) = alder.shares
    assert share.figure is not None
    assert (share.figure.id, share.of, share.is_computed) == ("alder-share", "revenue", True)
    assert derivation(share) is None
    (seen,) = (one for one in exposure(mill, "alder").parties if one.tie.far == "birch")
    assert [(one.own, one.of, one.figure) for one in seen.shares] == [
        (False, "revenue", share.figure)
    ]


def test_a_computed_share_tells_its_inputs(market: Market) -> None:
    toml = customer("a") + spend("a", "about $10 million") + revenue("$100 million")
    (share,) = only(market(toml)).shares
    how = derivation(share)
    assert how is not None
    assert [row.id for row in how.inputs] == ["a-2024-spend", "revenue-2024"]
    assert how.formula == "{a-2024-spend} / {revenue-2024}"
    assert how.shown == share_words(share) == "8.9–11.1\N{NO-BREAK SPACE}% of revenue ƒ"
    assert "÷" in how.readable


def test_a_supplier_depends_on_the_company_by_its_own_revenue(market: Market) -> None:
    store = market(
        company("s") + tie("hub", "customer_of", "s")
        + figure("paid", "hub.customer_of.s", "spend", value="$50 million", period="2024")
        + figure("s-revenue", "s", "revenue", value="$100 million", period="2024")
        + figure("costs", "hub", "spend", value="$200 million", period="2024")
    )  # fmt: skip
    theirs, own = only(store).shares
    assert [(one.of, one.own) for one in (theirs, own)] == [("revenue", False), ("spend", True)]
    assert share_words(theirs) == "49.2–50.8\N{NO-BREAK SPACE}% of its revenue ƒ"
    assert share_words(own).endswith("% of spend ƒ")


def test_of_a_disputed_time_the_leading_figure_counts_once(market: Market) -> None:
    again = figure("again", "a.customer_of.hub", "spend", value="$7 million", period="2024")
    store = market(customer("a") + spend("a", "$5 million", prefer="preferred") + again)
    assert [one.id for one in only(store).amounts] == ["a-2024-spend"]


def test_the_largest_come_first_then_who_has_any_figure_then_who_stands(market: Market) -> None:
    store = market(
        "".join(map(customer, ("none", "small", "old", "big")))
        + customer("gone", "former")
        + spend("small", "$1 million") + spend("big", "$5 million")
        + spend("old", "$99 million", "2020")
    )  # fmt: skip
    parties = exposure(store, "hub").on(Side.CUSTOMERS)
    ordered = by_size(parties, concentration(parties))
    assert [party.tie.far for party in ordered] == ["big", "small", "old", "none", "gone"]


def test_too_many_ties_are_told(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    store = market("".join(map(customer, ("a", "b", "c"))))
    monkeypatch.setattr(sides, "MOST_TIES", 2)
    found = exposure(store, "hub")
    assert (len(found.parties), found.left_out) == (2, 1)
    assert found.whole == {Side.CUSTOMERS: 3}


def test_of_too_many_ties_some_of_each_side_are_looked_at(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    supplier = '\n[[relationship]]\ntype = "customer_of"\nsubject = "hub"\nobject = "a"\n'
    rival = '\n[[relationship]]\ntype = "competes_with"\nsubject = "hub"\nobject = "b"\n'
    store = market("".join(map(customer, "abcdef")) + supplier + rival)
    assert not exposure(store, "hub").whole
    monkeypatch.setattr(sides, "MOST_TIES", 5)
    found = exposure(store, "hub")
    assert found.whole == {Side.CUSTOMERS: 6, Side.SUPPLIERS: 1, Side.COMPETITORS: 1}
    assert {side: len(found.on(side)) for side in found.whole} == {
        Side.CUSTOMERS: 3, Side.SUPPLIERS: 1, Side.COMPETITORS: 1,
    }  # fmt: skip
    assert found.left_out == 3


def test_it_is_that_of_the_day(mill: SQLiteStore) -> None:
    found = exposure(mill, "birch", Lens(as_of="2021-01-01"))
    states = {party.tie.far: party.tie.state for party in found.parties}
    assert states["elm"] == ""
    assert "cedar" not in states


def test_facts_never_claim_more_than_is_known(market: Market) -> None:
    store = market(
        "".join(map(customer, "abcd")) + spend("a", "$10 million") + revenue("$100 million")
    )
    told = concentration(exposure(store, "hub").parties)
    assert told is not None
    facts = dict(fact[:2] for fact in concentration_facts(told, Side.CUSTOMERS))
    assert facts == {
        "largest customer": "over 9.4\N{NO-BREAK SPACE}% of revenue in 2024 ƒ",
        "top three customers": "over 9.4\N{NO-BREAK SPACE}% ƒ",
        "2024": "figures for 1 of 4 customers",
    }


def test_one_counterparty_is_the_only_recorded_one_in_its_own_words(market: Market) -> None:
    store = market(customer("a") + spend("a", "about $10 million"))
    told = concentration(exposure(store, "hub").parties)
    assert told is not None
    (fact,) = concentration_facts(told, Side.CUSTOMERS)
    known = fact[0], fact[1].replace("\N{NO-BREAK SPACE}", " ")
    assert known == ("only customer recorded", "A, ≈ $10 M in 2024")
    (left,) = side_facts(exposure(store, "hub").parties, told, Side.CUSTOMERS, left=True)
    assert left[0] == "only customer left"


def test_a_side_without_figures_says_so_in_whole_words(market: Market) -> None:
    three = exposure(market("".join(map(customer, "abc"))), "hub").parties
    facts = side_facts(three, None, Side.CUSTOMERS)
    assert tuple(facts) == (("no figure", "for any of 3 customers", None),)
    (left,) = side_facts(three[:1], None, Side.CUSTOMERS, left=True)
    assert left[1] == "for the only customer left"
    assert not tuple(side_facts((), None, Side.CUSTOMERS))


def test_ties_are_asked_for_once_also_where_some_are_switched_off(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = market("".join(map(customer, "abc")) + spend("a", "$10 million"))
    asked: list[Lens] = []
    edges = store.edges

    def counted(*given: object) -> object:
        asked.append(given[-1])  # type: ignore[arg-type]
        return edges(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "edges", counted)
    lens = Lens(without=frozenset({"a.customer_of.hub"}))
    found = exposure(store, "hub", lens)
    assert len(asked) == 1
    assert [party.tie.far for party in found.parties] == ["b", "c"]
    assert risk_of(found) == at_risk(store, "hub", lens.without)
    assert [total.value.stated for total in risk_of(found).revenue.amounts] == [10_000_000]


def test_what_is_folded_away_is_counted_and_summed_in_one_time(market: Market) -> None:
    store = market(
        "".join(map(customer, "abcd")) + spend("a", "$10 million") + spend("b", "$20 million")
        + spend("c", "$30 million", "2022")
    )  # fmt: skip
    parties = exposure(store, "hub").parties
    words = rest_words(parties, concentration(parties))
    assert words == (
        "4 more · 2 come to $29–31\N{NO-BREAK SPACE}M in 2024 ƒ · 2 with no figure in 2024"
    )
    assert rest_words(parties[3:], None) == "1 more"


def test_what_is_at_risk_says_for_whom_nothing_is_stated(mill: SQLiteStore) -> None:
    off = {"alder.customer_of.birch", "elm.customer_of.birch"}
    words = loss_words(at_risk(mill, "birch", off).revenue)
    known = words.replace("\N{NO-BREAK SPACE}", " ")
    assert known.startswith("≈ $3 M in 2024; 12–18 % of revenue in 2024 ƒ; ")
    assert words.endswith("planned $4\N{NO-BREAK SPACE}M in 2025; no figure for Elm Cakes")


def test_the_graph_has_each_counterparty_once_and_an_edge_a_tie(market: Market) -> None:
    store = market(customer("a") + tie("a", "owns", "hub", note="inferred") + customer("b"))
    record = store.record("hub")
    assert record is not None
    graph = exposure_graph("Hub", record, exposure(store, "hub").parties)
    assert [node.id for node in graph.nodes] == ["hub", "a", "b"]
    ends = {(edge.source, edge.target) for edge in graph.edges}
    assert ends == {("hub", "a"), ("hub", "b"), ("a", "hub")}
