"""Changes of the view are undone and done again; marks lead back to views."""

from __future__ import annotations

import pytest

from scale_explorer.tui.state import (
    STORY,
    Arrange,
    Back,
    Enter,
    FocusPane,
    Follow,
    GoToMark,
    Intent,
    Layout,
    Navigation,
    Pane,
    Redo,
    SelectClaim,
    SetFilter,
    SetMark,
    Toggle,
    Undo,
    ViewState,
    Width,
    Zoom,
    update,
)

from .navigating import after, zoom_to

CHANGES: list[Intent] = [
    SetFilter(Pane.FOCUS, "meta"),
    Toggle("kind:person"),
    zoom_to(Zoom.HALF),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_view_is_undone_and_done_again(change: Intent) -> None:
    before, changed = Navigation(), after(change)
    undone = update(changed, Undo())
    assert undone.now == before.now
    assert update(undone, Redo()).now == changed.now


def test_the_letters_of_a_filter_are_one_change() -> None:
    typed = [SetFilter(Pane.FOCUS, "meta"[:length]) for length in range(1, 5)]
    assert after(*typed, Undo()).now.focus.filter == ""


def test_the_places_of_an_edge_that_is_dragged_are_one_change() -> None:
    drags = [Arrange(Width.WIDE, Layout(browse=cells), dragged=True) for cells in (1, 2, 3)]
    navigation = after(zoom_to(Zoom.HALF), *drags, Undo())
    assert navigation.now.layouts.wide.zoom is Zoom.HALF


def test_a_filter_typed_later_is_another_change() -> None:
    first, second = SetFilter(Pane.FOCUS, "me"), SetFilter(Pane.FOCUS, "meta")
    navigation = after(first, FocusPane(Pane.FOCUS), second, Undo())
    assert navigation.now.focus.filter == "me"


def test_moving_about_is_no_change_to_undo() -> None:
    navigation = after(SelectClaim("a"), Follow("meta"), FocusPane(Pane.BROWSE))
    assert update(navigation, Undo()) == navigation


def test_undoing_a_layout_stays_where_one_is() -> None:
    navigation = after(zoom_to(Zoom.HALF), Follow("meta"), Undo())
    assert navigation.now.place.of == "meta"
    assert navigation.now.layouts == ViewState().layouts


def test_going_back_passes_over_what_is_no_other_view() -> None:
    navigation = after(Follow("meta"), FocusPane(Pane.BROWSE), Enter(), FocusPane(Pane.BROWSE))
    assert update(navigation, Back()).now.place == STORY


def test_undoing_a_change_made_elsewhere_goes_there_and_back_leads_back() -> None:
    navigation = after(Follow("meta"), SetFilter(Pane.FOCUS, "x"), Follow("google"), Undo())
    assert (navigation.now.place.of, navigation.now.focus.filter) == ("meta", "")
    assert update(navigation, Back()).now.place.of == "google"


def test_another_change_forgets_what_was_undone() -> None:
    navigation = after(zoom_to(Zoom.HALF), Undo(), Toggle("kind:person"))
    assert update(navigation, Redo()) == navigation


# Marks.


def test_a_mark_leads_back_to_the_view_with_its_cursor() -> None:
    navigation = after(Follow("meta"), SelectClaim("b"), SetMark("m"), Follow("google"))
    back = update(navigation, GoToMark("m"))
    assert (back.now.place.of, back.now.focus.cursor) == ("meta", "b")
    assert update(back, Back()).now.place.of == "google"


def test_a_mark_set_again_moves_and_an_unknown_one_leads_nowhere() -> None:
    navigation = after(SetMark("m"), Follow("meta"), SetMark("m"))
    assert [(letter, view.place.of) for letter, view in navigation.marks] == [("m", "meta")]
    assert update(navigation, GoToMark("x")) == navigation
