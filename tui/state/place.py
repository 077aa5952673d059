"""Places that the Focus pane can show, and the Browse rows that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    """What the Focus pane shows."""

    STORY = "story"
    LIST = "list"
    RECORD = "record"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Place:
    """A view, and the kind (for a list) or id (for a record or its why) that it is of."""

    view: View
    of: str = ""

    @property
    def row(self) -> str:
        """The Browse row that stands for this place."""
        return {View.STORY: STORY_ROW, View.LIST: f"{KIND_ROW}{self.of}"}.get(self.view, self.of)


STORY = Place(View.STORY)
STORY_ROW = "story"
KIND_ROW = "kind:"
"""Row keys with a colon cannot clash with ids, which have none; `story` is no record's id."""


def place_of(row: str) -> Place:
    """Turn a Browse row into the place it stands for."""
    if row == STORY_ROW:
        return STORY
    if row.startswith(KIND_ROW):
        return Place(View.LIST, row.removeprefix(KIND_ROW))
    return Place(View.RECORD, row)
