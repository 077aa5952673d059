"""An axis keeps the order of days, holds what it says, and names days apart from each other."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.pictures.axis import axis

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
cells = st.integers(min_value=1, max_value=300)


@given(st.lists(days, min_size=1, max_size=30), cells, days, days)
def test_a_later_day_is_never_left_of_an_earlier_one(
    dated: list[date], width: int, one: date, other: date
) -> None:
    made = axis([day.isoformat() for day in dated], width)
    first, last = sorted((one, other))
    assert 0 <= made.cell(first) <= made.cell(last) < width


@given(st.lists(days, min_size=1, max_size=30), cells)
def test_ticks_stand_apart_and_within(dated: list[date], width: int) -> None:
    made = axis([day.isoformat() for day in dated], width)
    end = 0
    for tick in made.ticks():
        assert tick.cell >= end
        end = tick.cell + len(tick.label)
    assert end <= width


@given(st.lists(days, min_size=1, max_size=30))
def test_without_far_days_every_day_is_on_it(dated: list[date]) -> None:
    near = [date(2020, 1, 1) + timedelta(days=day.toordinal() % 90) for day in dated]
    made = axis([day.isoformat() for day in near], 40)
    assert all(made.holds(day) for day in near)


def test_a_day_far_from_all_others_does_not_press_them_together() -> None:
    months = [date(2025, month, 1).isoformat() for month in range(1, 13)]
    made = axis([*months, "1911-05-01"], 60)
    assert not made.holds(date(1911, 5, 1))
    assert made.cell(date(1911, 5, 1)) == 0
    assert made.cell(date(2025, 12, 1)) - made.cell(date(2025, 1, 1)) > 50


def test_ticks_are_as_fine_as_there_is_room() -> None:
    labels = {
        width: [tick.label for tick in axis(["2025-01-01", "2025-12-31"], width).ticks()]
        for width in (8, 30, 80)
    }
    assert labels[8] == ["2025"]
    assert labels[30] == ["2025", "Apr", "Jul", "Oct"]
    assert labels[80][:3] == ["2025", "Feb", "Mar"]
    assert [tick.label for tick in axis(["2025-10-03", "2025-10-06"], 40).ticks()] == [
        "3 Oct 2025", "5 Oct", "6 Oct",
    ]  # fmt: skip


def test_an_axis_of_nothing_can_be_drawn() -> None:
    assert axis([], 10).cells == 10
