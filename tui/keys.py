"""All keys of the app in one table, without Textual, so that `keys` and the docs can read it.

A binding belongs to a scope: `app` holds everywhere, the others in the pane of that name, `panes`
in each of the four. Keys are Textual's names; two names with a space between are a sequence. None
needs ctrl+a, b, h, i, j, m, s or q, alt, or the kitty protocol, which terminals and multiplexers
keep for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One thing to do, the keys that do it, and the method that does it (`action_…`).

    `hint` is the word in the footer, where one is wanted; `id` is what a keymap names.
    """

    id: str
    keys: tuple[str, ...]
    scope: str
    action: str
    description: str
    hint: str = ""


def _b(id_: str, keys: str, action: str, description: str, hint: str = "") -> KeyBinding:
    """Write a row of the table: keys are parted by two spaces."""
    scope = id_.partition(".")[0]
    return KeyBinding(id_, tuple(keys.split("  ")), scope, action, description, hint)


BINDINGS = (
    _b("panes.down", "down  j", "move(1)", "Next row"),
    _b("panes.up", "up  k", "move(-1)", "Previous row"),
    _b("panes.half-down", "ctrl+d", "half_page(1)", "Half a page down"),
    _b("panes.half-up", "ctrl+u", "half_page(-1)", "Half a page up"),
    _b("panes.page-down", "pagedown", "page(1)", "A page down"),
    _b("panes.page-up", "pageup", "page(-1)", "A page up"),
    _b("panes.top", "g g  home", "to_end(-1)", "First row"),
    _b("panes.bottom", "G  end", "to_end(1)", "Last row"),
    _b("browse.open", "enter", "choose", "Open a record; open or close a kind", "open"),
    _b("browse.into", "l  right", "into", "Open a closed kind, else go into pane 2"),
    _b("browse.out", "h  left", "out", "Close the kind"),
    _b("focus.follow", "enter  l  right", "choose", "Follow to the other end", "follow"),
    _b("focus.out", "h  left", "out", "To Browse"),
    _b("evidence.source", "enter  l  right", "choose",
       "Read the words in their source; on an input, its figure", "source"),
    _b("evidence.out", "h  left", "out", "To the claims"),
    _b("source.claim", "enter  l  right", "choose",
       "Go to a claim that cites the passage", "claim"),
    _b("source.out", "h  left", "out", "To the evidence"),
    _b("source.next-match", "n", "match(1)", "Next match of the filter"),
    _b("source.previous-match", "N", "match(-1)", "Previous match of the filter"),
    _b("panes.filter", "slash", "filter", "Filter this pane as you type", "filter"),
    _b("app.back", "backspace  H  [  ctrl+o", "back", "Back to where you came from", "back"),
    _b("app.forward", "L  ]", "forward", "Forward again"),
    _b("app.last", "minus", "last", "The view before this one, and back"),
    _b("app.why", "w", "why", "Why: what led to it, what it leads to", "why"),
    _b("app.open-claim", "o", "open_claim", "Open the claim itself as a record", "open claim"),
    _b("app.next-quote", "full_stop", "turn(1)", "Next quote of the claim", "quotes"),
    _b("app.previous-quote", "comma", "turn(-1)", "Previous quote of the claim"),
    _b("app.show-source", "s", "show_source", "To the source, or Evidence again", "source"),
    _b("app.scroll-next-down", "J", "scroll_next(1)", "Scroll the pane to the right down"),
    _b("app.scroll-next-up", "K", "scroll_next(-1)", "Scroll the pane to the right up"),
    _b("app.copy", "y", "copy", "Copy value, claim, quote, citation, JSON or link", "copy"),
    _b("app.pane-1", "1", "pane('browse')", "To Browse"),
    _b("app.pane-2", "2", "pane('focus')", "To the claims"),
    _b("app.pane-3", "3", "pane('evidence')", "To the evidence"),
    _b("app.pane-4", "4", "pane('source')", "To the source"),
    _b("app.next-pane", "tab", "next_pane(1)", "Next pane", "pane"),
    _b("app.previous-pane", "shift+tab", "next_pane(-1)", "Previous pane"),
    _b("app.zoom", "plus  z", "zoom", "Give this pane the whole screen, or back"),
    _b("app.theme", "t", "app.next_theme", "Dark or light"),
    _b("app.help", "question_mark  f1", "help", "Keys of this pane", "keys"),
    _b("app.peel", "escape", "peel", "Take away one layer: filter, zoom, pane; never quits"),
    _b("app.redraw", "ctrl+l", "redraw", "Draw the screen again"),
    _b("app.suspend", "ctrl+z", "app.suspend_process", "Back to the shell for a while; fg returns"),
    _b("app.cancel", "ctrl+c", "cancel", "Cancel what is being typed; says how to quit"),
    _b("app.quit", "q", "quit_or_close", "Quit; closes a pop-up or the zoom first", "quit"),
)  # fmt: skip
"""In the order in which help and docs list them."""


SCOPES = {
    "panes": "In every pane",
    "browse": "In 1 Browse",
    "focus": "In 2, the claims",
    "evidence": "In 3 Evidence",
    "source": "In 4 Source",
    "app": "Everywhere",
}
"""What each scope is called, in the order in which docs list them."""


def bindings_of(scope: str) -> tuple[KeyBinding, ...]:
    """Return the bindings of a scope, and for a pane those of every pane too."""
    scopes = {scope} if scope == "app" else {scope, "panes"}
    return tuple(binding for binding in BINDINGS if binding.scope in scopes)


_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "⏎", "backspace": "⌫",
    "slash": "/", "full_stop": ".", "comma": ",", "minus": "-", "plus": "+",
    "question_mark": "?", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "f1": "F1",
}  # fmt: skip


def shown(key: str) -> str:
    """Show a key the way people write it: `⏎`, `/`, `Ctrl+D`, `g g`."""
    if key in _SHOWN:
        return _SHOWN[key]
    return key.replace("ctrl+", "Ctrl+") if key.startswith("ctrl+") else key
