"""The state now, and the states one can return to."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, field

from .layout import Width
from .pane import Pane
from .view import ViewState

HISTORY_LENGTH = 200
"""States kept to go back to, and view changes kept to undo."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the view: the states before and after it, which differ in one thing."""

    before: ViewState
    after: ViewState


@dataclass(frozen=True, slots=True)
class Changes:
    """View changes that can be undone (newest last), and those that were (next last).

    `typing` is the pane whose filter the last change typed, or the width whose edges it dragged:
    the next letter, or place, is the same change.
    """

    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()
    typing: Pane | Width | None = None


@dataclass(frozen=True, slots=True)
class Navigation:
    """Where one is, where one came from (newest last) and went back from (next last); and marks.

    `end` is the record that was marked as one end of a path, until the other one is.
    """

    now: ViewState = field(default_factory=ViewState)
    past: tuple[ViewState, ...] = ()
    future: tuple[ViewState, ...] = ()
    changes: Changes = Changes()
    marks: tuple[tuple[str, ViewState], ...] = ()
    end: str | None = None

    def marked(self, letter: str) -> ViewState | None:
        """Return the view under a mark."""
        return dict(self.marks).get(letter)
