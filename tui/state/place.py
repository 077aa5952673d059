"""Places that the Focus pane can show, and the Browse rows that stand for them."""

from __future__ import annotations

from enum import StrEnum

from scale_explorer.models.frozen import dataclass


class View(StrEnum):
    """What the Focus pane shows."""

    STORY = "story"
    LIST = "list"
    RECORD = "record"
    WHY = "why"
    DRAWN = "drawn"
    EXPOSURE = "exposure"
    NETWORK = "network"
    PATH = "path"
    TIMELINE = "timeline"
    CHART = "chart"


PICTURES = frozenset(
    {View.DRAWN, View.EXPOSURE, View.NETWORK, View.PATH, View.TIMELINE, View.CHART}
)
"""Views that are drawn; `tui/pictures/` has a module of the same name for each."""

SET_WIDE = frozenset({View.STORY, View.TIMELINE})
"""Views that can be of the whole set: then nothing stands behind their name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A view, and what it is of: the kind of a list, else a record's id; of a path two ids."""

    view: View
    of: str = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that it is about: none of the story or of a list."""
        return () if self.view in {View.STORY, View.LIST} else tuple(self.of.split())

    @property
    def record(self) -> str | None:
        """The id of the one record that it is about."""
        return self.records[0] if len(self.records) == 1 else None

    @property
    def row(self) -> str:
        """The Browse row that stands for this place."""
        if self.view is View.LIST:
            return f"{KIND_ROW}{self.of}"
        return self.records[0] if self.records else STORY_ROW


STORY = Place(View.STORY)
STORY_ROW = "story"
KIND_ROW = "kind:"
"""Row keys with a colon cannot clash with ids, which have none; `story` is no record's id."""
REST_ROW = "rest:"
"""What the key of a kind's second heading begins with, under which all but the best stands."""


def place_of(row: str) -> Place:
    """Turn a Browse row into the place it stands for."""
    if row == STORY_ROW:
        return STORY
    for prefix in (KIND_ROW, REST_ROW):
        if row.startswith(prefix):
            return Place(View.LIST, row.removeprefix(prefix))
    return Place(View.RECORD, row)
