from __future__ import annotations

from collections.abc import Callable

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.goto.offer import Offer, Surroundings
from scale_explorer.tui.goto.offers import offers
from scale_explorer.tui.keymap import DEFAULT

NOWHERE = "There is nothing to go forward to."

AROUND = Surroundings(
    DEFAULT.at("source"),  # the pane with the most commands
    why_not={"app.forward": NOWHERE},
    recent=("meta", "google-spend-2024"),
    themes=("dark", "light"),
)

Ask = Callable[[str], tuple[Offer, ...]]


@pytest.fixture
def ask(story: SQLiteStore) -> Ask:
    """Return what the box offers for a text on the bundled story."""
    return lambda text: offers(story, text, AROUND)
