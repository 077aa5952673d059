"""What was when, in the order of time, of a record and of the whole set."""

from __future__ import annotations

import pytest

from scale_explorer.data.query import parse
from scale_explorer.data.store.rows.dated import EventRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

FOREVER = "9999-12-31"


def _when(event: EventRow) -> tuple[str, str]:
    return event.first or event.last or FOREVER, event.last or FOREVER


def test_events_stand_in_the_order_of_time(mill: SQLiteStore) -> None:
    whens = [_when(event) for event in mill.events()]
    assert len(whens) > 5
    assert whens == sorted(whens)


def test_a_year_is_all_of_its_days(mill: SQLiteStore) -> None:
    spend = next(event for event in mill.events() if event.claim == "alder-spend-2024")
    assert (spend.what, spend.edtf) == ("period", "2024")
    assert (spend.first, spend.last) == ("2024-01-01", "2024-12-31")


def test_a_status_changes_on_its_day(mill: SQLiteStore) -> None:
    elm = [event for event in mill.events("elm") if event.claim == "elm.customer_of.birch"]
    assert [(event.what, event.status) for event in elm if event.status == "former"] == [
        ("status", "former")
    ]


@pytest.mark.parametrize("owner", [None, "birch", "elm"])
def test_pages_follow_each_other_without_gap_or_repeat(
    mill: SQLiteStore, owner: str | None
) -> None:
    whole = mill.events(owner)
    found = list(mill.events(owner, limit=1))
    while page := mill.events(owner, after=found[-1].key, limit=1):
        found += page
    assert len(whole) > 1
    assert tuple(found) == whole


def test_a_record_has_the_events_of_what_stands_on_its_page(mill: SQLiteStore) -> None:
    everything = mill.events()
    for record in [record.id for kind in ENTITY_KINDS for record in mill.records(kind)]:
        on_page = {row.claim for row in mill.claims(record)} | {record}
        expected = tuple(event for event in everything if event.claim in on_page)
        assert mill.events(record) == expected


@pytest.mark.parametrize("day", ["2019-06-01", "2024-06-01", "2026-01-01"])
def test_nothing_is_told_that_had_not_begun(mill: SQLiteStore, day: str) -> None:
    events = mill.events(lens=Lens(as_of=day))
    assert all(event.first <= day for event in events)
    assert len(events) < len(mill.events()) or day > "2025"


def test_claims_without_a_date_are_counted(mill: SQLiteStore) -> None:
    dated = {event.claim for event in mill.events()}
    kinds = (Kind.RELATIONSHIP, Kind.DEAL, Kind.FIGURE, Kind.STATEMENT)
    claims = {record.id for kind in kinds for record in mill.records(kind)}
    assert mill.undated() == len(claims - dated)
    on_page = {row.claim for row in mill.claims("birch")} & claims
    assert mill.undated("birch") == len(on_page - dated)


def test_an_unknown_record_has_no_events(mill: SQLiteStore) -> None:
    assert mill.events("nobody") == ()
    assert mill.undated("nobody") == 0


def test_what_changed_is_found_as_of_a_day(mill: SQLiteStore) -> None:
    day = mill.days("", limit=1)[0].day
    moved = mill.events(None, parse("is:moved"), lens=Lens(day))
    assert moved
    assert all("moved" in event.flags for event in moved)
    assert mill.events(None, parse("is:moved")) == ()


def test_an_event_of_a_relationship_tells_its_type(mill: SQLiteStore) -> None:
    types = {event.type for event in mill.events("elm") if event.kind is Kind.RELATIONSHIP}
    assert types == {"customer_of"}
