"""The ten steps. They are told on the data set `tutorial`, and what they quote stands there."""

from __future__ import annotations

from ..state import Navigation, Pane, View, ViewState
from .step import Moment, Step

TUTORIAL = "tutorial"
"""The data set that the tour is told on, by its id."""


def _moved(moment: Moment) -> bool:
    return moment.now.now.focus.cursor != moment.began.now.focus.cursor


def _followed(moment: Moment) -> bool:
    return moment.now.now.place.of == "shionagi-buys-yard"


def _arrived(moment: Moment) -> bool:
    """Say whether the reader went to another place, and did not only browse past it."""
    began, now = moment.began, moment.now
    is_new = now.past != began.past and len(now.past) >= len(began.past)
    return is_new and now.now.place != began.now.place


def _returned(moment: Moment) -> bool:
    return moment.ran == "app.back" or len(moment.now.future) > len(moment.began.future)


def _turned(moment: Moment) -> bool:
    quote = moment.now.now.evidence.cursor
    return quote is not None and quote != moment.began.now.evidence.cursor


def _read_on(moment: Moment) -> bool:
    """Say whether the reader went from one passage of the source to another."""
    began, now = moment.began.now, moment.now.now
    passage = now.source.cursor
    return now.pane is Pane.SOURCE and passage not in {None, began.source.cursor}


def _asked_why(moment: Moment) -> bool:
    place = moment.now.now.place
    return place.view is View.WHY and place != moment.began.now.place


def _is_filtered(view: ViewState) -> bool:
    return any(view.of(pane).filter for pane in Pane)


def _filtered(moment: Moment) -> bool:
    """Say whether a filter was set and is gone again: only then has all of it been typed."""
    if _is_filtered(moment.now.now):
        return False
    return any(map(_is_filtered, _changed_since(moment.began, moment.now)))


def _changed_since(began: Navigation, now: Navigation) -> tuple[ViewState, ...]:
    undone = now.changes.future[len(began.changes.future) :]
    done = now.changes.past[len(began.changes.past) :]
    return tuple(view for change in (*done, *undone) for view in (change.before, change.after))


def _arranged(moment: Moment) -> bool:
    """Say whether the layout was changed and is again as it was."""
    began, now = moment.began.now.layouts, moment.now.now.layouts
    changed = _changed_since(moment.began, moment.now)
    return now == began and any(view.layouts != began for view in changed)


def _helped(moment: Moment) -> bool:
    return moment.ran in {"app.help", "app.copy"}


STEPS = (
    Step(
        "Move",
        "These lines tell a story; each follows from one above it. Go down with {panes.down}: pane "
        "3, Evidence, turns to the words that carry each line.",
        _moved,
    ),
    Step(
        "Follow",
        "Every line leads on. Go down to “Shionagi buys 60 % of Kelpwright” and follow it with "
        "{focus.follow}.",
        _followed,
    ),
    Step(
        "Go back",
        "The page of a deal: who, when, how much. The edge below it tells the way you came. "
        "{app.back} goes back to the line that you left.",
        _returned,
    ),
    Step(
        "Turn the quotes",
        "A claim may rest on several texts, and they may disagree. Go to “The yard will move "
        "overseas, a paper says” and turn its quotes with {app.next-quote}: one speaks against it.",
        _turned,
    ),
    Step(
        "Read the source",
        "{app.pane-4} goes to the source, where the quote stands in its text. There {panes.down} "
        "goes to the next quoted passage; {app.pane-2} would come back here.",
        _read_on,
    ),
    Step(
        "Ask why",
        "{app.why} asks why, from any pane: what led to the chosen line, step by step, and what "
        "follows. Each link has words of its own. A dashed arrow is inferred: no text says it.",
        _asked_why,
    ),
    Step(
        "Filter",
        "{app.pane-1} goes to Browse, which lists all there is. Press {panes.filter} and type "
        "is:disputed: what the texts do not agree on is left. {app.peel} shows all again.",
        _filtered,
    ),
    Step(
        "Go to anything",
        "{app.goto} finds anything: names, quotes, sources, commands. Type riyah, and go to the "
        "wind company: its own name is Arabic, and whatever else it is called finds it too.",
        _arrived,
    ),
    Step(
        "Make room",
        "{app.zoom} gives this pane half the screen, then all of it, then its old place: press it "
        "three times. {app.narrower} and {app.wider} move the border between the panes.",
        _arranged,
    ),
    Step(
        "Take it with you",
        "{app.copy} copies what you found: a value, a quote with its source, a link. {app.help} "
        "lists all keys, and does what you choose there. Press one of the two.",
        _helped,
    ),
)
"""In order; `done` of a step is asked after everything that the reader does."""

AFTERWARDS = (
    "That is all. {app.quit} quits. Without --data, scale-explorer opens a real story: Meta buys "
    "into Scale AI. How to write your own stands in docs/data-format.md."
)
"""What is said when the last step is done."""
