"""Rows that are made when they are looked at: drawn like a tuple of them, and no more than that."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from scale_explorer.tui.widgets.extents import BLOCK, Extents
from scale_explorer.tui.widgets.lazy_rows import LazyRows, keys_of
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row

COLUMNS = (Column(min=4), Column(min=2, priority=1))


def row(place: int) -> Row:
    long = "a name that is longer than all the others" if place % 1_000 == 999 else "name"
    return Row(f"k{place}", (Cell(f"{long} {place}"), Cell("x" if place % 2 else "")))


class Many:
    """So many rows, and which of them were made."""

    def __init__(self, count: int, of: str = "same") -> None:
        self.made: list[int] = []
        self.rows = LazyRows(count, self._make, self._find, (of, count))

    def _make(self, place: int) -> Row:
        self.made.append(place)
        return row(place)

    def _find(self, key: str) -> int | None:
        place = key.removeprefix("k")
        return int(place) if place.isdecimal() and int(place) < len(self.rows) else None


class Stage(App[None]):
    CSS = "RowList { height: 10; width: 70; }"

    def compose(self) -> ComposeResult:
        yield RowList(COLUMNS)

    @property
    def view(self) -> RowList:
        return self.query_one(RowList)

    def drawn(self) -> list[str]:
        lines = self.view.render_lines(self.view.size.region)
        return [line.text.rstrip() for line in lines]


@asynccontextmanager
async def stage(rows: LazyRows | tuple[Row, ...]) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage()
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.show(rows)
        await pilot.pause()
        yield app, pilot


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, BLOCK])
async def test_a_short_list_is_drawn_like_a_tuple(count: int) -> None:
    many = Many(count)
    async with stage(many.rows) as (app, _), stage(tuple(map(row, range(count)))) as (other, _):
        for delta in (0, 1, 5, -2, 100, -100):
            app.view.move(delta)
            other.view.move(delta)
            assert app.drawn() == other.drawn()
            assert app.view.cursor == other.view.cursor
        app.view.move_to_end()
        other.view.move_to_end()
        assert app.drawn() == other.drawn()


async def test_of_a_million_rows_those_in_sight_are_made() -> None:
    many = Many(1_000_000)
    async with stage(many.rows) as (app, _):
        app.view.move_to_end()
        assert app.view.cursor == "k999999"
        assert "name that is longer" in app.drawn()[-1]
        app.view.move_page(-1)
        app.view.move(-1)
        app.view.show(many.rows, "k500000")
        assert app.view.cursor == "k500000"
        assert any("name 500000" in line for line in app.drawn())
    assert len(set(many.made)) < 8 * BLOCK


async def test_columns_widen_where_one_comes_to_and_stay_so() -> None:
    many = Many(10_000)
    async with stage(many.rows) as (app, _):
        narrow = app.drawn()[1].index("x")
        app.view.show(many.rows, "k999")
        wide = next(line for line in app.drawn() if "longer" in line).index("x")
        assert wide > narrow
        app.view.show(many.rows, "k3")
        assert app.drawn()[0].index("x") == wide
        app.view.show(Many(10_000, "others").rows, "k3")
        assert app.drawn()[0].index("x") == narrow


async def test_a_cursor_that_has_gone_stays_in_its_place() -> None:
    async with stage(Many(1_000).rows) as (app, _):
        app.view.show(Many(1_000).rows, "k700")
        app.view.show(Many(600, "fewer").rows, "k700")
        assert app.view.cursor == "k599"
        app.view.show(Many(0, "none").rows, "k700")
        assert app.view.cursor is None


def test_rows_and_keys_compare_by_what_they_are_of() -> None:
    one, same, other = Many(5).rows, Many(5).rows, Many(5, "other").rows
    drawn = LazyRows(5, row, one.find, one.of, "otherwise")
    assert one == same
    assert one not in (other, drawn, tuple(one))
    assert keys_of(one) == keys_of(same) == keys_of(drawn)
    assert keys_of(one) != keys_of(other)
    assert keys_of(one) != tuple(keys_of(one))


def test_keys_are_found_without_making_rows() -> None:
    many = Many(1_000)
    keys = keys_of(many.rows)
    assert (len(keys), keys.index("k7"), "k8" in keys, "k1000" in keys) == (1_000, 7, True, False)
    assert many.made == []
    assert keys[-1] == "k999"
    assert list(keys[2:4]) == ["k2", "k3"]
    with pytest.raises(ValueError, match="nobody"):
        keys.index("nobody")
    with pytest.raises(IndexError):
        _ = keys[1_000]


def test_made_rows_do_not_pile_up() -> None:
    many = Many(100_000)
    for place in range(0, 100_000, 50):
        _ = many.rows[place]
    assert len(vars(many.rows)["_made"]) <= 512


def test_a_long_list_is_measured_where_it_is_seen() -> None:
    many, extents = Many(100_000), Extents(2)
    extents.begin(many.rows, 2)
    extents.over(50_000, 40)
    assert min(many.made) >= 50_000 - BLOCK
    assert len(many.made) <= 2 * BLOCK
