"""Lines of several nets: branches join, crossings do not."""

from __future__ import annotations

from scale_explorer.tui.pictures.grid import Grid, Point
from scale_explorer.tui.pictures.lines import Lines


def drawn(*lines: tuple[str, bool, tuple[tuple[int, int], ...]]) -> str:
    grid = Grid()
    held = Lines(grid)
    for net, dashed, points in lines:
        held.draw([Point(*point) for point in points], net, dashed=dashed)
    held.finish()
    return grid.picture().text


DOWN = ((0, 2), (2, 2))
ACROSS = ((1, 0), (1, 4))


def test_a_crossing_parts_the_level_line() -> None:
    assert drawn(("a", False, DOWN), ("b", False, ACROSS)) == "  │\n──│──\n  │"


def test_a_dashed_line_that_crosses_stays_dashed() -> None:
    assert drawn(("a", True, DOWN), ("b", False, ACROSS)) == "  ┊\n──┊──\n  ┊"
    assert drawn(("a", False, DOWN), ("b", True, ACROSS)) == "  │\n┄┄│┄┄\n  │"


def test_a_branch_joins() -> None:
    assert drawn(("a", False, DOWN), ("a", False, ((1, 2), (1, 4)))) == "  │\n  ├──\n  │"


def test_what_runs_along_is_drawn_once_and_solid_where_any_is() -> None:
    longer = ("a", True, ((0, 0), (0, 2), (4, 2), (4, 4)))
    assert drawn(longer, ("a", False, ((0, 0), (0, 2), (2, 2), (2, 4)))) == (
        "──╮\n  │\n  ├──\n  ┊\n  ╰┄┄"
    )
