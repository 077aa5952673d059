"""Pages in another order than their own: under the same headings, and nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.found import Found
from scale_explorer.data.store.ordering import Dated, ordered
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.sqlite import SQLiteStore

HEADINGS = [("Customers", 0), ("Figures", 3)]
LINES: list[Dated] = [
    (0, 0, "2020-01-01"), (1, 0, ""), (2, 0, "2024-01-01"),
    (3, 0, "2021-01-01"), (4, 1, "2025-01-01"), (5, 1, ""),
    (6, 0, "2023-01-01"), (7, 0, "2023-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "places"),
    [
        (Order.NAME, [0, 1, 2, 3, 4, 5, 6, 7]),
        (Order.NEWEST, [2, 0, 1, 6, 7, 3, 4, 5]),
        (Order.OLDEST, [0, 2, 1, 3, 4, 5, 6, 7]),
    ],
)
def test_lines_stay_under_their_heading_and_with_what_they_belong_to(
    order: Order, places: list[int]
) -> None:
    assert list(ordered(LINES, HEADINGS, order)) == places


def test_amounts_of_one_unit_stand_together_the_commonest_first() -> None:
    sizes = {0: ("USD", 5.0), 2: ("EUR", 9.0), 4: ("%", 3.0), 6: ("USD", 1.0), 7: ("USD", 2.0)}
    found = ordered(LINES, HEADINGS, Order.LARGEST, sizes)
    assert list(found) == [2, 0, 1, 7, 6, 3, 4, 5]
    assert list(ordered(LINES, HEADINGS, Order.LARGEST)) == list(range(8))


@pytest.mark.parametrize("lens", [PLAIN_LENS, Lens("2025-06-13")])
def test_the_largest_figures_come_first(store: SQLiteStore, lens: Lens) -> None:
    found = store.lines_in_order("scale-ai", Order.LARGEST, lens=lens)
    shown = [row.amount for row in _all(found) if row.section == "Figures" and "$" in row.amount]
    assert [each.replace("\u00a0", " ") for each in shown][-3:] == ["$29 bn", "$14 bn", "$870 M"]
    customers = [row.label for row in _all(found) if row.section == "Customers" and not row.depth]
    assert customers[0] == "Google", "by what stands beneath it"


def test_a_page_without_lines_or_headings_has_an_order_too() -> None:
    assert list(ordered([], [], Order.NEWEST)) == []
    assert list(ordered([(0, 0, ""), (1, 0, "2020-01-01")], [], Order.NEWEST)) == [1, 0]


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["", "2020-01-01", "2021-01-01"]))),
    st.sampled_from(Order),
    st.dictionaries(st.integers(0, 9), st.tuples(st.sampled_from(["USD", "%"]), st.floats(0, 9))),
)
def test_no_line_is_lost(
    cells: list[tuple[int, str]], order: Order, sizes: dict[int, tuple[str, float]]
) -> None:
    lines = [(place, depth, day) for place, (depth, day) in enumerate(cells)]
    assert sorted(ordered(lines, [("A", 0), ("B", 2)], order, sizes)) == list(range(len(lines)))


@pytest.fixture(scope="module")
def store() -> SQLiteStore:
    return open_store("scale-ai")


def _all(found: Found[ClaimRow]) -> Sequence[ClaimRow]:
    return found.page(0, found.total)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
@pytest.mark.parametrize("wanted", ["", "customer", "is:reported"])
@pytest.mark.parametrize("lens", [PLAIN_LENS, Lens("2025-06-13"), Lens("2025-12-31")])
def test_a_page_in_another_order_holds_the_same_under_the_same_headings(
    store: SQLiteStore, order: Order, wanted: str, lens: Lens
) -> None:
    matching = parse(wanted) if wanted else EVERYTHING
    usual = store.lines("scale-ai", matching, lens, None)
    found = store.lines_in_order("scale-ai", order, matching, lens)
    rows = _all(found)
    assert sorted(row.key for row in rows) == [row.key for row in _all(usual)]
    assert found.sections == usual.sections
    for _, group in groupby((row for row in rows if not row.depth), lambda row: row.section):
        days = [_since(store, row) for row in group]
        known = [day for day in days if day]
        assert known == sorted(known, reverse=order is Order.NEWEST)
        assert all(days[: len(known)])
    for place, row in enumerate(rows):
        assert found.index(row.key) == place
    assert found.index("99999999") is None


def _since(store: SQLiteStore, row: ClaimRow) -> str:
    began = store.begins(row.claim) if row.claim else None
    return began.first if began else ""


def test_of_a_record_that_is_not_there_there_is_nothing_in_any_order(store: SQLiteStore) -> None:
    assert store.lines_in_order("nobody", Order.NEWEST).total == 0
