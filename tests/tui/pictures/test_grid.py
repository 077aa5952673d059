"""A grid to draw into: what meets is joined, what is wide stays whole, and keys stay with cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.pictures.grid import Grid, Pen, Point
from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.lines import Span
from scale_explorer.tui.widgets.picture import Area, Way, areas
from scale_explorer.tui.widgets.rows import Tone

DASHED = Pen(dashed=True)
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["汐凪ロボット", "رياح المرجان", "e\u0301", "👩\u200d👩\u200d👧", "\u0301"]
)


def _drawn(grid: Grid) -> str:
    return grid.picture().text


def test_box_with_a_line_that_leaves_it_and_an_arrow_that_reaches_another() -> None:
    grid = Grid()
    grid.box(Area(0, 0, 3, 8))
    grid.write(Point(1, 2), "Meta")
    grid.box(Area(2, 14, 5, 20))
    grid.arrow((Point(1, 7), Point(1, 10), Point(3, 10), Point(3, 13)))
    assert _drawn(grid) == (
        "╭──────╮\n"
        "│ Meta ├──╮\n"
        "╰──────╯  │   ╭────╮\n"
        "          ╰──►│    │\n"
        "              ╰────╯"
    )  # fmt: skip


def test_lines_that_meet_share_their_cells() -> None:
    grid = Grid()
    grid.line((Point(0, 2), Point(4, 2)))
    for row in (1, 3):
        grid.line((Point(row, 0), Point(row, 2)))
    grid.line((Point(2, 0), Point(2, 4)))
    assert _drawn(grid) == "  │\n──┤\n──┼──\n──┤\n  │"


def test_dashed_lines_stay_apart_from_solid_ones_also_in_ascii() -> None:
    grid = Grid()
    grid.line((Point(0, 0), Point(0, 3), Point(3, 3)), DASHED)
    grid.line((Point(4, 0), Point(4, 3), Point(7, 3)))
    assert _drawn(grid) == "┄┄┄╮\n   ┊\n   ┊\n   ┊\n───╮\n   │\n   │\n   │"
    plain = [to_ascii(line) for line in _drawn(grid).split("\n")]
    assert plain == [":::+", "   .", "   .", "   .", "---+", "   |", "   |", "   |"]


def test_solid_line_over_a_dashed_one_is_seen() -> None:
    grid = Grid()
    grid.line((Point(0, 0), Point(0, 5)), DASHED)
    grid.line((Point(0, 2), Point(0, 3)))
    assert _drawn(grid) == "┄┄──┄┄"


@pytest.mark.parametrize(
    ("way", "sign"), [(Way.UP, "▲"), (Way.RIGHT, "►"), (Way.DOWN, "▼"), (Way.LEFT, "◄")]
)
def test_arrow_heads_point_where_lines_go(way: Way, sign: str) -> None:
    ends = {Way.UP: (0, 2), Way.RIGHT: (2, 4), Way.DOWN: (4, 2), Way.LEFT: (2, 0)}
    grid = Grid()
    grid.arrow((Point(2, 2), Point(*ends[way])))
    assert sign in _drawn(grid)
    assert to_ascii(sign) in "^>v<"


def test_whole_box_belongs_to_its_key_and_its_text_keeps_its_tone() -> None:
    grid = Grid()
    grid.box(Area(1, 2, 4, 12), Pen(Tone.DIM, "meta"))
    grid.write(Point(2, 4), "Meta", Pen(Tone.STRONG, "meta"))
    picture = grid.picture()
    assert areas(picture) == {"meta": Area(1, 2, 4, 12)}
    assert Span("Meta", Tone.STRONG, "meta") in picture.lines[2]


def test_text_lies_over_lines_and_is_cut_to_its_room() -> None:
    grid = Grid()
    grid.line((Point(0, 0), Point(0, 12)))
    assert grid.write(Point(0, 2), "competes with", most=8) == 8
    assert _drawn(grid) == "──compete…───"


def test_half_of_a_wide_character_that_is_written_over_becomes_a_blank() -> None:
    grid = Grid()
    grid.write(Point(0, 0), "汐凪")
    grid.write(Point(0, 1), "x")
    grid.write(Point(0, 2), "y")
    assert _drawn(grid) == " xy"


def test_what_has_nothing_to_stand_on_is_seen_all_the_same() -> None:
    grid = Grid()
    assert grid.write(Point(0, 0), "\u0301") == 1
    assert grid.write(Point(0, 2), "e\u0301") == 1
    assert _drawn(grid) == "\ufffd e\u0301"


def test_is_free_only_where_nothing_stands() -> None:
    grid = Grid()
    grid.write(Point(1, 3), "汐")
    assert not grid.is_free(Area(1, 4, 2, 5))
    assert grid.is_free(Area(0, 0, 1, 9))
    assert grid.is_free(Area(1, 5, 2, 9))


@given(texts=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), TEXTS), max_size=6))
def test_every_cell_is_told_once_whatever_is_written(texts: list[tuple[int, int, str]]) -> None:
    grid = Grid()
    end: dict[int, int] = {}
    for row, cell, text in texts:
        written = grid.write(Point(row, cell), text)
        end[row] = max(end.get(row, 0), cell + written if written else 0)
    for row, line in enumerate(grid.picture().lines):
        assert cell_len("".join(span.text for span in line)) == end.get(row, 0)


@given(
    points=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=8),
    dashed=st.booleans(),
)
def test_every_cell_of_a_line_is_drawn_and_no_other(
    points: list[tuple[int, int]], *, dashed: bool
) -> None:
    corners = [Point(*points[0])]
    for row, cell in points[1:]:
        corners += [Point(corners[-1].row, cell), Point(row, cell)]
    grid = Grid()
    grid.line(corners, Pen(dashed=dashed))
    drawn = {
        (row, cell)
        for row, line in enumerate(_drawn(grid).split("\n"))
        for cell, sign in enumerate(line)
        if sign != " "
    }
    assert drawn == _cells_between(corners)


def _cells_between(corners: list[Point]) -> set[tuple[int, int]]:
    cells: set[tuple[int, int]] = set()
    for here, there in pairwise(corners):
        if here != there:
            rows = range(min(here.row, there.row), max(here.row, there.row) + 1)
            across = range(min(here.cell, there.cell), max(here.cell, there.cell) + 1)
            cells |= {(row, cell) for row in rows for cell in across}
    return cells
