"""The lines above and below the panes: keys that matter, and what is told until the next key."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from scale_explorer.models.text import clean

from ...newest import STILL_LOOKING
from ...why_not import Circumstances
from ..hints import hints
from .key_reading import KeyReading


class Words(Static, inherit_css=False):
    """A line above or below the panes, without the rules for scrollbars and links of Textual."""


class Telling(KeyReading):
    """Writes into the bottom line; unchanged lines are not sent again."""

    _said = ""
    _hinted: Content | None = None
    _hinted_for: tuple[Circumstances, int] | None = None

    def hint(self) -> None:
        """List the keys that matter now."""
        self._said = ""
        around, width = self.around, self.size.width
        if (around, width) == self._hinted_for:
            return
        self._hinted_for = around, width
        line = hints(around, self.keymap, width - 2)
        if line != self._hinted:
            self._hinted = line
            self.write_line("#hints", line)

    def hint_unless_told(self) -> None:
        """List the keys that matter now, unless something else stands there."""
        if not self._said:
            self.hint()

    def quiet(self) -> None:
        """Take away what was said."""
        if self._said:
            self.tell_above("")
            self.hint()

    def say(self, words: str) -> None:
        """Tell something in the bottom line, until the next key; not while keys wait for more."""
        if self._waiting:
            return
        self._said = words
        self._hinted = self._hinted_for = None
        told, room = clean(words), self.size.width - 2
        fits = cell_len(told) <= room
        self.write_line("#hints", Content(told if fits else ""))
        self.tell_above("" if fits else told)

    def tell_slow(self, is_slow: bool) -> None:  # noqa: FBT001 - a callback with one value
        """Tell that an answer takes its time, as long as it does and nothing else is told."""
        if is_slow and not self._said:
            self.say(STILL_LOOKING)
        elif not is_slow and self._said == STILL_LOOKING:
            self.hint()

    def say_again(self) -> None:
        """Fit what is told, or else the keys, into a screen of another size."""
        if self._said:
            self.say(self._said)
        else:
            self.hint()

    def write_line(self, line: str, content: Content) -> None:
        """Write the line above or below the panes."""
        self.query_one(line, Static).update(content, layout=False)  # it has its row in any case
