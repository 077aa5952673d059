from __future__ import annotations

from dataclasses import replace

import pytest

from scale_explorer.tui.state import (
    Arrange,
    AskWhy,
    Back,
    Browse,
    FocusPane,
    Follow,
    Forward,
    Intent,
    Navigation,
    Pane,
    Peel,
    Place,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    ShowSource,
    Undo,
    View,
    Visit,
    Width,
    Zoom,
    update,
)
from scale_explorer.tui.state.layout import USUAL
from scale_explorer.tui.tour import STEPS, TourState, advance, begin, skip

DEAL, WIND = "shionagi-buys-yard", "riyah"
HALF = Arrange(Width.WIDE, replace(USUAL, zoom=Zoom.HALF))
BACK = Arrange(Width.WIDE, USUAL)
TYPED = (
    FocusPane(Pane.BROWSE),
    SetFilter(Pane.BROWSE, "is"),
    Browse("yard-would-move"),
    SetFilter(Pane.BROWSE, "is:disputed"),
)
Doing = Intent | str
"""What a reader does: an intent, or the id of a binding that opens a pop-up."""


def at_step(title: str, *before: Intent) -> tuple[TourState, Navigation]:
    navigation = Navigation()
    for intent in before:
        navigation = update(navigation, intent)
    place = next(place for place, step in enumerate(STEPS) if step.title == title)
    return TourState(place, navigation), navigation


def done(tour: TourState, navigation: Navigation, *doing: Doing) -> bool:
    """Say whether the last of these, and none before it, ends the step."""
    start = tour.step
    for each in doing:
        assert tour.step == start
        ran = each if isinstance(each, str) else None
        navigation = navigation if isinstance(each, str) else update(navigation, each)
        tour = advance(tour, navigation, ran)
    return tour.step == start + 1


@pytest.mark.parametrize(
    ("title", "before", "doing"),
    [
        ("Move", (), (SelectClaim("2"),)),
        ("Follow", (), (SelectClaim("6"), Follow(DEAL))),
        ("Go back", (Follow(DEAL),), (SelectClaim("3"), Back())),
        ("Turn the quotes", (), (SelectClaim("7"), SelectQuote("second"))),
        ("Read the source", (), (FocusPane(Pane.SOURCE), SelectPassage("90"))),
        ("Ask why", (), (SelectClaim("2"), AskWhy(DEAL))),
        ("Ask why", (AskWhy(DEAL),), (AskWhy("shipwrights-fear"),)),
        ("Filter", (AskWhy(DEAL),), (*TYPED, Peel(Width.WIDE))),
        ("Filter", (), (SetFilter(Pane.FOCUS, "yard"), Undo())),
        ("Go to anything", (), ("app.goto", Visit(Place(View.RECORD, WIND)))),
        ("Make room", (), (HALF, BACK)),
        ("Take it with you", (), (SelectClaim("2"), "app.copy")),
        ("Take it with you", (), ("app.why", "app.help")),
    ],
)
def test_a_step_ends_when_its_deed_is_done(
    title: str, before: tuple[Intent, ...], doing: tuple[Doing, ...]
) -> None:
    assert done(*at_step(title, *before), *doing)


@pytest.mark.parametrize(
    ("title", "before", "doing"),
    [
        ("Move", (), (FocusPane(Pane.BROWSE),)),
        ("Follow", (), (FocusPane(Pane.BROWSE), Browse("riyah"))),
        ("Follow", (Follow(DEAL),), (Back(),)),
        ("Go back", (Follow(DEAL), Back()), (Forward(),)),
        ("Turn the quotes", (SelectQuote("second"),), (SelectClaim("7"),)),
        ("Follow", (), (Follow("statement"),)),
        ("Read the source", (), (ShowSource(), FocusPane(Pane.SOURCE))),
        ("Make room", (), (HALF,)),
        ("Ask why", (AskWhy(DEAL),), (SelectClaim("2"),)),
        ("Filter", (), TYPED),
        ("Filter", (), (HALF,)),
        ("Filter", (*TYPED, Peel(Width.WIDE)), (HALF,)),
        ("Go to anything", (), (FocusPane(Pane.BROWSE), Browse("riyah"))),
        ("Take it with you", (), ("app.zoom",)),
    ],
)
def test_a_step_waits_while_its_deed_is_not_done(
    title: str, before: tuple[Intent, ...], doing: tuple[Doing, ...]
) -> None:
    assert not done(*at_step(title, *before), *doing)


def test_going_back_counts_even_where_there_is_nothing_to_go_back_to() -> None:
    assert done(*at_step("Go back"), "app.back")


def test_the_next_step_is_judged_by_what_comes_after_it_began() -> None:
    there = update(Navigation(), SelectClaim("2"))
    tour = advance(begin(Navigation()), there)
    assert tour == TourState(1, there)
    assert advance(tour, there) == tour


def test_every_step_can_be_skipped_and_the_tour_ends() -> None:
    tour = begin(Navigation())
    for step in STEPS:
        assert tour.current is step
        tour = skip(tour, Navigation())
    assert tour.current is None
    assert skip(tour, Navigation()) == tour
    assert advance(tour, update(Navigation(), Follow(DEAL)), "app.help") == tour
