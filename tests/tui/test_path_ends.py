"""Marking the ends of a path, as states: no app, no store."""

from __future__ import annotations

from scale_explorer.tui.state import (
    Back,
    Follow,
    MarkEnd,
    Navigation,
    Pane,
    Peel,
    Place,
    SetFilter,
    View,
    Width,
)
from scale_explorer.tui.state.layout import Zoom

from .navigating import after, zoom_to

GOOGLE, META = MarkEnd("google"), MarkEnd("meta")
PEEL = Peel(Width.WIDE)


def test_the_first_end_is_marked_and_nothing_else_happens() -> None:
    assert after(GOOGLE) == Navigation(end="google")


def test_the_second_end_shows_the_paths_and_takes_the_mark_away() -> None:
    there = after(Follow("google"), GOOGLE, Follow("meta"), META)
    assert (there.now.place, there.now.pane) == (Place(View.PATH, "google meta"), Pane.FOCUS)
    assert there.end is None
    assert after(Back(), start=there).now.place == Place(View.RECORD, "meta")


def test_the_same_record_again_is_forgotten() -> None:
    assert after(GOOGLE, GOOGLE) == Navigation()


def test_the_mark_stays_while_one_moves_around() -> None:
    assert after(GOOGLE, Follow("meta"), Back(), Follow("xai")).end == "google"


def test_esc_forgets_it_before_it_leaves_the_pane() -> None:
    marked = after(GOOGLE, PEEL)
    assert (marked.end, marked.now.pane) == (None, Pane.FOCUS)
    assert after(PEEL, start=marked).now.pane is Pane.BROWSE


def test_esc_first_takes_a_filter_and_the_zoom_away() -> None:
    marked = after(GOOGLE, SetFilter(Pane.FOCUS, "x"), zoom_to(Zoom.FULL))
    assert [after(*[PEEL] * times, start=marked).end for times in (1, 2, 3)] == [
        "google", "google", None,
    ]  # fmt: skip
