"""Search: by the start of words, by letters inside them, and past slips of the finger."""

from __future__ import annotations

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("birch", "birch"),
        ("bir mil", "birch"),
        ("CEDÁR", "cedar"),
        ("akery", "alder"),
        ("brich", "birch"),
        ("dana fx", "dana-fox"),
        ("cakse", "elm"),
        ("share recipes", "alder-fears-for-recipes"),
        ("$50 million", "birch-valuation"),
        ("alder-share", "alder-share"),
    ],
)
def test_finds_what_is_meant_first(mill: SQLiteStore, text: str, first: str) -> None:
    assert mill.search(text)[0].record.id == first


def test_shows_the_text_that_matched(mill: SQLiteStore) -> None:
    hits = {hit.record.id: hit.snippet for hit in mill.search("another mill")}
    assert hits["alder.customer_of.birch"] == "is looking for another mill"


def test_names_each_record_once(mill: SQLiteStore) -> None:
    ids = [hit.record.id for hit in mill.search("birch")]
    assert len(ids) == len(set(ids)) > 5


def test_keeps_to_the_limit(mill: SQLiteStore) -> None:
    assert len(mill.search("birch", limit=3)) == 3


@pytest.mark.parametrize(
    "text", ["", "  ", "*", '"', "xyzzyx", "'; DROP TABLE record", "a" * 9_999]
)
def test_finds_nothing_in_nonsense(mill: SQLiteStore, text: str) -> None:
    assert mill.search(text) == ()


def test_offers_the_nearest_ids(mill: SQLiteStore) -> None:
    assert mill.nearest("birch-valution")[0] == "birch-valuation"
    assert len(mill.nearest("alder", limit=2)) == 2
