"""The command that puts a letter on every link on the screen, to follow it without the arrows."""

from __future__ import annotations

from collections.abc import Mapping

from textual.events import Key

from ...panes.pane import LinkedPane
from ...state import PANES, FocusPane, Pane
from ...why_not import REASONS
from ...widgets.labels import labels, typed
from .commander import Commander

_TOLD = "Type the label of a link; Esc leaves."
_AT = "@"
"""Stands between a pane and a key, where labels of several panes are told apart."""


class Labelling(Commander):
    """While labels are shown the keyboard is theirs; a key that fits none takes them away."""

    labelled: Mapping[str, str] = {}
    _letters = ""

    def action_follow_labels(self) -> None:
        """Put a letter on every link on the screen."""
        self.settled()  # labels belong on what one sees when the cursor has rested
        links = [
            f"{pane.value}{_AT}{key}"
            for pane in PANES
            if self.widget_of(pane).display
            for key in self.widget_of(pane).links()
        ]
        self._letters = ""
        self._show_labels(dict(zip(links, labels(len(links)), strict=True)))
        self.say(_TOLD if links else REASONS["links"])

    def take_for_label(self, event: Key) -> bool:
        """Take a key as a letter of a label; say whether labels were shown."""
        if not self.labelled:
            return False
        event.stop()
        event.prevent_default()
        self._letters += event.character or "\0"
        meant = typed(self.labelled, self._letters)
        self._show_labels({} if meant.chosen else meant.possible)
        if meant.chosen is not None:
            self._follow(meant.chosen)
        elif not meant.possible and event.key != "escape":
            self.say("No link has that label.")
        return True

    def drop_labels(self) -> None:
        """Take the labels away, as what they stood on has moved."""
        if self.labelled:
            self._show_labels({})
            self.quiet()

    def _follow(self, link: str) -> None:
        name, _, key = link.partition(_AT)
        pane = self.widget_of(Pane(name))
        self.navigate(FocusPane(pane.PANE))
        pane.moved_to(key)
        self.settled()
        pane.choose(key)

    def _show_labels(self, given: Mapping[str, str]) -> None:
        self.labelled = given
        for pane in PANES:
            widget = self.widget_of(pane)
            widget.view.show_labels(_of(widget, given))


def _of(pane: LinkedPane, given: Mapping[str, str]) -> dict[str, str]:
    """Return the labels of one pane, by its own keys."""
    before = f"{pane.PANE.value}{_AT}"
    return {
        link.removeprefix(before): label for link, label in given.items() if link.startswith(before)
    }
