"""Where one goes and what is shown there; what it takes back is in test_undo_and_marks."""

from __future__ import annotations

import pytest

from scale_explorer.tui.state import (
    PANES,
    STORY,
    AskWhy,
    Back,
    Browse,
    Enter,
    FindRest,
    FocusPane,
    Follow,
    Forward,
    Intent,
    LastView,
    Navigation,
    Pane,
    PaneView,
    Peel,
    Place,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    ShowSource,
    Toggle,
    View,
    Visit,
    Width,
    Zoom,
    place_of,
    update,
)

from .navigating import META, after, state_after, zoom_to


def test_it_opens_on_the_story_ready_to_read_it() -> None:
    state = Navigation().now
    assert (state.place, state.pane) == (STORY, Pane.FOCUS)
    assert state.browse.cursor == STORY.row


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("story", STORY),
        ("kind:person", Place(View.LIST, "person")),
        ("scale-ai", Place(View.RECORD, "scale-ai")),
        ("google.customer_of.scale-ai", Place(View.RECORD, "google.customer_of.scale-ai")),
    ],
)
def test_every_browse_row_stands_for_a_place_and_back(row: str, place: Place) -> None:
    assert place_of(row) == place
    assert place.row == row


def test_browsing_shows_the_row_and_leaves_no_history() -> None:
    navigation = after(Browse("meta"), Browse("google"))
    assert navigation.now.place == Place(View.RECORD, "google")
    assert navigation.now.browse.cursor == "google"
    assert navigation.past == ()


def test_browsing_resets_what_stands_to_the_right() -> None:
    state = state_after(Browse("meta"), SelectClaim("c1"), SelectQuote("q2"), Browse("google"))
    assert (state.focus, state.evidence, state.source) == (PaneView(), PaneView(), PaneView())


def test_browsing_to_the_same_place_keeps_the_claim() -> None:
    state = state_after(Browse("meta"), SelectClaim("c1"), Browse("meta"))
    assert state.focus.cursor == "c1"


def test_choosing_a_claim_turns_to_its_first_quote_and_moves_nothing_to_its_left() -> None:
    before = state_after(Browse("meta"), SelectQuote("q2"))
    state = update(Navigation(before), SelectClaim("c2")).now
    assert state.evidence.cursor is None
    assert (state.browse, state.place, state.pane) == (before.browse, before.place, before.pane)


def test_turning_quotes_lets_the_source_follow() -> None:
    state = state_after(SelectPassage("120"), SelectQuote("q2"))
    assert (state.evidence.cursor, state.source.cursor) == ("q2", None)


def test_following_goes_to_the_record_and_remembers_the_way() -> None:
    navigation = after(
        FocusPane(Pane.BROWSE), Browse("google"), Enter(), SelectClaim("c1"), Follow("meta")
    )
    assert navigation.now.place == META
    assert navigation.now.pane is Pane.FOCUS
    assert [view.pane for view in navigation.past] == [Pane.BROWSE, Pane.FOCUS]


def test_following_does_not_move_the_browse_cursor() -> None:
    assert state_after(Browse("google"), Follow("meta")).browse.cursor == "google"


def test_back_restores_cursor_and_filter() -> None:
    navigation = after(
        Browse("google"), SetFilter(Pane.FOCUS, "spend"), SelectClaim("c9"), Follow("meta"), Back()
    )
    assert navigation.now.place.of == "google"
    assert navigation.now.focus == PaneView(cursor="c9", filter="spend")


def test_forward_undoes_back_and_a_new_way_forgets_the_old_one() -> None:
    there = after(Browse("google"), Follow("meta"))
    assert after(Back(), Forward(), start=there) == there
    assert after(Back(), Follow("openai"), start=there).future == ()


@pytest.mark.parametrize("intent", [Back(), Forward(), LastView()])
def test_travelling_nowhere_changes_nothing(intent: Intent) -> None:
    assert update(Navigation(), intent) == Navigation()


def test_last_view_swaps_there_and_back() -> None:
    there = after(Browse("google"), Follow("meta"))
    once = update(there, LastView())
    assert once.now.place.of == "google"
    assert update(once, LastView()).now == there.now


def test_asking_why_is_a_place_of_its_own() -> None:
    navigation = after(Browse("google"), AskWhy("google"))
    assert navigation.now.place == Place(View.WHY, "google")
    assert after(Back(), start=navigation).now.place == Place(View.RECORD, "google")


def test_following_to_where_one_is_leaves_no_trace() -> None:
    navigation = after(Follow("meta"))
    assert after(Follow("meta"), start=navigation).past == navigation.past


def test_history_is_bounded() -> None:
    navigation = after(*(Follow(f"r{number}") for number in range(500)))
    assert len(navigation.past) == 200


def test_a_kind_opens_and_closes() -> None:
    opened = state_after(Toggle("kind:person"))
    assert "person" in opened.open_kinds
    assert "person" not in update(Navigation(opened), Toggle("kind:person")).now.open_kinds


def test_of_a_new_filter_one_looks_for_the_first_matches_only() -> None:
    state = state_after(FindRest(Pane.BROWSE))
    assert (state.browse.whole, state.focus.whole) == (True, False)
    assert not update(Navigation(state), SetFilter(Pane.BROWSE, "x")).now.browse.whole


def test_source_comes_to_the_front_and_gives_way() -> None:
    shown = state_after(ShowSource())
    assert shown.source_shown
    assert not update(Navigation(shown), ShowSource()).now.source_shown


def test_source_comes_to_the_front_with_the_keyboard_and_leaves_it_to_evidence() -> None:
    inside = state_after(FocusPane(Pane.SOURCE))
    assert inside.source_shown
    gone = update(Navigation(inside), ShowSource()).now
    assert (gone.pane, gone.source_shown) == (Pane.EVIDENCE, False)


@pytest.mark.parametrize("pane", [Pane.BROWSE, Pane.FOCUS, Pane.EVIDENCE])
def test_source_that_came_with_the_keyboard_goes_with_it(pane: Pane) -> None:
    assert not state_after(FocusPane(Pane.SOURCE), FocusPane(pane)).source_shown


def test_source_that_was_asked_for_stays_until_evidence_is() -> None:
    state = state_after(ShowSource(), FocusPane(Pane.BROWSE))
    assert state.source_shown
    assert not update(Navigation(state), FocusPane(Pane.EVIDENCE)).now.source_shown


def test_esc_peels_filter_then_zoom_then_source_then_panes_and_stops() -> None:
    navigation = after(ShowSource(), zoom_to(Zoom.FULL), SetFilter(Pane.FOCUS, "meta"))
    seen: list[tuple[bool, bool, bool, Pane]] = []
    for _ in range(5):
        navigation = update(navigation, Peel(Width.WIDE))
        now = navigation.now
        zoomed = now.layouts.wide.zoom is Zoom.FULL
        seen.append((bool(now.focus.filter), zoomed, now.source_shown, now.pane))
    assert seen == [
        (False, True, True, Pane.FOCUS),
        (False, False, True, Pane.FOCUS),
        (False, False, False, Pane.FOCUS),
        (False, False, False, Pane.BROWSE),
        (False, False, False, Pane.BROWSE),
    ]


@pytest.mark.parametrize("pane", PANES)
def test_any_pane_can_take_the_keyboard_and_a_filter(pane: Pane) -> None:
    state = state_after(FocusPane(pane), SetFilter(pane, "x"))
    assert (state.pane, state.of(pane).filter) == (pane, "x")


def test_a_place_can_be_visited_and_left_again() -> None:
    figures = Place(View.LIST, "figure")
    there = after(Visit(figures))
    assert there.now.place == figures
    assert update(there, Back()).now.place == STORY


def test_going_back_keeps_the_layout_of_the_screen() -> None:
    navigation = after(Follow("meta"), zoom_to(Zoom.HALF), Back())
    assert navigation.now.place == STORY
    assert navigation.now.layouts.wide.zoom is Zoom.HALF


def test_a_layout_is_of_one_width() -> None:
    layouts = state_after(zoom_to(Zoom.FULL)).layouts
    assert layouts.at(Width.of(120)).zoom is Zoom.FULL
    assert layouts.at(Width.of(119)).zoom is Zoom.NORMAL
    assert layouts.at(Width.of(79)).zoom is Zoom.NORMAL
