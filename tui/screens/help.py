"""The keys of the pane one is in, then those that hold everywhere, found by typing, run by Enter.

In Source those that hold while words are selected come last, or first while they are. What cannot
be done now says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ..goto.matching import highlights, wanted
from ..help_search import found, topic_of, topic_of_sign
from ..keymap import Keymap
from ..keys import SCOPES, KeyBinding
from ..panes.marks import LEGEND
from ..state import Pane
from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.rows import Cell, Column, Row, Tone
from .box import BoxScreen

_COLUMNS = (Column(min=5, max=22, priority=2), Column(min=12, flex=1, priority=1))
_NOTHING = (
    "No key or sign is called that.\nTry a key such as w or ctrl+d,\nor a word such as quote."
)


class HelpScreen(BoxScreen[KeyBinding]):
    """Dismissed with the binding that was chosen, or with None.

    `why_not` tells why a binding does nothing now, and is empty where it does something.
    """

    NAME = "Keys"
    SIGN = "/"
    ACTS = "Enter: do it   Esc: close"

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual's type
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "dismiss(None)")]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > Vertical { width: 80; }
        &.-narrow #told { height: 2; }
    }
    """

    def __init__(self, pane: Pane, keymap: Keymap, why_not: Callable[[KeyBinding], str]) -> None:
        super().__init__()
        selecting = not any(map(why_not, keymap.of("select")))
        scopes = _scopes(pane, selecting=selecting)
        self._groups = {SCOPES[scope]: keymap.of(scope) for scope in scopes}
        self._by_id = {one.id: one for group in self._groups.values() for one in group}
        self._keys = {id_: "  ".join(keymap.shown_keys(id_)) for id_ in self._by_id}
        self._reasons = {id_: why_not(binding) for id_, binding in self._by_id.items()}
        self._topics = (
            *(topic_of(binding, selecting=selecting) for binding in self._by_id.values()),
            *(topic_of_sign(*line) for line in LEGEND),
        )
        self._searched: str | None = None

    def compose_found(self) -> ComposeResult:
        """Yield the list."""
        yield ChoiceList(_COLUMNS)

    def on_mount(self) -> None:
        """List everything."""
        self.choices.empty = _NOTHING
        self.settle()

    # Searching.

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.settle()

    def settle(self) -> None:
        """List what is meant by what stands in the box, unless that is listed already."""
        text = self.box.value.strip()
        if text != self._searched:
            self._searched = text
            self.choices.show(self._found(text) if text else self._all())
            self._tell()

    def _found(self, text: str) -> tuple[Row, ...]:
        signs = {sign: _sign_row(sign, meaning, text) for sign, meaning in LEGEND}
        return tuple(signs.get(id_) or self._row(id_, text) for id_ in found(self._topics, text))

    def _all(self) -> tuple[Row, ...]:
        rows: list[Row] = []
        for title, bindings in self._groups.items():
            rows += [_heading(title), *(self._row(binding.id) for binding in bindings), Row(None)]
        return (*rows, _heading("Signs"), *(_sign_row(*line) for line in LEGEND))

    def _row(self, id_: str, text: str = "") -> Row:
        return _row(self._by_id[id_], self._keys[id_], self._reasons[id_], text)

    # What the row under the cursor does.

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._tell()

    def _tell(self) -> None:
        """Tell the row under the cursor whole, with the name that settings know, or why not."""
        binding = self._by_id.get(self.choices.cursor or "")
        if binding is None:
            self.told.show(())
        elif reason := self._reasons[binding.id]:
            self.told.show((Line((Span(reason, Tone.WARN),)),))
        else:
            name = f"{binding.id}  " if self.has_class("-wide") else ""
            self.told.show((Line((Span(name + binding.description, Tone.DIM),)),))

    def take(self) -> None:
        """Do what the row under the cursor says; where that cannot be done, the reason stays."""
        cursor = self.choices.cursor
        if cursor is not None and not self._reasons[cursor]:
            self.dismiss(self._by_id[cursor])


def _scopes(pane: Pane, *, selecting: bool) -> tuple[str, ...]:
    """Return the scopes of a pane's keys, those first that stand before all others."""
    usual = (pane.value, "app")
    if pane is not Pane.SOURCE:
        return usual
    return ("select", *usual) if selecting else (*usual, "select")


def _heading(title: str) -> Row:
    return Row(None, (Cell(title, Tone.HEADING),), kind="heading")


def _row(binding: KeyBinding, keys: str, reason: str, text: str) -> Row:
    """Show keys and what they do, or the name of what cannot be done now and the reason."""
    if reason:
        told = f"{binding.name.capitalize()}: {reason}"
        return Row(binding.id, (Cell(keys, Tone.DIM), Cell(told, Tone.DIM)))
    return Row(binding.id, (Cell(keys, Tone.ACCENT), _words(binding.description, text)))


def _sign_row(sign: str, meaning: str, text: str = "") -> Row:
    return Row(None, (Cell(sign, Tone.ACCENT), _words(meaning, text)))


def _words(words: str, text: str) -> Cell:
    """Show words with what was typed marked in them."""
    return Cell(words, highlights=highlights(wanted(text), words))
