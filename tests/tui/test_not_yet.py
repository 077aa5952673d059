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
