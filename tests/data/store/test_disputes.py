"""What the store tells of disputes, from either side, and of one set among several."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.rows.disputed import DisputeRow
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import CLAIM_KINDS

MILL = str(Path(__file__).parent.parent / "mill")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("disputes")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        yield


@pytest.fixture(scope="module")
def tutorial(folders: None) -> Iterator[SQLiteStore]:
    del folders
    store = open_store("tutorial")
    yield store
    store.close()


@pytest.fixture(scope="module")
def scale_ai(folders: None) -> Iterator[SQLiteStore]:
    del folders
    store = open_store(None)
    yield store
    store.close()


@pytest.fixture(scope="module")
def both(folders: None) -> Iterator[SQLiteStore]:
    del folders
    store = open_store([MILL, "tutorial"])
    yield store
    store.close()


def only(store: SQLiteStore, record: str) -> DisputeRow:
    (dispute,) = store.disputes(record)
    return dispute


def test_two_prices_are_told_from_either_side(tutorial: SQLiteStore) -> None:
    buyers, weekly = only(tutorial, "yard-price"), only(tutorial, "yard-price-in-weekly")
    assert (buyers.own, buyers.other) == (weekly.other, weekly.own)
    assert (buyers.leads, weekly.leads) == ("own", "other")
    assert buyers.why == weekly.why == "the set’s author prefers it"
    assert buyers.note.startswith("The texts disagree.")
    assert [side.shown for side in (buyers.own, buyers.other)] == ["$24\u00a0M", "$31\u00a0M"]


def test_the_words_that_differ_are_marked_on_both_sides(tutorial: SQLiteStore) -> None:
    dispute = only(tutorial, "yard-price")
    marked: list[list[str]] = []
    for side in (dispute.own, dispute.other):
        assert side.evidence is not None
        words = side.evidence.exact
        marked.append([words[start:end] for start, end in side.differs])
    assert "24" in marked[0]
    assert "31" in marked[1]
    assert not any("million" in words for words in (*marked[0], *marked[1]))


def test_a_denial_disputes_what_it_denies(tutorial: SQLiteStore) -> None:
    dispute = only(tutorial, "shionagi-denies-the-move")
    assert (dispute.kind, dispute.leads) == ("statements", "own")
    assert (dispute.own.shown, dispute.other.shown) == ("denies", "expects")


def test_figures_of_a_known_tension_are_told_with_its_reason(scale_ai: SQLiteStore) -> None:
    dispute = only(scale_ai, "meta-partnership-price")
    assert dispute.other.record.id == "implied-stake-price"
    assert dispute.other.evidence is None
    assert "×" in dispute.other.formula
    assert dispute.leads == ""
    assert "never ties to the stake" in dispute.note
    assert scale_ai.disputes("meta-stake") == ()


def test_what_no_dispute_is_about_has_none(tutorial: SQLiteStore) -> None:
    assert tutorial.disputes("kelpwright") == ()
    assert tutorial.disputes("no-such-record") == ()


@pytest.mark.parametrize("name", ["tutorial", "scale_ai", "both"])
def test_is_disputed_holds_for_both_sides_of_every_dispute(
    name: str, request: pytest.FixtureRequest
) -> None:
    store: SQLiteStore = request.getfixturevalue(name)
    kept = {row.id for kind in CLAIM_KINDS for row in store.records(kind, parse("is:disputed"))}
    claims = [row.id for kind in CLAIM_KINDS for row in store.records(kind)]
    assert kept == {claim for claim in claims if store.disputes(claim)}
    ends = {d.other.record.id for claim in kept for d in store.disputes(claim)}
    assert kept == ends
    assert dict(store.summary().qualities)["disputed"] == len(kept)


def test_among_several_sets_a_dispute_keeps_its_claims_and_words(
    tutorial: SQLiteStore, both: SQLiteStore
) -> None:
    alone, dispute = only(tutorial, "yard-price"), only(both, "tutorial/yard-price")
    assert dispute.other.record.id == "tutorial/yard-price-in-weekly"
    assert dispute.own.evidence is not None
    assert alone.own.evidence is not None
    assert dispute.own.evidence.exact == alone.own.evidence.exact
    assert dispute.own.evidence.claim == "tutorial/yard-price"
    assert (dispute.leads, dispute.why, dispute.note) == (alone.leads, alone.why, alone.note)


def test_a_fact_at_the_head_of_a_page_says_that_it_is_disputed(tutorial: SQLiteStore) -> None:
    portrait = tutorial.portrait("shionagi-buys-yard")
    assert portrait is not None
    told = {fact.label: fact.disputed for fact in portrait.facts}
    assert told == {"status": False, "stake": False, "price": True, "announced": False}
