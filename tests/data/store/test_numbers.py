"""Figures as numbers."""

from __future__ import annotations

from decimal import Decimal

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

ALDER = "alder.customer_of.birch"


def test_a_figure_has_its_interval_exactly(mill: SQLiteStore) -> None:
    figures = {figure.id: figure for figure in mill.figures(ALDER)}
    value = figures["alder-spend-2024"].value
    assert value is not None
    assert value.low is not None
    assert value.low < Decimal(value.stated or 0)
    assert figures["alder-spend-2024"].first == "2024-01-01"
    assert figures["alder-spend-2024"].last == "2024-12-31"


def test_every_figure_is_found_under_its_subject_and_by_itself(mill: SQLiteStore) -> None:
    for record in mill.records(Kind.FIGURE):
        figure = mill.figure(record.id)
        assert figure is not None
        assert figure in mill.figures(figure.subject)
        assert figure in mill.alike(figure.measure, figure.unit)
        assert (figure.shown, figure.title) == (record.amount, record.title)


def test_a_computed_share_names_its_whole(mill: SQLiteStore) -> None:
    share = mill.figure("alder-share")
    assert share is not None
    assert share.is_derived
    assert share.whole is not None
    assert mill.figure(share.whole) is not None


def test_what_rests_on_a_tie_that_is_switched_off_is_gone(mill: SQLiteStore) -> None:
    lens = Lens(without=frozenset({ALDER}))
    assert mill.figure("alder-share", lens) is None
    assert mill.figures(ALDER, lens) == ()


def test_an_unknown_record_has_no_figures(mill: SQLiteStore) -> None:
    assert mill.figures("nobody") == ()
    assert mill.figure("nobody") is None


def test_what_bears_on_records_is_found_in_one_go(mill: SQLiteStore) -> None:
    found = mill.bearing((ALDER, "birch"), frozenset({"spend", "revenue"}))
    assert [(near, figure.id) for near, figure in found] == [
        ("birch", "birch-revenue-2024"),
        (ALDER, "alder-spend-2024"),
        (ALDER, "alder-spend-2025"),
    ]
    assert all(mill.figure(figure.id) == figure for _, figure in found)


def test_a_stake_bears_on_the_relationship_that_its_deal_brought_about(mill: SQLiteStore) -> None:
    ((near, stake),) = mill.bearing(("cedar.invested_in.birch",), frozenset({"stake"}))
    assert (near, stake.id, stake.subject) == (
        "cedar.invested_in.birch", "cedar-stake", "cedar-buys-stake",
    )  # fmt: skip


def test_what_bears_on_a_tie_that_is_switched_off_is_gone(mill: SQLiteStore) -> None:
    asked = (ALDER,), frozenset({"spend"})
    assert mill.bearing(*asked)
    assert mill.bearing(*asked, Lens(without=frozenset({ALDER}))) == ()
    assert mill.bearing(*asked, Lens(as_of="2024-12-31"))
    assert mill.bearing((), frozenset({"spend"})) == ()
