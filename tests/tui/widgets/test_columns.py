from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.widgets.columns import GAP, Extent, fit, measure, split_at_point
from scale_explorer.tui.widgets.rows import Cell, Column, Row

NAME = Column(min=6, flex=1, priority=9)
AMOUNT = Column(priority=5)
STATUS = Column(priority=1)


def widths(columns: tuple[Column, ...], wanted: tuple[int, ...], room: int) -> dict[int, int]:
    extents = tuple(Extent(width) for width in wanted)
    return {place.index: place.width for place in fit(columns, extents, room)}


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (40, {0: 22, 1: 5, 2: 9}),  # spare room goes to the flexible column
        (28, {0: 10, 1: 5, 2: 9}),  # everything as wide as its content
        (24, {0: 6, 1: 5, 2: 9}),  # the flexible one shrinks to its least
        (23, {0: 16, 1: 5}),  # then the least important is left out
        (13, {0: 6, 1: 5}),
        (12, {0: 12}),
        (4, {0: 4}),  # the last one takes what there is
    ],
)
def test_columns_give_way_in_order(room: int, expected: dict[int, int]) -> None:
    assert widths((NAME, AMOUNT, STATUS), (10, 5, 9), room) == expected


def test_of_equal_columns_the_rightmost_is_left_out() -> None:
    assert widths((Column(), Column(), Column()), (5, 5, 5), 13) == {0: 5, 1: 5}


def test_spare_room_is_shared_by_weight_up_to_max() -> None:
    columns = (Column(flex=3), Column(flex=1), Column(flex=1, max=3))
    assert widths(columns, (1, 1, 1), 3 + 2 * GAP + 10) == {0: 7, 1: 3, 2: 3}


def test_a_column_without_content_takes_no_room() -> None:
    assert widths((NAME, AMOUNT, STATUS), (10, 0, 9), 21) == {0: 10, 2: 9}


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.integers(0, 3), st.integers(0, 3), st.integers(1, 30)),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 100),
)
def test_columns_never_take_more_than_the_room(specs: list[tuple[int, ...]], room: int) -> None:
    columns = tuple(Column(min=m, flex=flex, priority=p) for m, flex, p, _ in specs)
    shown = widths(columns, tuple(spec[3] for spec in specs), room)
    assert sum(shown.values()) + GAP * (len(shown) - 1) <= room


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$28.5 bn", (3, 5)),
        ("≈ $150 M", (6, 2)),
        ("1,234.5", (5, 2)),
        ("1\u202f234,5", (7, 0)),
        ("15–19 %", (2, 5)),
        ("unknown", None),
    ],
)
def test_numbers_are_split_after_their_whole_part(
    text: str, expected: tuple[int, int] | None
) -> None:
    assert split_at_point(text) == expected


def test_a_column_is_measured_with_its_indents_and_points() -> None:
    rows = (
        Row(None, (Cell("A heading, which does not count"),), kind="heading"),
        Row("a", (Cell("abc"), Cell("9.75", align="decimal"))),
        Row("b", (Cell("会社"), Cell("1,250", align="decimal")), depth=2),
    )
    assert measure(rows, 2) == (Extent(8), Extent(width=8, before=5, after=3))


def test_only_the_first_rows_are_measured() -> None:
    rows = (*(Row(str(n), (Cell("x"),)) for n in range(500)), Row("z", (Cell("x" * 50),)))
    assert measure(rows, 1) == (Extent(1),)


def test_spare_room_goes_first_to_what_is_cut() -> None:
    columns = (Column(min=6, flex=1), Column(flex=1))
    rows = (Row("a", (Cell("x" * 20, spills=True), Cell("whole"))),)
    assert [place.width for place in fit(columns, measure(rows, 2), 6 + GAP + 5 + 10)] == [16, 5]
    assert [place.width for place in fit(columns, measure(rows, 2), 6 + GAP + 5 + 16)] == [20, 7]


def test_a_text_that_spills_needs_only_what_the_empty_columns_behind_it_lack() -> None:
    behind = Row("b", (Cell("y"), Cell("z" * 10), Cell("end")))
    rows = (Row("a", (Cell("x" * 20, spills=True), Cell(), Cell("end"))), behind)
    assert [extent.spilled for extent in measure(rows, 3)] == [20 - 10 - GAP, 0, 0]
    deeper = (Row("a", (Cell("x" * 20, spills=True),), depth=1), behind)
    assert measure(deeper, 1)[0].spilled == 20 + 2
