"""The pure heart of the app: what an intent makes of the state and its history."""

from __future__ import annotations

from typing import TypeVar

from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.models.frozen import replace

from .intents import (
    Arrange,
    Arrival,
    AskWhy,
    Back,
    Browse,
    Enter,
    FindRest,
    FocusPane,
    Follow,
    Forward,
    GoToMark,
    Intent,
    LastView,
    MarkEnd,
    Peel,
    Redo,
    Reorder,
    SelectClaim,
    SelectPassage,
    SelectQuote,
    SetFilter,
    SetLens,
    SetMark,
    ShowSource,
    Toggle,
    Travel,
    Undo,
    Unfold,
    Visit,
)
from .layout import Width, Zoom
from .navigation import HISTORY_LENGTH, Change, Changes, Navigation
from .pane import PANES, Pane, PaneView
from .place import KIND_ROW, Place, View, place_of
from .view import ViewState

KeptT = TypeVar("KeptT")


def update(navigation: Navigation, intent: Intent) -> Navigation:  # noqa: PLR0911 - a case each
    """Return what `intent` makes of the state and its history."""
    match intent:
        case Back() | Forward() | LastView() | GoToMark():
            return _travel(navigation, intent)
        case Follow() | AskWhy() | Visit() | Enter() | SetLens():
            return _go(navigation, _arrived(navigation.now, intent))
        case Undo() | Redo():
            return _rearranged(navigation, intent)
        case SetMark(letter):
            marks = dict(navigation.marks) | {letter: navigation.now}
            return replace(navigation, marks=tuple(sorted(marks.items(), key=_letter)))
        case MarkEnd(record):
            return _with_end(navigation, record)
        case Peel() if navigation.end is not None and _peels_pane(navigation.now, intent.width):
            return replace(navigation, end=None)
        case Peel() if navigation.now.lens != PLAIN_LENS and _is_bare(navigation.now, intent):
            return _go(navigation, replace(navigation.now, lens=PLAIN_LENS))
        case _:
            now = _changed(navigation.now, intent)
            return replace(navigation, now=now, changes=_noted(navigation, now, intent))


def _letter(mark: tuple[str, ViewState]) -> str:
    return mark[0]


def _with_end(navigation: Navigation, record: str) -> Navigation:
    """Mark one end of a path, or show the paths to it from the one that is marked."""
    first = navigation.end
    if first is None or first == record:
        return replace(navigation, end=None if first else record)
    there = _at(navigation.now, Place(View.PATH, f"{first} {record}"))
    return _go(replace(navigation, end=None), there)


def _travel(navigation: Navigation, intent: Travel) -> Navigation:
    now = navigation.now
    past, future = _other_than(now, navigation.past), _other_than(now, navigation.future)
    match intent:
        case Back() if past:
            there, past, future = past[-1], past[:-1], (*future, now)
        case Forward() if future:
            there, past, future = future[-1], (*past, now), future[:-1]
        case LastView() if past:
            there, past = past[-1], (*past[:-1], now)
        case GoToMark(letter) if marked := navigation.marked(letter):
            return _go(navigation, marked.laid_out_as(now))
        case _:
            return navigation
    return replace(navigation, now=there.laid_out_as(now), past=past, future=future)


def _other_than(now: ViewState, states: tuple[ViewState, ...]) -> tuple[ViewState, ...]:
    """Leave out the last states where they are no other than where one is."""
    while states and states[-1].laid_out_as(now) == now:
        states = states[:-1]
    return states


def _go(navigation: Navigation, there: ViewState) -> Navigation:
    """Arrive at a new state, remembering the one left; going nowhere leaves no trace."""
    if _whereabouts(there) == _whereabouts(navigation.now):
        return replace(navigation, now=there)
    return replace(navigation, now=there, past=_kept(navigation.past, navigation.now), future=())


def _whereabouts(state: ViewState) -> tuple[object, ...]:
    return state.place, state.pane, state.lens


def _kept(states: tuple[KeptT, ...], state: KeptT) -> tuple[KeptT, ...]:
    return (*states, state)[-HISTORY_LENGTH:]


def _noted(navigation: Navigation, now: ViewState, intent: Intent) -> Changes:
    """Note the state before a change of the view; the letters of one filter are one change."""
    before, changes = navigation.now, navigation.changes
    typing = _going_on(intent)
    if before.arrangement == now.arrangement or before.place != now.place:
        keeps_typing = isinstance(intent, SelectPassage) or typing is changes.typing
        return changes if keeps_typing else replace(changes, typing=None)
    past = changes.past
    if typing is not None and typing is changes.typing:
        before, past = past[-1].before, past[:-1]
    return Changes(_kept(past, Change(before, now)), (), typing)


def _going_on(intent: Intent) -> Pane | Width | None:
    """Return what makes the next intent of its kind a part of the same change."""
    match intent:
        case SetFilter(pane):
            return pane
        case Arrange(width, dragged=True):
            return width
        case _:
            return None


def _rearranged(navigation: Navigation, intent: Undo | Redo) -> Navigation:
    """Take the last change back, or make it again."""
    changes = navigation.changes
    match intent:
        case Undo() if changes.past:
            change = changes.past[-1]
            there, other = change.before, change.after
            changed = Changes(changes.past[:-1], (*changes.future, change))
        case Redo() if changes.future:
            change = changes.future[-1]
            there, other = change.after, change.before
            changed = Changes((*changes.past, change), changes.future[:-1])
        case _:
            return navigation
    return replace(_as_it_was(navigation, there, other), changes=changed)


def _as_it_was(navigation: Navigation, there: ViewState, other: ViewState) -> Navigation:
    """Give back what tells two states apart: the layout, open kinds, or a filter in its place."""
    now = navigation.now
    if there.layouts != other.layouts:
        return replace(navigation, now=replace(now, layouts=there.layouts))
    if there.open_kinds != other.open_kinds:
        return replace(navigation, now=replace(now, open_kinds=there.open_kinds))
    arrived = navigation if there.place == now.place else _go(navigation, there)
    return replace(arrived, now=there.laid_out_as(now))


def _arrived(state: ViewState, intent: Arrival) -> ViewState:
    match intent:
        case Follow(record):
            return _at(state, Place(View.RECORD, record))
        case AskWhy(record):
            return _at(state, Place(View.WHY, record))
        case Visit(place):
            return _at(state, place)
        case Enter():
            return replace(state, pane=Pane.FOCUS)
        case SetLens(lens):
            return replace(state, lens=lens)


def _at(state: ViewState, place: Place) -> ViewState:
    """Show another place in Focus, from its top, with nothing to its right chosen yet."""
    if place == state.place:
        return replace(state, pane=Pane.FOCUS)
    return replace(_shown(state, place), pane=Pane.FOCUS)


def _shown(state: ViewState, place: Place) -> ViewState:
    return replace(
        state, place=place, focus=PaneView(), evidence=PaneView(), source=PaneView(),
    )  # fmt: skip


def _changed(state: ViewState, intent: Intent) -> ViewState:  # noqa: C901, PLR0911, PLR0912 - a case each
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
        case FindRest(pane):
            return state.with_pane(pane, replace(state.of(pane), whole=True))
        case Reorder(order):
            top = replace(state.focus, order=order, cursor=None)
            return replace(state, focus=top, evidence=PaneView(), source=PaneView())
        case Unfold(key):
            unfolded = state.focus.unfolded ^ {key}
            return replace(state, focus=replace(state.focus, unfolded=unfolded))
        case SetFilter(pane, text):
            return state.filtered(pane, text)
        case FocusPane(pane):
            return replace(state, pane=pane, source_shown=_in_front(state, pane))
        case Arrange(width, layout, _):
            return replace(state, layouts=state.layouts.having(width, layout))
        case ShowSource():
            return _source_toggled(state)
        case Peel(width):
            return _peeled(state, width)
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


def _is_bare(state: ViewState, peel: Peel) -> bool:
    """Say whether there is no layer left but the lens."""
    return _peeled(state, peel.width) == state


def _peels_pane(state: ViewState, width: Width) -> bool:
    """Say whether no other layer is left to take away than the pane."""
    usual = state.layouts.at(width).zoom is Zoom.NORMAL
    return usual and not state.of(state.pane).filter and not state.source_shown


def _peeled(state: ViewState, width: Width) -> ViewState:
    """Take away one layer; at the root nothing is left to take."""
    if state.of(state.pane).filter:
        return state.filtered(state.pane, "")
    layout = state.layouts.at(width)
    if layout.zoom is not Zoom.NORMAL:
        unzoomed = replace(layout, zoom=Zoom.NORMAL)
        return replace(state, layouts=state.layouts.having(width, unzoomed))
    if state.source_shown:
        return _source_toggled(state)
    left = PANES[max(0, PANES.index(state.pane) - 1)]
    return replace(state, pane=left)
