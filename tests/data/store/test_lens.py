"""Looking as of a day, and with relationships switched off."""

from __future__ import annotations

import pytest

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

ALDER = "alder.customer_of.birch"


@pytest.mark.parametrize(
    ("day", "state", "title"),
    [
        ("2021-06-01", "", "Elm Cakes is a customer of Birch Mills"),
        ("2023-06-01", "former", "Elm Cakes has ended its purchases from Birch Mills"),
    ],
)
def test_tells_the_status_of_the_day(mill: SQLiteStore, day: str, state: str, title: str) -> None:
    row = mill.record("elm.customer_of.birch", Lens(as_of=day))
    assert row is not None
    assert (row.state, row.title) == (state, title)
    assert ("former" in row.flags) == (state == "former")


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2018-12-31", set[str]()),
        ("2019-06-01", {ALDER}),
        ("2020-06-01", {"elm.customer_of.birch", ALDER}),
    ],
)
def test_hides_what_had_not_begun(mill: SQLiteStore, day: str, known: set[str]) -> None:
    rows = mill.claims("birch", lens=Lens(as_of=day))
    found = {row.claim for row in rows if row.section == "Customers" and not row.depth}
    assert found - {"bakers.customer_of.birch"} == known


def test_a_deal_counts_from_its_announcement(mill: SQLiteStore) -> None:
    assert mill.count(Kind.DEAL, lens=Lens(as_of="2025-03-09")) == 0
    assert mill.count(Kind.DEAL, lens=Lens(as_of="2025-03-10")) == 1


def test_an_empty_section_falls_away(mill: SQLiteStore) -> None:
    portrait = mill.portrait("birch", Lens(as_of="2024-06-01"))
    assert portrait is not None
    sections = mill.lines("birch", lens=Lens(as_of="2024-06-01")).sections
    assert [section.title for section in sections] == ["Customers", "Figures"]
    assert [fact.label for fact in portrait.facts] == ["revenue"]


def test_switching_a_relationship_off_hides_all_that_rests_on_it(mill: SQLiteStore) -> None:
    lens = Lens(without=frozenset({ALDER}))
    assert mill.record(ALDER, lens) is None
    figures = {row.id for row in mill.records(Kind.FIGURE, lens=lens)}
    everything = {row.id for row in mill.records(Kind.FIGURE)}
    assert everything - figures == {"alder-spend-2024", "alder-spend-2025", "alder-share"}
    kept = {row.label for row in mill.claims("birch", lens=lens)}
    assert "Alder Bakery" not in kept
    assert "Some bakers" in kept


def test_a_derived_figure_counts_with_the_last_of_its_inputs(mill: SQLiteStore) -> None:
    known = {row.id for row in mill.records(Kind.FIGURE, lens=Lens(as_of="2024-06-01"))}
    assert "alder-share" in known
    assert "birch-growth" not in known
    assert mill.record("birch-growth", Lens(as_of="2025-03-10")) is not None
