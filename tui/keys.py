"""All keys of the app in one table, without Textual, so that `keys` and the docs can read it.

A binding belongs to a scope: `app` holds everywhere, the others in the pane of that name, `panes`
in each of the four. Keys are Textual's names; two names with a space between are a sequence, and
`<letter>` in one stands for any letter or digit. None needs ctrl+a, b, h, i, j, m, s or q, alt, or
the kitty protocol, which terminals and multiplexers keep for themselves.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from scale_explorer.models.frozen import dataclass

from .key_names import LETTER, SIGNS

Needs: TypeAlias = Literal[
    "", "record", "claim", "quotes", "links", "filter", "marks",
    "past", "future", "before", "undo", "redo", "zoom", "edges", "changed", "matches", "tutorial",
    "tour", "findings", "cited", "uncited", "pinnable", "writable", "selecting", "lens",
    "page",
]  # fmt: skip
"""What there must be before a binding does anything: a chosen record or claim, a second quote, a
link on the screen, a filter in force, a mark; a view behind, ahead or before this one, a change to
undo or redo; a zoom, an edge between panes, a layout that is not the usual one; a record that two
open sets share; the set that the tour is told on, and a tour under way; something that the checks
found; a passage that is cited, and a sentence that no claim cites; a claim whose words are shown;
a set that may be written to; words that are selected; a day or relationships that one looks
without; a record's page. Empty: it always does something."""


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One thing to do, the keys that do it, and the method that does it (`action_…`).

    `hint` is the word in the footer or behind a waiting key, where one is wanted; `id` is what a
    keymap names; `needs` is the condition without which it does nothing. The method of one that
    `takes_letter` is given the letter that ends its keys.
    """

    id: str
    keys: tuple[str, ...]
    scope: str
    action: str
    description: str
    hint: str = ""
    needs: Needs = ""
    takes_letter: bool = False

    @property
    def name(self) -> str:
        """What it is called where its pane is understood: `next quote`."""
        return self.id.partition(".")[2].replace("-", " ")


_NEEDS: dict[str, Needs] = {
    "source.claim": "cited", "source.next-uncited": "uncited", "source.previous-uncited": "uncited",
    "source.next-match": "filter", "source.previous-match": "filter",
    "app.back": "past", "app.forward": "future", "app.last": "before",
    "app.why": "record", "app.path": "record", "app.edit-record": "record", "app.rename": "record",
    "app.delete": "record", "app.lead": "claim",
    "app.add-quote": "claim", "app.open-claim": "claim",
    "app.follow-labels": "links", "app.order": "page",
    "app.next-quote": "quotes", "app.previous-quote": "quotes", "app.go-to-mark": "marks",
    "app.unzoom": "zoom", "app.narrower": "edges", "app.wider": "edges",
    "app.shorter": "edges", "app.taller": "edges", "app.show-all": "changed",
    "app.matches": "matches", "app.tour": "tutorial", "app.tour-next": "tour",
    "app.findings": "findings", "app.pin": "pinnable", "app.undo": "undo", "app.redo": "redo",
    "app.plain": "lens", "app.switch": "record",
    "app.edit": "writable", "source.new-claim": "writable", "source.set-apart": "writable",
    "app.new-record": "writable",
}  # fmt: skip


def _b(id_: str, keys: str, action: str, description: str, hint: str = "") -> KeyBinding:
    """Write a row of the table: keys are parted by two spaces."""
    scope = id_.partition(".")[0]
    needs = "selecting" if scope == "select" else _NEEDS.get(id_, "")
    return KeyBinding(
        id_, tuple(keys.split("  ")), scope, action, description, hint, needs, LETTER in keys
    )


BINDINGS = (
    _b("panes.down", "down  j", "move(1)", "Next row"),
    _b("panes.up", "up  k", "move(-1)", "Previous row"),
    _b("panes.half-down", "ctrl+d", "half_page(1)", "Half a page down"),
    _b("panes.half-up", "ctrl+u", "half_page(-1)", "Half a page up"),
    _b("panes.page-down", "pagedown", "page(1)", "A page down"),
    _b("panes.page-up", "pageup", "page(-1)", "A page up"),
    _b("panes.top", "g g  home", "to_end(-1)", "First row", "top"),
    _b("panes.bottom", "G  end", "to_end(1)", "Last row"),
    _b("browse.open", "enter", "choose", "Open a record; open or close a kind", "open"),
    _b("browse.into", "l  right", "into", "Open a closed kind, else go into pane 2"),
    _b("browse.out", "h  left", "out", "Close the kind"),
    _b("browse.next-kind", "n", "heading(1)", "To the next kind"),
    _b("browse.previous-kind", "N", "heading(-1)", "To the kind, or the one before it"),
    _b("focus.follow", "enter", "choose", "Follow to the other end; open a group", "follow"),
    _b("focus.right", "l  right", "right", "Follow; in a picture, to the right, or open"),
    _b("focus.out", "h  left", "out", "To Browse; in a picture, to the left, or close"),
    _b("focus.next-heading", "n", "heading(1)", "To the first claim under the next heading"),
    _b("focus.previous-heading", "N", "heading(-1)", "To the heading before"),
    _b("evidence.source", "enter  l  right", "choose",
       "Read the words in their source; go to an input or the other side", "source"),
    _b("evidence.out", "h  left", "out", "To the claims"),
    _b("source.claim", "enter  l  right", "choose",
       "Go to the claim that cites the passage, or choose one of several"),
    _b("source.out", "h  left", "out", "To the evidence"),
    _b("source.next-match", "n", "match(1)", "Next match of the filter"),
    _b("source.previous-match", "N", "match(-1)", "Previous match of the filter"),
    _b("source.next-uncited", "c", "uncited(1)", "Next sentence that no claim cites", "uncited"),
    _b("source.previous-uncited", "C", "uncited(-1)", "Previous sentence that no claim cites"),
    _b("source.select", "v", "select", "Select words: by word, clause or sentence", "select"),
    _b("source.new-claim", "a", "claim", "Make a claim of the selected words, or of the sentence",
       "claim"),
    _b("source.set-apart", "A", "set_apart",
       "Mark the sentence as one that asserts nothing, with a reason"),
    _b("select.extend", "right  l", "extend(1)", "One end of the selection a word on"),
    _b("select.draw-in", "left  h", "extend(-1)", "One end of the selection a word back"),
    _b("select.letter-on", "full_stop", "extend_letters(1)", "One end a letter on"),
    _b("select.letter-back", "comma", "extend_letters(-1)", "One end a letter back"),
    _b("select.other-end", "o", "other_end", "Move the other end"),
    _b("select.next", "down  j", "walk(1)", "Next clause, or sentence when one is selected"),
    _b("select.previous", "up  k", "walk(-1)", "Clause or sentence before"),
    _b("select.grow", "v", "grow", "The larger whole: clause, sentence, paragraph", "larger"),
    _b("select.shrink", "V", "shrink", "The smaller whole: sentence, clause, word"),
    _b("select.claim", "a  enter", "claim", "Make a claim of the selected words", "claim"),
    _b("select.copy", "y", "copy_words", "Copy the selected words"),
    _b("select.end", "escape", "end_selecting", "Select nothing"),
    _b("panes.filter", "slash", "filter", "Filter this pane as you type", "filter"),
    _b("app.goto", "colon  ctrl+p", "goto",
       "Go to anything: a name, a quote, a command", "go to"),
    _b("app.back", "backspace  H  left_square_bracket  ctrl+o", "back",
       "Back to where you came from", "back"),
    _b("app.forward", "L  right_square_bracket", "forward", "Forward again"),
    _b("app.last", "minus", "last", "The view before this one, and back"),
    _b("app.why", "w", "why",
       "Why: causes and effects; again: drawn, listed", "why"),
    _b("app.open-claim", "o", "open_claim",
       "Open the claim itself as a record", "open claim"),
    _b("app.order", "O", "reorder",
       "Order the page: by name, newest, oldest, largest"),
    _b("app.follow-labels", "f", "follow_labels",
       "A letter on every link; type it to follow", "links"),
    _b("app.next-quote", "full_stop", "turn(1)", "Next quote of the claim", "quotes"),
    _b("app.previous-quote", "comma", "turn(-1)", "Previous quote of the claim"),
    _b("app.show-source", "s", "show_source", "To the source, or Evidence again", "source"),
    _b("app.scroll-next-down", "J", "scroll_next(1)", "Scroll the pane to the right down"),
    _b("app.scroll-next-up", "K", "scroll_next(-1)", "Scroll the pane to the right up"),
    _b("app.copy", "y", "copy", "Copy value, claim, quote, citation, JSON or link", "copy"),
    _b("app.pin", "b", "pin", "Pin the claim to the dossier, or take it out again", "pin"),
    _b("app.dossier", "B", "dossier",
       "The dossier: what you pinned, in order, to comment and export", "dossier"),
    _b("app.export", "e", "export", "Export this view as CSV, JSON or Markdown", "export"),
    _b("app.day-before", "left_parenthesis", "step_day(-1)",
       "As of the day before at which something changed"),
    _b("app.day-after", "right_parenthesis", "step_day(1)",
       "As of the next day at which something changes"),
    _b("app.as-of", "at", "as_of", "As of a date: type it, or choose a day", "as of"),
    _b("app.switch", "percent_sign", "switch",
       "Switch the relationship off, and on again: what follows?"),
    _b("app.what-if", "tilde", "what_if",
       "What is switched off, what follows, and the scenarios you keep"),
    _b("app.plain", "equals_sign", "plain",
       "Look plainly again: no date, nothing switched off"),
    _b("app.views", "V", "views", "Choose a view", "views"),
    _b("app.path", "p", "path", "Mark one end, then the other: how are they connected?", "path"),
    _b("app.go-story", "g s", "go('story')", "To the story", "story"),
    _b("app.go-companies", "g c", "go('companies')", "To the companies", "companies"),
    _b("app.go-people", "g p", "go('people')", "To the people", "people"),
    _b("app.go-deals", "g d", "go('deals')", "To the deals", "deals"),
    _b("app.go-figures", "g f", "go('figures')", "To the figures", "figures"),
    _b("app.go-statements", "g t", "go('statements')", "To the statements", "statements"),
    _b("app.go-reasons", "g r", "go('reasons')", "To the reasons", "reasons"),
    _b("app.set-mark", "m <letter>", "set_mark",
       "Mark this view with a letter", "mark it"),
    _b("app.go-to-mark", "apostrophe <letter>", "go_to_mark",
       "To the view that a letter marks", "to its view"),
    _b("app.pane-1", "1", "pane('browse')", "To Browse"),
    _b("app.pane-2", "2", "pane('focus')", "To the claims"),
    _b("app.pane-3", "3", "pane('evidence')", "To the evidence"),
    _b("app.pane-4", "4", "pane('source')", "To the source"),
    _b("app.next-pane", "tab", "next_pane(1)", "Next pane", "pane"),
    _b("app.previous-pane", "shift+tab", "next_pane(-1)", "Previous pane"),
    _b("app.zoom", "plus  z", "zoom(1)", "Zoom: half, then the whole screen, then back"),
    _b("app.unzoom", "underscore", "zoom(-1)", "Zoom one step back"),
    _b("app.narrower", "less_than_sign", "split(-1)", "Narrower: give columns to the other side"),
    _b("app.wider", "greater_than_sign", "split(1)", "Wider: take columns from the other side"),
    _b("app.shorter", "left_curly_bracket", "split_rows(-1)", "Shorter: give rows to the others"),
    _b("app.taller", "right_curly_bracket", "split_rows(1)", "Taller: take rows from the others"),
    _b("app.hide-pane", "x", "hide_pane", "Hide this pane; its number brings it back"),
    _b("app.show-all", "X", "show_all", "Show all panes again, in their usual sizes"),
    _b("app.edit-record", "i", "edit_record", "Change the record in a form", "change"),
    _b("app.add-quote", "Q", "add_quote", "Give the claim further words of its source"),
    _b("app.new-record", "I", "new_record", "Write a new record, without words of a source"),
    _b("app.rename", "R", "rename", "Rename the record, or merge it with another"),
    _b("app.delete", "D", "delete", "Delete the record, or one of its quotes"),
    _b("app.lead", "S", "lead", "Put the claim into the story, or take it out"),
    _b("app.undo", "u", "undo",
       "Undo the last change of the data, a filter, the zoom or the panes"),
    _b("app.redo", "ctrl+r", "redo", "Do again what was undone"),
    _b("app.matches", "M", "matches", "Records that two open sets share; take a match apart"),
    _b("app.findings", "exclamation_mark", "findings",
       "What the checks found, each with its record and line", "findings"),
    _b("app.edit", "E", "edit", "Edit it in your editor, at its line", "edit"),
    _b("app.theme", "t", "theme", "Choose a theme"),
    _b("app.help", "question_mark  f1", "help", "Keys of this pane", "keys"),
    _b("app.tour", "T", "tour", "Begin the tour, or leave it"),
    _b("app.tour-next", "ctrl+n", "tour_next", "Next step of the tour"),
    _b("app.peel", "escape", "peel", "Take away one layer: filter, zoom, pane; never quits"),
    _b("app.redraw", "ctrl+l", "redraw", "Draw the screen again"),
    _b("app.suspend", "ctrl+z", "app.suspend_process", "Back to the shell for a while; fg returns"),
    _b("app.cancel", "ctrl+c", "cancel", "Cancel what is being typed; says how to quit"),
    _b("app.quit", "q", "quit", "Quit; the next start opens here again", "quit"),
)  # fmt: skip
"""In the order in which help and docs list them."""


SCOPES = {
    "panes": "In every pane",
    "browse": "In 1 Browse",
    "focus": "In 2, the claims",
    "evidence": "In 3 Evidence",
    "source": "In 4 Source",
    "select": "While words are selected in 4 Source",
    "app": "Everywhere",
}
"""What each scope is called, in the order in which docs list them."""


_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "⏎", "backspace": "⌫",
    "escape": "Esc", "tab": "Tab", "space": "Space", "home": "Home", "end": "End",
    "pagedown": "PgDn", "pageup": "PgUp", "insert": "Ins", "delete": "Del",
    "ctrl": "Ctrl", "shift": "Shift",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
    **SIGNS,
}  # fmt: skip
_IN_ASCII = {
    **_SHOWN, "up": "Up", "down": "Down", "left": "Left", "right": "Right", "enter": "Enter",
    "backspace": "Bksp",
}  # fmt: skip


def shown(keys: str, *, in_ascii: bool = False) -> str:
    """Show a key or a sequence the way people write it: `⏎`, `/`, `Ctrl+d`, `g g`."""
    names = _IN_ASCII if in_ascii else _SHOWN
    return " ".join("+".join(names.get(p, p) for p in k.split("+")) for k in keys.split(" "))
