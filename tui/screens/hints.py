"""The line at the bottom: at most eight keys, those that matter here and now."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from scale_explorer.models.text import clean

from ..key_names import SIGNS
from ..keymap import Keymap
from ..keys import BINDINGS
from ..state import Pane, View
from ..why_not import Circumstances, why_not
from ..widgets.cells import clip

MOST = 8
"""Hints in the line; more would be read by nobody."""

_GAP = "  "
_END = 20
"""Cells of the name of what is marked as one end of a path."""
_CHOOSE = {
    Pane.BROWSE: "browse.open",
    Pane.FOCUS: "focus.follow",
    Pane.EVIDENCE: "evidence.source",
    Pane.SOURCE: "source.claim",
}
_WORDS = {
    "browse.open": "open", "focus.follow": "follow", "evidence.source": "source",
    "source.claim": "claim", "source.next-match": "next match",
    "source.next-uncited": "uncited", "source.select": "select",
    "select.extend": "word", "select.next": "clause", "select.grow": "larger",
    "select.other-end": "other end", "select.claim": "claim", "select.copy": "copy",
    "select.end": "end", "app.back": "back",
    "app.why": "why", "panes.filter": "filter", "app.goto": "go to", "app.next-quote": "quotes",
    "app.show-source": "source", "app.copy": "copy", "app.views": "views", "app.help": "keys",
    "app.quit": "quit",
}  # fmt: skip
_IN_PANE = {
    Pane.BROWSE: ("app.back", "panes.filter", "app.goto", "app.why", "app.views"),
    Pane.FOCUS: (
        "app.back", "app.why", "panes.filter", "app.goto", "app.next-quote", "app.show-source",
        "app.copy",
    ),
    Pane.EVIDENCE: ("app.back", "app.copy", "app.why", "app.goto", "panes.filter"),
    Pane.SOURCE: (
        "source.next-match", "source.select", "source.next-uncited", "app.back", "app.copy",
        "panes.filter", "app.goto",
    ),
}  # fmt: skip
"""What one wants in a pane, first things first; what cannot be done now is left out."""

_OF_WHY = {View.WHY: "draw", View.DRAWN: "list"}
"""What the key for why does where the reasons are shown already."""

_SELECTING = (
    "select.claim", "select.next", "select.grow", "select.extend", "select.other-end",
    "select.copy", "select.end",
)  # fmt: skip

_BY_ID = {binding.id: binding for binding in BINDINGS}
_ALWAYS = ("app.help", "app.quit")
_SYNTAX = "is: status: >10m !not"
"""A reminder of the filter language, which Browse and the claims take."""

Hint = tuple[str, str]
"""A key, and a word for what it does."""


def hints(around: Circumstances, keymap: Keymap, width: int) -> Content:
    """List the keys that matter, as many as fit into `width` cells.

    How to get help and how to leave stand at the end wherever these keys are not letters to type.
    """
    ends = [] if around.typing else [hint for id_ in _ALWAYS if (hint := _hint(id_, keymap))[0]]
    told: list[Hint] = []
    for hint in _while_typing(around.pane, keymap) if around.typing else _here(around, keymap):
        if hint[0] and len(told) + len(ends) < MOST and _fits([*told, hint, *ends], width):
            told.append(hint)
    return _drawn([*told, *ends])


def _here(around: Circumstances, keymap: Keymap) -> Iterator[Hint]:
    if around.selecting:
        yield from (_hint(id_, keymap) for id_ in _SELECTING)
        return
    yield from _layers(around, keymap)
    if around.end:
        yield _key("app.path", keymap), f"path from {clip(clean(around.end), _END)}"
    yield _side_by_side(_key("panes.up", keymap), _key("panes.down", keymap)), "move"
    if not why_not(_BY_ID[_CHOOSE[around.pane]], around):
        yield _chosen(around, keymap)
    for id_ in _IN_PANE[around.pane]:
        if not why_not(_BY_ID[id_], around):
            key, word = _hint(id_, keymap)
            yield key, _OF_WHY.get(around.view, word) if id_ == "app.why" else word


def _chosen(around: Circumstances, keymap: Keymap) -> Hint:
    """Say what Enter does with the row under the cursor."""
    key, word = _hint(_CHOOSE[around.pane], keymap)
    if around.pane is Pane.EVIDENCE and around.leads_on:
        return key, "other side"
    return key, "open" if around.pane is Pane.FOCUS and not around.leads_on else word


def _layers(around: Circumstances, keymap: Keymap) -> Iterator[Hint]:
    """Say how to get rid of a filter, of the zoom, and of what is hidden."""
    key = _key("app.peel", keymap)
    if "filter" in around.there:
        yield key, "clear"
    elif "zoom" in around.there:
        yield key, "out"
    if around.hiding:
        yield _key("app.show-all", keymap), "all panes"


def _while_typing(pane: Pane, keymap: Keymap) -> Iterator[Hint]:
    for id_, word in ((_CHOOSE[pane], "keep"), ("app.peel", "clear"), ("app.help", "keys")):
        typing_none = (key for key in keymap.keys_of(id_) if not _types(key.split(" ")[0]))
        yield keymap.shown(next(typing_none, "")), word
    if pane in {Pane.BROWSE, Pane.FOCUS}:
        yield _SYNTAX, ""


def _hint(id_: str, keymap: Keymap) -> Hint:
    return _key(id_, keymap), _WORDS[id_]


def _key(id_: str, keymap: Keymap) -> str:
    """Show the first key of an action; nothing where it was disabled."""
    return next(iter(keymap.shown_keys(id_)), "")


def _side_by_side(*keys: str) -> str:
    """Set keys side by side, apart where they are words."""
    return (" " if any(len(key) > 1 for key in keys) else "").join(filter(None, keys))


def _types(key: str) -> bool:
    """Say whether a key is taken for text where one types."""
    return len(key) == 1 or key in SIGNS or key == "space"


def _fits(told: list[Hint], width: int) -> bool:
    return cell_len(_GAP.join(" ".join(hint).strip() for hint in told)) <= width


def _drawn(told: list[Hint]) -> Content:
    parts = (((key, "$foreground"), f" {word}" if word else "") for key, word in told)
    return Content(_GAP).join(Content.assemble(*part) for part in parts)
