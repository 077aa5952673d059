"""Two small sets opened as one: what is shared, what is kept apart, and what is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.rows.sets import Verification
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

SETS = Path(__file__).parent.parent / "several"
NORTH, SOUTH = str(SETS / "north"), str(SETS / "south")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    """The north and the south as one."""
    folder = tmp_path_factory.mktemp("several")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        store = open_store([NORTH, SOUTH])
    yield store
    store.close()


def ids(store: SQLiteStore, kind: Kind, words: str = "") -> list[str]:
    return [row.id for row in store.records(kind, parse(words))]


def test_what_is_shared_is_one_and_the_rest_is_two(both: SQLiteStore) -> None:
    assert ids(both, Kind.COMPANY) == ["north/birch", "north/cedar", "north/acme", "south/acme"]
    assert ids(both, Kind.PERSON) == ["north/dana-fox", "south/dana"]
    assert ids(both, Kind.SOURCE) == ["north/paper", "south/paper"]
    assert both.count(Kind.COMPANY) == 4


def test_the_matches_are_told_with_what_they_go_by(both: SQLiteStore) -> None:
    told = [(m.first, m.second, m.reason, m.apart) for m in both.matches()]
    assert told == [
        ("north/birch", "south/mill-works", "same LEI 5493001KJTIIGC8Y1R12", False),
        ("north/cedar", "south/cedar-inc", "same name", False),
    ]
    match = both.matches()[0]
    assert (match.kind, match.first_name, match.second_name) == (
        Kind.COMPANY, "Birch Mills", "Mill Works",
    )  # fmt: skip
    assert (match.first_set, match.second_set) == ("The north", "The south")


def test_a_shared_record_has_what_both_sets_say(both: SQLiteStore) -> None:
    record = json.loads(both.document("north/birch") or "")
    assert record["name"] == "Birch Mills"
    assert record["aliases"] == ["Mill Works", "The Mill"]
    assert record["country"] == "NO"
    assert record["summary"] == "A mill with a strike."
    assert record["tags"] == ["flour", "strikes"]
    assert record["identifiers"] == {
        "lei": "5493001KJTIIGC8Y1R12", "ticker": "BRCH", "cik": None, "wikidata": "Q22",
    }  # fmt: skip
    assert [quote["source"] for quote in record["evidence"]] == ["north/paper", "south/paper"]
    assert [quote["verdict"] for quote in record["evidence"]] == ["here", "locked"]


def test_its_page_has_the_claims_of_both_sets(both: SQLiteStore) -> None:
    claims = {row.claim for row in both.claims("north/birch")}
    assert claims >= {"north/cedar-buys-stake", "south/strike", "north/revenue", "south/revenue"}


def test_its_page_tells_where_else_it_is(both: SQLiteStore) -> None:
    facts = {page: both.portrait(page) for page in ("north/birch", "north/cedar", "north/acme")}
    told = {page: [f.value for f in seen.facts if f.label == "also in"]
            for page, seen in facts.items() if seen}  # fmt: skip
    assert told == {
        "north/birch": ["The south as “Mill Works”, same LEI"],
        "north/cedar": ["The south as “Cedár Foods, Inc.”, same name"],
        "north/acme": [],
    }
    assert all(seen and len(seen.facts) <= 4 for seen in facts.values())


def test_a_record_and_its_words_tell_their_set(both: SQLiteStore) -> None:
    portrait = both.portrait("south/strike")
    assert portrait is not None
    assert portrait.subtitle == "Deal · other · The south"
    (quote,) = both.evidence("south/strike")
    assert quote.source_detail == "Southern Paper · May 2025 · The south"
    assert quote.mentions == (("they", "south/dana"),)


def test_ids_without_their_set_do_where_they_mean_one_thing(both: SQLiteStore) -> None:
    for asked, found in {
        "birch": "north/birch", "mill-works": "north/birch", "south/mill-works": "north/birch",
        "strike": "south/strike", "dana": "south/dana",
    }.items():  # fmt: skip
        row = both.record(asked)
        assert row is not None
        assert row.id == found
    assert both.evidence("strike") == both.evidence("south/strike") != ()
    assert both.claims("mill-works") == both.claims("north/birch")
    assert both.derivation("birch-growth") == both.derivation("north/birch-growth")
    assert both.document("strike") == both.document("south/strike")


def test_of_an_id_that_means_two_both_are_near(both: SQLiteStore) -> None:
    assert both.record("acme") is None
    assert both.evidence("revenue") == ()
    assert both.nearest("ACME")[:2] == ("north/acme", "south/acme")
    assert both.nearest("revenue")[:2] == ("north/revenue", "south/revenue")
    assert "south/strike" in both.nearest("south/strik")


def test_formulas_are_computed_and_shown_with_their_inputs(both: SQLiteStore) -> None:
    growth, per_head = both.record("birch-growth"), both.record("revenue-a-head")
    assert growth is not None
    assert per_head is not None
    assert growth.amount.endswith("ƒ")
    assert per_head.amount.endswith("ƒ")
    told = both.derivation("south/revenue-a-head")
    assert told is not None
    assert told.formula == "{south/revenue} / {south/heads}"
    assert [each.id for each in told.inputs] == ["south/revenue", "south/heads"]
    assert "Birch Mills’ revenue, 2025" in told.readable
    assert {row.claim for row in both.claims("south/revenue")} >= {"south/revenue-a-head"}


def test_each_set_keeps_its_verdicts(both: SQLiteStore) -> None:
    verdicts = {
        claim: [quote.verdict for quote in both.evidence(claim)]
        for claim in ("north/revenue", "south/revenue", "north/cedar-buys-stake")
    }
    assert verdicts == {
        "north/revenue": ["here"], "south/revenue": ["locked"],
        "north/cedar-buys-stake": ["here"],
    }  # fmt: skip
    north, south = both.source_text("north/paper"), both.source_text("south/paper")
    assert north is not None
    assert south is not None
    assert (north.whole, south.whole) == (True, False)
    cited = {evidence for stretch in south.stretches for evidence in stretch.evidence}
    assert {each.partition("#")[0] for each in cited} == {
        "north/birch", "south/strike", "south/revenue", "south/heads",
        "south/revenue.led_to.strike",
    }  # fmt: skip


def test_each_set_keeps_its_coverage(both: SQLiteStore) -> None:
    north, south = both.source_text("north/paper"), both.source_text("south/paper")
    assert north is not None
    assert south is not None
    assert (north.cited, north.asserting) == (2, 2)
    claims = {claim for each in north.sentences for claim in each.claims}
    assert claims
    assert all(both.record(claim) for claim in claims)
    assert {claim.partition("/")[0] for claim in claims} == {"north"}
    assert south.sentences == ()  # its lock is from before there were sentences


def test_the_story_is_told_set_by_set(both: SQLiteStore) -> None:
    assert [(row.section, row.claim) for row in both.story()] == [
        ("The north", "north/cedar-buys-stake"),
        ("The north", "north/birch-growth"),
        ("The south", "south/strike"),
    ]


def test_the_sums_are_of_both(both: SQLiteStore) -> None:
    summary = both.summary()
    assert summary.title == "The north + The south"
    assert summary.summary == "Told from the north.\nTold from the south."
    assert summary.lead == 3
    assert summary.verification == Verification(quotes=9, here=4, locked=5)
    assert dict(summary.counts)[Kind.FIGURE] == 6


def test_reasons_hold_together(both: SQLiteStore) -> None:
    (link,) = both.why("south/strike")
    assert (link.claim, link.target) == ("south/revenue.led_to.strike", "south/revenue")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("id:south/", ["south/acme"]),
        ("id:acme", ["north/acme", "south/acme"]),
        ("mill works", ["north/birch"]),
        ("north", []),
    ],
)
def test_filters_know_ids_with_and_without_the_set(
    both: SQLiteStore, words: str, found: list[str]
) -> None:
    assert ids(both, Kind.COMPANY, words) == found


def test_filters_find_claims_by_the_plain_id_of_what_they_name(both: SQLiteStore) -> None:
    assert ids(both, Kind.REASON, "effect:strike") == ["south/revenue.led_to.strike"]
    assert ids(both, Kind.FIGURE, "subject:birch year:2025") == ["south/revenue"]


def test_search_is_not_led_astray_by_the_sets_own_ids(both: SQLiteStore) -> None:
    assert {hit.record.id for hit in both.search("north")} == {"north/paper"}
    assert both.search("mill works")[0].record.id == "north/birch"
