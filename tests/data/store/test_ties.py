"""Who is tied to whom, from either end, as of a day, page by page."""

from __future__ import annotations

from scale_explorer.data.store.rows.edges import MEMBER, PARTY
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import ENTITY_KINDS, Kind


def test_a_tie_reads_from_subject_to_object_from_either_end(mill: SQLiteStore) -> None:
    (near,) = mill.edges("elm", frozenset({"customer_of"}))
    (far,) = (edge for edge in mill.edges("birch") if edge.far == "elm")
    assert (near.outward, near.near, near.far, near.far_name) == (
        True, "elm", "birch", "Birch Mills",
    )  # fmt: skip
    assert (far.outward, far.near, far.far, far.far_kind) == (False, "birch", "elm", Kind.COMPANY)
    assert near.claim == far.claim == "elm.customer_of.birch"
    assert near.verb == far.verb == "has ended its purchases from"


def test_the_verb_is_that_of_the_day(mill: SQLiteStore) -> None:
    (edge,) = mill.edges("elm", frozenset({"customer_of"}), lens=Lens(as_of="2021-06-01"))
    assert (edge.verb, edge.state) == ("is a customer of", "")


def test_a_tie_that_is_switched_off_is_gone(mill: SQLiteStore) -> None:
    lens = Lens(without=frozenset({"elm.customer_of.birch"}))
    assert "elm" not in {edge.far for edge in mill.edges("birch", lens=lens)}
    assert "elm" in {edge.far for edge in mill.edges("birch")}


def test_degrees_count_what_edges_list(mill: SQLiteStore) -> None:
    every_entity = [record.id for kind in ENTITY_KINDS for record in mill.records(kind)]
    assert every_entity
    for record in every_entity:
        listed = [(edge.type, edge.outward) for edge in mill.edges(record)]
        counted = {(one.type, one.outward): one.count for one in mill.degrees(record)}
        assert counted == {key: listed.count(key) for key in listed}


def test_pages_follow_each_other_without_gap_or_repeat(mill: SQLiteStore) -> None:
    whole = mill.edges("birch")
    found = list(mill.edges("birch", limit=2))
    while page := mill.edges("birch", after=found[-1], limit=2):
        found += page
    assert len(whole) > 4
    assert tuple(found) == whole


def test_parties_of_deals_and_members_of_groups_are_tied_too(mill: SQLiteStore) -> None:
    deals = mill.records(Kind.DEAL)
    assert all(
        {edge.type for edge in mill.edges(deal.id, frozenset({PARTY}))} == {PARTY} for deal in deals
    )
    groups = [edge for g in mill.records(Kind.GROUP) for edge in mill.edges(g.id)]
    assert {edge.verb for edge in groups if edge.type == MEMBER} == {"is one of"}


def test_an_unknown_record_has_no_ties(mill: SQLiteStore) -> None:
    assert mill.edges("nobody") == ()
    assert mill.degrees("nobody") == ()


def test_one_direction_alone_has_pages_of_its_own(mill: SQLiteStore) -> None:
    whole = mill.edges("birch")
    for outward in (True, False):
        found = mill.edges("birch", outward=outward)
        assert found == tuple(edge for edge in whole if edge.outward is outward)
        assert found


def test_ties_between_some_records_are_told_once_from_their_subject(mill: SQLiteStore) -> None:
    ends = {"birch", *(edge.far for edge in mill.edges("birch"))}
    every_one = {
        (edge.claim, edge.near, edge.far)
        for one in ends
        for edge in mill.edges(one, outward=True)
        if edge.far in ends
    }
    found = mill.between(ends)
    assert {(edge.claim, edge.near, edge.far) for edge in found} == every_one
    assert len(found) == len(every_one) > 4
    assert all(edge.outward for edge in found)


def test_ties_between_records_are_those_that_the_lens_shows(mill: SQLiteStore) -> None:
    ends = {"birch", "elm", "nobody"}
    off = Lens(without=frozenset({"elm.customer_of.birch"}))
    assert [edge.claim for edge in mill.between(ends)] == ["elm.customer_of.birch"]
    assert mill.between(ends, off) == ()
