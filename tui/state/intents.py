"""What a reader can ask for. Panes turn keys into intents, because they know their rows."""

from __future__ import annotations

from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.order import Order
from scale_explorer.models.frozen import dataclass

from .layout import Layout, Width
from .pane import Pane
from .place import Place


@dataclass(frozen=True, slots=True)
class Browse:
    """The Browse cursor came to a row: show what it stands for."""

    row: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """Open or close a kind in Browse."""

    row: str


@dataclass(frozen=True, slots=True)
class SelectClaim:
    """The Focus cursor came to a row."""

    row: str


@dataclass(frozen=True, slots=True)
class SelectQuote:
    """Turn to another quote of the claim."""

    evidence: str


@dataclass(frozen=True, slots=True)
class SelectPassage:
    """The Source cursor came to a passage."""

    row: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Go to a record's page."""

    record: str


@dataclass(frozen=True, slots=True)
class AskWhy:
    """Show a record's chain of reasons."""

    record: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Go to a place: the story, a list, a page or its why."""

    place: Place


@dataclass(frozen=True, slots=True)
class Enter:
    """Move the keyboard into the Focus pane, keeping what it shows."""


@dataclass(frozen=True, slots=True)
class FocusPane:
    """Move the keyboard to a pane."""

    pane: Pane


@dataclass(frozen=True, slots=True)
class FindRest:
    """Look for all that matches in a pane, where so far one stopped behind enough."""

    pane: Pane


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the claims of a page into another order; a pane goes to the first under its heading."""

    order: Order


@dataclass(frozen=True, slots=True)
class Unfold:
    """Open or close a group in the picture of the Focus pane."""

    key: str


@dataclass(frozen=True, slots=True)
class SetLens:
    """Look at the same as of another day, or with other relationships switched off."""

    lens: Lens


@dataclass(frozen=True, slots=True)
class SetFilter:
    """Narrow a pane to what matches."""

    pane: Pane
    text: str


@dataclass(frozen=True, slots=True)
class Arrange:
    """Lay the panes out in another way on screens of this width.

    While an edge is `dragged` its places are one change, as the letters of a filter are.
    """

    width: Width
    layout: Layout
    dragged: bool = False


@dataclass(frozen=True, slots=True)
class ShowSource:
    """Bring the Source to the front, or Evidence back."""


@dataclass(frozen=True, slots=True)
class Peel:
    """Take away the topmost layer: a filter, the zoom, the Source in front, the pane, the lens."""

    width: Width


@dataclass(frozen=True, slots=True)
class Back:
    """Return to where one came from."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Undo going back."""


@dataclass(frozen=True, slots=True)
class LastView:
    """Swap with the view before this one."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last change of the view back: a filter, an open kind, the layout."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Change the view again as before undoing."""


@dataclass(frozen=True, slots=True)
class SetMark:
    """Keep the view under a letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class MarkEnd:
    """Mark a record as one end of a path; the marked one again is marked no more.

    Where another is marked, show how the two are connected.
    """

    record: str


@dataclass(frozen=True, slots=True)
class GoToMark:
    """Go to the view that is kept under a letter."""

    letter: str


Travel = Back | Forward | LastView | GoToMark
"""Intents that return to a state."""

Arrival = Follow | AskWhy | Visit | Enter | SetLens
"""Intents that lead to a new state, which one can come back from."""

Intent = (
    Browse | Toggle | SelectClaim | SelectQuote | SelectPassage | FindRest | FocusPane | SetFilter
    | Unfold | Reorder | Arrange | ShowSource
    | Peel | Undo | Redo | SetMark | MarkEnd | Travel | Arrival
)  # fmt: skip
