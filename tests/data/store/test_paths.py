"""How records of the mill story are connected: over which ties, as of when, and how far."""

from __future__ import annotations

from scale_explorer.data.query import parse
from scale_explorer.data.store.path_rows import Cut, Paths, Walk
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore

DEAL = "cedar-buys-stake"


def ways(found: Paths) -> list[str]:
    return [" ".join(path.records) for path in found.found]


def test_the_shortest_paths_come_first_and_deals_are_records_too(mill: SQLiteStore) -> None:
    found = mill.paths("elm", "cedar")
    assert ways(found) == ["elm birch cedar", f"elm birch {DEAL} cedar"]
    assert (found.more, found.steps, found.cut) == (False, 6, None)


def test_groups_are_records_too(mill: SQLiteStore) -> None:
    assert "alder bakers birch" in ways(mill.paths("alder", "birch"))


def test_a_hop_is_seen_from_the_record_that_is_left(mill: SQLiteStore) -> None:
    first, second = mill.paths("elm", "cedar", Walk(limit=1)).found[0].hops
    (tie,), (other,) = first.ties, second.ties
    assert (tie.near, tie.far, tie.outward) == ("elm", "birch", True)
    assert (other.near, other.far, other.outward) == ("birch", "cedar", False)
    assert tie.verb == "has ended its purchases from"


def test_there_are_more_than_wanted(mill: SQLiteStore) -> None:
    found = mill.paths("elm", "cedar", Walk(limit=1))
    assert (ways(found), found.more) == (["elm birch cedar"], True)


def test_a_directed_walk_goes_from_subject_to_object(mill: SQLiteStore) -> None:
    directed = Walk(directed=True)
    assert ways(mill.paths("dana-fox", "birch", directed)) == [
        "dana-fox alder birch", "dana-fox alder bakers birch",
    ]  # fmt: skip
    back = mill.paths("birch", "dana-fox", directed)
    assert (back.found, back.exhausted) == ((), True)


def test_what_means_the_same_from_both_ends_has_no_direction(tutorial: SQLiteStore) -> None:
    directed = Walk(directed=True, types=frozenset({"competes_with"}))
    there = ways(tutorial.paths("saltlark", "greywhelk", directed))
    back = ways(tutorial.paths("greywhelk", "saltlark", directed))
    assert (there, back) == (["saltlark greywhelk"], ["greywhelk saltlark"])


def test_types_can_be_chosen_and_barred(mill: SQLiteStore) -> None:
    chosen = Walk(types=frozenset({"customer_of", "party"}))
    assert ways(mill.paths("elm", "cedar", chosen)) == [f"elm birch {DEAL} cedar"]
    barred = Walk(barred=frozenset({"party"}))
    assert ways(mill.paths("elm", "cedar", barred)) == ["elm birch cedar"]


def test_what_carries_each_tie_must_match(mill: SQLiteStore) -> None:
    assert ways(mill.paths("elm", "cedar", Walk(matching=parse("!is:planned")))) == [
        f"elm birch {DEAL} cedar"
    ]
    assert not mill.paths("elm", "cedar", Walk(matching=parse("is:current"))).found


def test_only_ties_that_the_lens_shows_are_walked(mill: SQLiteStore) -> None:
    assert not mill.paths("elm", "cedar", lens=Lens(as_of="2024-12-31")).found
    without = Lens(without=frozenset({"elm.customer_of.birch"}))
    assert mill.paths("elm", "cedar", lens=without).exhausted


def test_not_within_so_many_steps_is_not_never(mill: SQLiteStore) -> None:
    found = mill.paths("dana-fox", "cedar", Walk(steps=2))
    assert (found.found, found.steps, found.exhausted, found.cut) == ((), 2, False, None)
    assert found.reached > (1, 1)
    assert ways(mill.paths("dana-fox", "cedar", Walk(steps=3))) == ["dana-fox alder birch cedar"]


def test_between_a_record_and_itself_or_nobody_there_is_none(mill: SQLiteStore) -> None:
    assert mill.paths("elm", "elm") == mill.paths("elm", "nobody") == Paths(exhausted=True)


def test_a_search_can_be_stopped(mill: SQLiteStore) -> None:
    found = mill.paths("elm", "cedar", stopped=lambda: True)
    assert (found.found, found.cut) == ((), Cut.STOPPED)
