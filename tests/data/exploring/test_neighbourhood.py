"""Neighbours in groups, folded with counts; what lies among them; where they lead; all in reach."""

from __future__ import annotations

import pytest

from scale_explorer.data.exploring.branching import REST, Branch, tree
from scale_explorer.data.exploring.neighbourhood import (
    AMONG,
    FOLDED,
    Neighbourhood,
    bunch_key,
    neighbourhood,
)
from scale_explorer.data.exploring.reach import reach
from scale_explorer.data.exploring.tie_filter import TieFilterError
from scale_explorer.data.exploring.tie_words import heading_of, phrase_of
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.edges import MEMBER, PARTY
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.relation_type import RelationType

from .conftest import Market

CUSTOMERS = bunch_key("customer_of", outward=False)


def company(name: str) -> str:
    return f'[[company]]\nid = "{name}"\nname = "{name.capitalize()} Works"\n'


def tie(subject: str, kind: str, other: str, more: str = "") -> str:
    return f'[[relationship]]\ntype = "{kind}"\nsubject = "{subject}"\nobject = "{other}"\n{more}\n'


def hub(customers: int) -> str:
    """Return a hub that buys from one, with customers of which each second has a product."""
    names = [f"buyer{number}" for number in range(customers)]
    made = [company("mine"), tie("hub", "customer_of", "mine")]
    for number, name in enumerate(names):
        made += [company(name), tie(name, "customer_of", "hub")]
        if number % 2:
            made += [f'[[product]]\nid = "{name}-x"\nname = "X"\n', tie(name, "makes", f"{name}-x")]
    return "\n".join(made)


def look(store: Store, words: str = "", *unfolded: str) -> Neighbourhood:
    return neighbourhood(store, "hub", parse(words), is_open=frozenset(unfolded).__contains__)


def test_groups_are_by_type_and_direction(market: Market) -> None:
    near = look(market(hub(3)))
    told = [(bunch.heading, bunch.outward, bunch.count) for bunch in near.bunches]
    assert told == [("Customers", False, 3), ("Suppliers", True, 1)]
    assert near.total == near.count == 4


def test_many_are_folded_with_a_count_until_they_are_unfolded(market: Market) -> None:
    store = market(hub(30))
    folded = look(store).bunches[0]
    assert (len(folded.edges), folded.left_out, folded.can_fold) == (FOLDED, 30 - FOLDED, True)
    assert folded.key == CUSTOMERS
    opened = look(store, "", CUSTOMERS).bunches[0]
    assert (len(opened.edges), opened.left_out, opened.can_fold) == (30, 0, True)


def test_hundreds_are_counted_and_both_directions_are_seen(market: Market) -> None:
    near = look(market(hub(620)), "", CUSTOMERS)
    customers, suppliers = near.bunches
    assert (customers.count, len(customers.edges), customers.left_out) == (620, 200, 420)
    assert [edge.far for edge in suppliers.edges] == ["mine"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("type:customer_of", 4), ("type:customers", 3), ("type:suppliers", 1),
        ("!type:suppliers", 3),
        ("buyer1", 1), ("!buyer1", 3), ("status:current", 4), ("kind:company", 4),
        ("is:inferred", 0), ("kind:deal", 0), ("type:customers buyer2", 1),
    ],
)  # fmt: skip
def test_filter(market: Market, words: str, kept: int) -> None:
    near = look(market(hub(3)), words)
    assert (near.count, near.total) == (kept, 4)


@pytest.mark.parametrize("words", [">10m", "measure:revenue", "year:2024"])
def test_a_filter_that_ties_cannot_answer_is_told(market: Market, words: str) -> None:
    with pytest.raises(TieFilterError, match="words, type:"):
        look(market(hub(3)), words)


def test_words_tell_how_many_could_not_be_looked_at(market: Market) -> None:
    near = look(market(hub(620)), "works")
    assert (near.bunches[0].count, near.bunches[0].unread) == (500, 120)


def test_ties_among_neighbours_come_with_relationships_first(market: Market) -> None:
    parties = ", ".join(f'{{ entity = "{each}", role = "partner" }}' for each in ("hub", "buyer0"))
    deal = f'[[deal]]\nid = "sale"\ntype = "merger"\ntitle = "Sale"\nparties = [{parties}]\n'
    extra = tie("buyer1", "competes_with", "buyer2") + tie("buyer0", "partner_of", "mine")
    near = look(market(hub(3) + deal + extra))
    assert [(edge.type, edge.near, edge.far) for edge in near.among] == [
        ("competes_with", "buyer1", "buyer2"), ("partner_of", "buyer0", "mine"),
        (PARTY, "buyer0", "sale"),
    ]  # fmt: skip


def test_many_ties_among_neighbours_fold_too(market: Market) -> None:
    made = "".join(tie("mine", "competes_with", f"buyer{number}") for number in range(8))
    made += "".join(tie("mine", "partner_of", f"buyer{number}") for number in range(8))
    store = market(hub(8) + made)
    assert (len(look(store).among), look(store).among_left_out) == (FOLDED, 16 - FOLDED)
    assert (len(look(store, "", AMONG).among), look(store, "", AMONG).among_opened) == (16, True)


def branches(store: Store, *unfolded: str, words: str = "") -> tuple[Branch, ...]:
    is_open = frozenset(unfolded).__contains__
    edges = tuple(neighbourhood(store, "hub", parse(words), is_open=is_open).edges)
    return tree(store, "hub", edges, is_open, matching=parse(words)).branches


def test_branches_are_counted_before_they_are_opened(market: Market) -> None:
    (only,) = branches(market(hub(2)))
    assert (only.edge.far, only.count, only.branches) == ("buyer1", 1, ())
    assert [(each.heading, each.count) for each in only.counts] == [("Products", 1)]


def test_what_leads_back_is_not_counted(market: Market) -> None:
    twice = tie("buyer1", "partner_of", "hub") + tie("hub", "owns", "buyer1")
    (only,) = branches(market(hub(2) + twice))
    assert only.count == 1


def test_opened_branches_go_three_steps_and_no_further(market: Market) -> None:
    chain = company("far") + company("farther") + company("farthest")
    chain += tie("mine", "owns", "far") + tie("far", "owns", "farther")
    chain += tie("farther", "owns", "farthest")
    (only,) = branches(market(hub(1) + chain), "at:mine", "at:mine far", "at:mine far farther")
    assert only.opened
    (far,) = only.branches
    (farther,) = far.branches
    assert (far.edge.far, far.depth, farther.edge.far, farther.depth) == ("far", 2, "farther", 3)
    assert (farther.counts, farther.branches) == ((), ())


def test_what_is_shown_already_does_not_lead_on_again(market: Market) -> None:
    (only, _) = branches(market(hub(2) + tie("buyer1", "owns", "mine")), "at:buyer1")
    assert {each.edge.far: each.known for each in only.branches} == {
        "buyer1-x": False,
        "mine": True,
    }


def test_long_branches_are_folded_with_a_count(market: Market) -> None:
    many = "".join(company(f"m{n}") + tie("mine", "owns", f"m{n}") for n in range(14))
    store = market(hub(1) + many)
    (short,) = branches(store, "at:mine")
    assert (len(short.branches), short.left_out) == (10, 4)
    (whole,) = branches(store, "at:mine", short.rest)
    assert (len(whole.branches), whole.left_out, whole.all_shown) == (14, 0, True)


def test_neighbours_beyond_the_first_that_lead_on_are_counted(market: Market) -> None:
    store = market(hub(60))
    is_open = frozenset({CUSTOMERS}).__contains__
    edges = tuple(neighbourhood(store, "hub", is_open=is_open).edges)
    first = tree(store, "hub", edges, is_open)
    assert len(first.branches) + first.ends + first.left_out == 61
    assert first.left_out > 0
    whole = tree(store, "hub", edges, frozenset({REST}).__contains__)
    assert (len(whole.branches), whole.ends, whole.left_out) == (30, 31, 0)


def test_what_is_unfolded_but_few_is_not_offered_to_be_folded(market: Market) -> None:
    store = market(hub(4))
    edges = tuple(look(store).edges)
    assert not tree(store, "hub", edges, frozenset({REST}).__contains__).all_shown
    (only, _) = branches(store, "at:buyer1", "more:at:buyer1")
    assert (only.opened, only.all_shown) == (True, False)


def test_of_a_branch_that_a_type_narrows_only_that_type_is_read(market: Market) -> None:
    many = "".join(company(f"m{n:03}") + tie(f"m{n:03}", "makes", "mine") for n in range(110))
    many += "".join(company(f"p{n}") + tie("mine", "owns", f"p{n}") for n in range(12))
    many += tie("mine", "owns", "hub")
    store = market(hub(1) + many)
    unfolded = ("at:mine", "more:at:mine")
    (only,) = branches(store, *unfolded, words="type:owns")
    assert (len(only.branches), only.left_out, only.all_shown) == (12, 0, True)


def test_a_type_narrows_the_tree_too(market: Market) -> None:
    assert branches(market(hub(2)), words="type:customer_of") == ()


def test_reach_tells_each_tie_once_nearest_first(market: Market) -> None:
    circle = tie("buyer0", "competes_with", "buyer1")
    store = market(hub(2) + circle)
    told = [(each.depth, each.edge.claim) for each in reach(store, "hub", 3).ties]
    assert told == [
        (1, "buyer0.customer_of.hub"), (1, "buyer1.customer_of.hub"), (1, "hub.customer_of.mine"),
        (2, "buyer0.competes_with.buyer1"), (2, "buyer1.makes.buyer1-x"),
    ]  # fmt: skip
    assert [each.depth for each in reach(store, "hub", 1).ties] == [1, 1, 1]


def test_reach_says_when_there_was_more_than_it_tells(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.exploring.reach.MOST", 2)
    found = reach(market(hub(5)), "hub", 1)
    assert (len(found.ties), found.is_whole) == (2, False)


def test_everything_is_seen_through_the_lens(market: Market) -> None:
    store = market(hub(2))
    lens = Lens(without=frozenset({"buyer1.customer_of.hub"}))
    near = neighbourhood(store, "hub", lens=lens)
    assert (near.total, near.bunches[0].count) == (2, 1)
    assert tree(store, "hub", tuple(near.edges), lambda _: True, lens=lens).branches == ()
    assert [each.edge.far for each in reach(store, "hub", 2, lens=lens).ties] == ["buyer0", "mine"]
    assert neighbourhood(store, "hub", lens=PLAIN_LENS).total == 3


def test_every_type_of_tie_has_words() -> None:
    for kind in (*RelationType, PARTY, MEMBER):
        assert phrase_of(kind)
        assert all(heading_of(kind, outward=outward) for outward in (True, False))
