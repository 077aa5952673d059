"""`path google meta` in the go-to box."""

from __future__ import annotations

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.goto.connections import connections
from scale_explorer.tui.goto.offer import Surroundings
from scale_explorer.tui.goto.offers import offers
from scale_explorer.tui.goto.preview import preview
from scale_explorer.tui.goto.targets import GoPlace
from scale_explorer.tui.state import Place, View


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        ("google meta", "google meta"),
        ("goog to scale ai", "google scale-ai"),
        ("scale ai and alexandr", "scale-ai alexandr-wang"),
        ("google meta-buys-stake", "google meta-buys-stake"),
    ],
)
def test_two_names_are_a_path(story: SQLiteStore, typed: str, of: str) -> None:
    best, *_ = connections(story, "path ", typed, ())
    assert best.target == GoPlace(Place(View.PATH, of))
    assert best.completion == f"path {of}"


def test_of_one_name_it_is_told_that_another_is_wanted(story: SQLiteStore) -> None:
    best, *_ = connections(story, "path ", "goo", ())
    assert (best.target, best.completion) == (None, "path google ")


@pytest.mark.parametrize("typed", ["", "google", "google and", "qqq zzz"])
def test_what_is_no_pair_leads_nowhere(story: SQLiteStore, typed: str) -> None:
    assert not [each for each in connections(story, "path ", typed, ()) if each.target]


def test_the_box_offers_and_previews_it_without_searching(
    story: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(SQLiteStore, "paths")
    best, *_ = offers(story, "path google meta", Surroundings())
    assert best.label == "Google – Meta"
    assert preview(story, best)
