"""A record that does not count yet says so, when it begins, and how to get there."""

from __future__ import annotations

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.tui.look import look
from scale_explorer.tui.state import Navigation, Place, View, ViewState


@pytest.mark.parametrize("view", [View.RECORD, View.WHY, View.TIMELINE])
@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-06-30", ("as of 30 Jun 2024", "1 Jan 2025, the first day", "Press ) to step to it")),
        ("2023-01-01", ("as of 1 Jan 2023", "1 Jan 2025", "Press ) 2 times", "type 2025-01-01")),
    ],
)
def test_it_says_when_it_begins_and_what_leads_there(
    view: View, day: str, words: tuple[str, ...]
) -> None:
    state = ViewState(Place(view, "google-plans-exit"), lens=Lens(day))
    with open_store("scale-ai") as store:
        sheet = look(store, Navigation(state)).sheet.answer
    assert sheet.title == "Google prepares to end its partnership with Scale AI"
    assert (sheet.rows, sheet.drawing) == ((), None)
    assert all(word in sheet.empty for word in words)


def test_what_begins_on_a_day_that_is_known_just_begins_then() -> None:
    state = ViewState(Place(View.RECORD, "google-spend-2024"), lens=Lens("2023-01-01"))
    with open_store("scale-ai") as store:
        assert "It begins on 1 Jan 2024." in look(store, Navigation(state)).sheet.answer.empty


MERGER = "saltlark-greywhelk-merger"


@pytest.mark.parametrize("view", [View.WHY, View.DRAWN])
def test_reasons_that_count_later_are_told_and_nobody_is_asked_to_write_them_again(
    view: View,
) -> None:
    state = ViewState(Place(view, MERGER), lens=Lens("2025-10-03"))
    with open_store("tutorial") as store:
        empty = look(store, Navigation(state)).sheet.answer.empty
        ahead = ViewState(Place(view, MERGER), lens=Lens("2025-10-12"))
        assert look(store, Navigation(ahead)).sheet.answer.rows
    assert "as of 3 Oct 2025; 2 do later, the first from 12 Oct 2025." in empty
    assert "Press )" in empty
    assert "= shows the set as it is" in empty
    assert "I to write" not in empty


@pytest.mark.parametrize("view", [View.WHY, View.DRAWN])
def test_reasons_that_rest_on_what_is_switched_off_are_not_to_be_written_again(view: View) -> None:
    off = Lens(without=frozenset({"google.customer_of.scale-ai"}))
    state = ViewState(Place(view, "google-wanted-better-ai"), lens=off)
    with open_store("scale-ai") as store:
        empty = look(store, Navigation(state)).sheet.answer.empty
    assert "rest on what is switched off" in empty
    assert "I to write" not in empty
