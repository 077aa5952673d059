"""Which panes a screen shows, and how large they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.tui.arrangement import (
    Arrangement,
    Drag,
    arrangement,
    dragged,
    fitted,
    heightened,
    takes_turns,
    widened,
)
from scale_explorer.tui.state import (
    PANES,
    PICTURES,
    Layout,
    Layouts,
    Pane,
    Place,
    View,
    ViewState,
    Width,
    Zoom,
)

BROWSE, FOCUS, EVIDENCE, SOURCE = PANES
SIZES = [(120, 40), (80, 24), (60, 20), (200, 60), (119, 20), (120, 12), (40, 12)]


def laid_out(layout: Layout, pane: Pane = FOCUS) -> ViewState:
    return ViewState(pane=pane, layouts=Layouts(layout, layout, layout))


def test_a_wide_screen_shows_all_four() -> None:
    made = arrangement(ViewState(), 120, 40)
    assert made == Arrangement(frozenset(PANES), browse=32, claims=22, evidence=44)


@pytest.mark.parametrize(("source_shown", "hidden"), [(False, SOURCE), (True, EVIDENCE)])
def test_a_medium_screen_shows_one_of_the_words(*, source_shown: bool, hidden: Pane) -> None:
    view = ViewState(source_shown=source_shown)
    assert arrangement(view, 80, 24).shown == frozenset(PANES) - {hidden}
    assert takes_turns(view, 80, 24)
    assert not takes_turns(view, 120, 40)


@pytest.mark.parametrize("size", [(60, 20), (79, 60), (120, 12)])
@pytest.mark.parametrize("pane", PANES)
def test_a_narrow_or_low_screen_shows_the_pane_with_the_keyboard(
    pane: Pane, size: tuple[int, int]
) -> None:
    assert arrangement(ViewState(pane=pane), *size).shown == {pane}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("zoom", Zoom)
@pytest.mark.parametrize("hidden", [(), (BROWSE,), (FOCUS, SOURCE), (BROWSE, EVIDENCE, SOURCE)])
def test_the_pane_with_the_keyboard_is_always_shown_and_everything_fits(
    hidden: tuple[Pane, ...], zoom: Zoom, pane: Pane, size: tuple[int, int]
) -> None:
    layout = Layout(zoom, browse=500, claims=-500, evidence=500, hidden=frozenset(hidden))
    made = arrangement(laid_out(layout, pane), *size)
    assert pane in made.shown
    width, height = size
    for cells in (made.browse, made.evidence):
        assert cells is None or 0 < cells < (height if made.stacked else width)
    assert made.claims is None or 0 < made.claims < height - 2


@pytest.mark.parametrize("pane", PANES)
def test_half_shares_the_screen_with_one_other(pane: Pane) -> None:
    wide, narrow = (arrangement(laid_out(Layout(Zoom.HALF), pane), *size) for size in SIZES[:3:2])
    assert len(wide.shown) == len(narrow.shown) == 2
    assert not wide.stacked
    assert narrow.stacked


def test_full_shows_one() -> None:
    assert arrangement(laid_out(Layout(Zoom.FULL)), 120, 40).shown == {FOCUS}


def test_a_hidden_pane_gives_its_room_to_the_others() -> None:
    made = arrangement(laid_out(Layout(hidden=frozenset({BROWSE, SOURCE}))), 120, 40)
    assert made == Arrangement(frozenset({FOCUS, EVIDENCE}), claims=22)
    made = arrangement(laid_out(Layout(hidden=frozenset({EVIDENCE}))), 80, 24)
    assert made.shown == {BROWSE, FOCUS, SOURCE}


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_pane_with_the_keyboard_becomes_larger(pane: Pane, size: tuple[int, int]) -> None:
    width = Width.of(size[0])
    cells = _cells(arrangement(laid_out(Layout(), pane), *size), pane, size)
    wider = laid_out(widened(Layout(), pane, 2, width), pane)
    taller = laid_out(heightened(Layout(), pane, 2), pane)
    assert _cells(arrangement(wider, *size), pane, size)[0] == cells[0] + 2
    assert _cells(arrangement(taller, *size), pane, size)[1] == cells[1] + 2 * (pane is not BROWSE)


def _cells(made: Arrangement, pane: Pane, size: tuple[int, int]) -> tuple[int, int]:
    """Return the columns and lines of a pane."""
    browse, claims, evidence = made.browse or 0, made.claims or 0, made.evidence or 0
    width, body = size[0], size[1] - 2
    return {
        BROWSE: (browse, body),
        FOCUS: (width - browse, claims),
        EVIDENCE: (evidence or width - browse, body - claims),
        SOURCE: (width - browse - evidence, body - claims),
    }[pane]


def test_an_edge_stops_where_the_screen_does_and_comes_back_at_once() -> None:
    view = laid_out(Layout())
    far = fitted(Layout(browse=500, claims=500, evidence=500), view, 120, 40)
    made = arrangement(laid_out(far), 120, 40)
    assert made == arrangement(laid_out(Layout(browse=500, claims=500, evidence=500)), 120, 40)
    back = arrangement(laid_out(widened(far, BROWSE, -2, Width.WIDE)), 120, 40)
    assert (back.browse or 0) == (made.browse or 0) - 2


def test_a_narrow_screen_leaves_the_sizes_alone() -> None:
    layout = Layout(browse=500)
    assert fitted(layout, laid_out(layout), 60, 20) == layout


@pytest.mark.parametrize(
    ("layout", "size"),
    [
        (Layout(hidden=frozenset({BROWSE})), (100, 30)),
        (Layout(), (120, 15)),
        (Layout(Zoom.HALF), (120, 40)),
    ],
)
def test_an_edge_that_is_not_seen_does_not_move(layout: Layout, size: tuple[int, int]) -> None:
    view = laid_out(layout)
    moved = widened(layout, FOCUS, 2, Width.of(size[0]))
    assert fitted(moved, view, *size) == layout
    assert dragged(view, Drag(BROWSE, "right", 40), *size) == layout


def test_the_mouse_moves_the_edge_that_it_holds() -> None:
    view = laid_out(Layout())
    for drag, cells in (
        (Drag(BROWSE, "right", 40), (40, 22, 40)),
        (Drag(FOCUS, "bottom", 20), (32, 19, 44)),
        (Drag(SOURCE, "left", 80), (32, 22, 48)),
    ):
        made = arrangement(laid_out(dragged(view, drag, 120, 40)), 120, 40)
        assert (made.browse, made.claims, made.evidence) == cells


@pytest.mark.parametrize("drawn", sorted(PICTURES))
def test_a_picture_has_more_room_than_rows(drawn: View) -> None:
    view = ViewState(place=Place(drawn, "elm"))
    for width, height in ((80, 24), (120, 40)):
        picture, rows = arrangement(view, width, height), arrangement(ViewState(), width, height)
        assert (picture.claims or 0) > (rows.claims or 0)
    assert BROWSE not in arrangement(view, 80, 24).shown
    assert BROWSE in arrangement(view, 120, 40).shown
    assert BROWSE in arrangement(replace(view, pane=BROWSE), 80, 24).shown
