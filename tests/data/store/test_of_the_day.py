"""As of a day it is told what changed, what may not have begun by then, and what has no date."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.dated import Beginning
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.vocabulary import AS_OF
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

GOOGLE, OPENAI = "google.customer_of.scale-ai", "openai.customer_of.scale-ai"
MIDDLE = Lens("2025-06-13")
NONE = frozenset[str]()


@pytest.fixture(scope="module")
def scale_ai() -> Iterator[SQLiteStore]:
    with open_store("scale-ai") as store:
        yield store


@pytest.fixture(params=["mill", "scale-ai"])
def store(request: pytest.FixtureRequest, mill: SQLiteStore, scale_ai: SQLiteStore) -> SQLiteStore:
    return mill if request.param == "mill" else scale_ai


def marks(store: Store, record: str, lens: Lens) -> set[str]:
    row = store.record(record, lens)
    assert row is not None
    return set(row.flags.intersection(AS_OF))


@pytest.mark.parametrize(
    ("record", "day", "told"),
    [
        (GOOGLE, "2024-06-30", {"moved", "maybe"}),  # current since some day of 2024
        (GOOGLE, "2025-06-13", {"moved", "maybe"}),  # ending since some day around 2025
        (GOOGLE, "2025-12-31", {"moved"}),
        (OPENAI, "2025-06-13", {"maybe"}),  # reduced from 2024 to 2025
        ("facebook.subsidiary_of.meta", "2025-06-13", {"undated"}),
        ("google-spend-2024", "2024-06-30", {"moved"}),  # of all the year, so from its first day
        ("google-spend-2024", "2025-06-13", set[str]()),
        ("google-share-of-revenue-2024", "2025-06-13", set[str]()),
        ("google-spend-growth", "2025-06-13", {"moved", "maybe"}),  # rests on what is planned
        ("scale-ai", "2025-06-13", set[str]()),  # a company counts as it is
    ],
)
def test_a_date_is_as_fuzzy_as_it_is(
    scale_ai: SQLiteStore, record: str, day: str, told: set[str]
) -> None:
    assert marks(scale_ai, record, Lens(day)) == told
    assert not marks(scale_ai, record, PLAIN_LENS)


def test_each_line_of_a_history_has_its_own_day(scale_ai: SQLiteStore) -> None:
    lines = scale_ai.claims(GOOGLE, lens=MIDDLE)
    told = {
        row.label: set(row.flags.intersection(AS_OF)) for row in lines if row.section == "History"
    }
    assert told == {
        "current": set(), "under review": {"maybe"}, "ending": {"moved", "maybe"},
    }  # fmt: skip


@pytest.mark.parametrize("name", AS_OF)
def test_a_filter_keeps_what_has_the_mark(store: SQLiteStore, name: str) -> None:
    for day in (each.day for each in store.days()):
        lens = Lens(day)
        for kind in Kind:
            rows = store.records(kind, limit=500, lens=lens)
            kept = {
                row.id for row in store.records(kind, parse(f"is:{name}"), limit=500, lens=lens)
            }
            assert kept == {row.id for row in rows if name in row.flags}
            left = store.records(kind, parse(f"!is:{name}"), limit=500, lens=lens)
            assert kept.isdisjoint(row.id for row in left)
    assert not any(store.count(kind, parse(f"is:{name}")) for kind in Kind)


def test_every_query_marks_alike(scale_ai: SQLiteStore) -> None:
    told = {
        row.id: row.flags.intersection(AS_OF)
        for kind in CLAIM_KINDS
        for row in scale_ai.records(kind, limit=500, lens=MIDDLE)
    }
    rows = [*scale_ai.story(lens=MIDDLE), *scale_ai.why("google-plans-exit", MIDDLE)]
    rows += scale_ai.claims("scale-ai", limit=500, lens=MIDDLE)
    for row in rows:
        assert row.claim is None or row.flags.intersection(AS_OF) == told.get(row.claim, NONE)
    for edge in scale_ai.edges("scale-ai", lens=MIDDLE):
        assert edge.flags.intersection(AS_OF) == told.get(edge.claim, NONE)
    for figure in scale_ai.figures("scale-ai", MIDDLE):
        assert figure.flags.intersection(AS_OF) == told[figure.id]
    for event in scale_ai.events(limit=500, lens=MIDDLE):
        assert event.flags.intersection(AS_OF) == told.get(event.claim, NONE)
    for kind in CLAIM_KINDS:
        for document in map(json.loads, scale_ai.documents(kind, lens=MIDDLE)):
            assert set(document["marks"]) == told[document["id"]]


def test_it_is_known_since_when_something_counts(scale_ai: SQLiteStore) -> None:
    assert scale_ai.begins("google-plans-exit") == Beginning("2025-01-01", "2025-12-31")
    assert scale_ai.begins("google-spend-2024") == Beginning("2024-01-01", "2024-01-01")
    assert scale_ai.begins("facebook.subsidiary_of.meta") == Beginning("", "")
    assert scale_ai.begins("nobody") is None


def test_no_line_of_the_story_follows_from_one_that_is_left_out(store: SQLiteStore) -> None:
    whole = store.story()
    lenses = [PLAIN_LENS, *(Lens(each.day) for each in store.days())]
    filters = [
        EVERYTHING,
        *(parse(word) for word in ("is:planned", "google", "mill", "!kind:deal")),
    ]
    for lens in lenses:
        for matching in filters:
            lines = store.story(matching, lens)
            assert not lines or not lines[0].role
            told: set[str | None] = set()
            for line in lines:
                reasons = store.records(Kind.REASON, parse(f"effect:{line.claim}"), lens=lens)
                causes = {
                    json.loads(store.document(reason.id) or "{}").get("cause") for reason in reasons
                }
                assert bool(line.role) == bool(causes & told)
                told.add(line.claim)
    assert [row.role for row in store.story(parse("!kind:source"))] == [row.role for row in whole]
