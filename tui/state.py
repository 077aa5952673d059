"""What one looks at, as a value: `ViewState`, the intents that change it, and the pure `update`.

Ids only, never rows or widgets; no Textual. History, deep links and tests are all the same thing:
a `ViewState`. Panes resolve keys to intents, because they know their rows; only `update` makes
states.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from scale_explorer.models.kinds import Kind


class Pane(StrEnum):
    """The four linked panes, in reading order: thing, claim, words, text."""

    BROWSE = "browse"
    FOCUS = "focus"
    EVIDENCE = "evidence"
    SOURCE = "source"


PANES = tuple(Pane)


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


@dataclass(frozen=True, slots=True)
class PaneView:
    """Where one is in a pane.

    `cursor` is the key of the row under it (None is the first row); `pages` of rows are loaded.
    """

    cursor: str | None = None
    filter: str = ""
    pages: int = 1


@dataclass(frozen=True, slots=True)
class ViewState:
    """All of what one looks at; going back restores it whole."""

    place: Place = STORY
    pane: Pane = Pane.FOCUS
    browse: PaneView = PaneView(cursor=STORY_ROW)
    focus: PaneView = PaneView()
    evidence: PaneView = PaneView()
    source: PaneView = PaneView()
    open_kinds: frozenset[str] = frozenset({Kind.COMPANY.value})
    zoomed: bool = False
    source_shown: bool = False

    def of(self, pane: Pane) -> PaneView:
        """Return one pane's cursor and filter."""
        view: PaneView = getattr(self, pane.value)
        return view

    def with_pane(self, pane: Pane, view: PaneView) -> ViewState:
        """Return this state with another view of one pane."""
        match pane:
            case Pane.BROWSE:
                return replace(self, browse=view)
            case Pane.FOCUS:
                return replace(self, focus=view)
            case Pane.EVIDENCE:
                return replace(self, evidence=view)
            case Pane.SOURCE:
                return replace(self, source=view)

    def with_cursor(self, pane: Pane, cursor: str | None) -> ViewState:
        """Return this state with a pane's cursor on another row."""
        return self.with_pane(pane, replace(self.of(pane), cursor=cursor))

    def filtered(self, pane: Pane, text: str) -> ViewState:
        """Return this state with a pane narrowed to what matches, from its first page."""
        return self.with_pane(pane, replace(self.of(pane), filter=text, pages=1))


@dataclass(frozen=True, slots=True)
class Navigation:
    """The state now, those one came from (newest last) and those one went back from (next last)."""

    now: ViewState = field(default_factory=ViewState)
    past: tuple[ViewState, ...] = ()
    future: tuple[ViewState, ...] = ()


HISTORY_LENGTH = 200


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
class Enter:
    """Move the keyboard into the Focus pane, keeping what it shows."""


@dataclass(frozen=True, slots=True)
class FocusPane:
    """Move the keyboard to a pane."""

    pane: Pane


@dataclass(frozen=True, slots=True)
class LoadMore:
    """Load the next page of a pane's rows."""

    pane: Pane


@dataclass(frozen=True, slots=True)
class SetFilter:
    """Narrow a pane to what matches."""

    pane: Pane
    text: str


@dataclass(frozen=True, slots=True)
class Zoom:
    """Give the pane the whole screen, or take it back."""


@dataclass(frozen=True, slots=True)
class ShowSource:
    """Bring the Source to the front, or Evidence back."""


@dataclass(frozen=True, slots=True)
class Peel:
    """Take away the topmost layer: a filter, the zoom, the Source in front, then the pane."""


@dataclass(frozen=True, slots=True)
class Back:
    """Return to where one came from."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Undo going back."""


@dataclass(frozen=True, slots=True)
class LastView:
    """Swap with the view before this one."""


Intent = (
    Browse | Toggle | SelectClaim | SelectQuote | SelectPassage | LoadMore | Follow | AskWhy | Enter
    | FocusPane | SetFilter | Zoom | ShowSource | Peel | Back | Forward | LastView
)  # fmt: skip


def update(navigation: Navigation, intent: Intent) -> Navigation:
    """Return what `intent` makes of the state and its history."""
    match intent:
        case Back() | Forward() | LastView():
            return _travel(navigation, intent)
        case Follow() | AskWhy() | Enter():
            return _go(navigation, _arrived(navigation.now, intent))
        case _:
            return replace(navigation, now=_changed(navigation.now, intent))


def _travel(navigation: Navigation, intent: Back | Forward | LastView) -> Navigation:
    past, now, future = navigation.past, navigation.now, navigation.future
    match intent:
        case Back() if past:
            return Navigation(past[-1], past[:-1], (*future, now))
        case Forward() if future:
            return Navigation(future[-1], (*past, now), future[:-1])
        case LastView() if past:
            return Navigation(past[-1], (*past[:-1], now), future)
        case _:
            return navigation


def _go(navigation: Navigation, there: ViewState) -> Navigation:
    """Arrive at a new state, remembering the one left; going nowhere leaves no trace."""
    if there.place == navigation.now.place and there.pane == navigation.now.pane:
        return replace(navigation, now=there)
    past = (*navigation.past, navigation.now)[-HISTORY_LENGTH:]
    return Navigation(there, past)


def _arrived(state: ViewState, intent: Follow | AskWhy | Enter) -> ViewState:
    match intent:
        case Follow(record):
            return _at(state, Place(View.RECORD, record))
        case AskWhy(record):
            return _at(state, Place(View.WHY, record))
        case Enter():
            return replace(state, pane=Pane.FOCUS)


def _at(state: ViewState, place: Place) -> ViewState:
    """Show another place in Focus, from its top, with nothing to its right chosen yet."""
    if place == state.place:
        return replace(state, pane=Pane.FOCUS)
    return replace(_shown(state, place), pane=Pane.FOCUS)


def _shown(state: ViewState, place: Place) -> ViewState:
    return replace(
        state, place=place, focus=PaneView(), evidence=PaneView(), source=PaneView(),
    )  # fmt: skip


def _changed(state: ViewState, intent: Intent) -> ViewState:  # noqa: C901, PLR0911 - a case each
    match intent:
        case Browse(row):
            return _browsed(state, row)
        case Toggle(row):
            return replace(state, open_kinds=state.open_kinds ^ {row.removeprefix(KIND_ROW)})
        case SelectClaim(row):
            chosen = state.with_cursor(Pane.FOCUS, row)
            return replace(chosen, evidence=PaneView(), source=PaneView())
        case SelectQuote(evidence):
            turned = state.with_cursor(Pane.EVIDENCE, evidence)
            return turned.with_cursor(Pane.SOURCE, None)
        case SelectPassage(row):
            return state.with_cursor(Pane.SOURCE, row)
        case LoadMore(pane):
            return state.with_pane(pane, replace(state.of(pane), pages=state.of(pane).pages + 1))
        case SetFilter(pane, text):
            return state.filtered(pane, text)
        case FocusPane(pane):
            return replace(state, pane=pane, source_shown=_in_front(state, pane))
        case Zoom():
            return replace(state, zoomed=not state.zoomed)
        case ShowSource():
            return _source_toggled(state)
        case Peel():
            return _peeled(state)
        case _:
            return state


def _browsed(state: ViewState, row: str) -> ViewState:
    moved = state.with_cursor(Pane.BROWSE, row)
    place = place_of(row)
    return moved if place == state.place else _shown(moved, place)


def _in_front(state: ViewState, pane: Pane) -> bool:
    """Say whether Source stands in front once `pane` has the keyboard."""
    if pane is Pane.SOURCE:
        return True
    came_with_the_keyboard = state.pane is Pane.SOURCE
    return state.source_shown and not came_with_the_keyboard and pane is not Pane.EVIDENCE


def _source_toggled(state: ViewState) -> ViewState:
    if state.pane is Pane.SOURCE or state.source_shown:
        pane = Pane.EVIDENCE if state.pane is Pane.SOURCE else state.pane
        return replace(state, pane=pane, source_shown=False)
    return replace(state, source_shown=True)


def _peeled(state: ViewState) -> ViewState:
    """Take away one layer; at the root nothing is left to take."""
    if state.of(state.pane).filter:
        return state.filtered(state.pane, "")
    if state.zoomed:
        return replace(state, zoomed=False)
    if state.source_shown:
        return _source_toggled(state)
    left = PANES[max(0, PANES.index(state.pane) - 1)]
    return replace(state, pane=left)
