"""What one looks at, as a value: `ViewState`, the intents that change it, and the pure `update`.

No Textual. History, undo, marks, deep links, sessions and tests are all the same thing: a
`ViewState`. Panes resolve keys to intents; only `update` makes states.
"""

from .intents import (
    Arrange,
    AskWhy,
    Back,
    Browse,
    Enter,
    FocusPane,
    Follow,
    Forward,
    GoToMark,
    Intent,
    LastView,
    LoadMore,
    Peel,
    Redo,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    SetLens,
    SetMark,
    ShowSource,
    Toggle,
    Undo,
    Unfold,
    Visit,
)
from .layout import Layout, Layouts, Width, Zoom
from .navigation import HISTORY_LENGTH, Change, Changes, Navigation
from .pane import PANES, Pane, PaneView
from .place import KIND_ROW, PICTURES, SET_WIDE, STORY, STORY_ROW, Place, View, place_of
from .update import update
from .view import ViewState

__all__ = [
    "HISTORY_LENGTH",
    "KIND_ROW",
    "PANES",
    "PICTURES",
    "SET_WIDE",
    "STORY",
    "STORY_ROW",
    "Arrange",
    "AskWhy",
    "Back",
    "Browse",
    "Change",
    "Changes",
    "Enter",
    "FocusPane",
    "Follow",
    "Forward",
    "GoToMark",
    "Intent",
    "LastView",
    "Layout",
    "Layouts",
    "LoadMore",
    "Navigation",
    "Pane",
    "PaneView",
    "Peel",
    "Place",
    "Redo",
    "SelectClaim",
    "SelectPassage",
    "SelectQuote",
    "SetFilter",
    "SetLens",
    "SetMark",
    "ShowSource",
    "Toggle",
    "Undo",
    "Unfold",
    "View",
    "ViewState",
    "Visit",
    "Width",
    "Zoom",
    "place_of",
    "update",
]
