"""The keys of the pane one is in, then those that hold everywhere, found by typing, run by Enter.

Letters are for searching: the arrows, Enter and Esc act. What cannot be done now says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ..goto.matching import highlights, wanted
from ..help_search import found, name_of, topic_of, topic_of_sign
from ..keys import SCOPES, KeyBinding, shown
from ..panes.marks import LEGEND
from ..state import Pane
from ..widgets.filter_bar import FilterInput
from ..widgets.lines import Line, Span
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from ..widgets.text_lines import TextLines

_COLUMNS = (Column(min=5, max=22, priority=2), Column(min=12, flex=1, priority=1))
_NOTHING = (
    "No key or sign is called that.\nTry a key such as w or ctrl+d,\nor a word such as quote."
)


class HelpScreen(ModalScreen[KeyBinding | None]):
    """Dismissed with the binding that was chosen, or with None.

    `here` are the bindings of the pane, `everywhere` the others; `why_not` tells why one does
    nothing now, and is empty where it does something.
    """

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual's type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,ctrl+c", "dismiss(None)"),
        Binding("down,ctrl+n", "move(1)"),
        Binding("up,ctrl+p", "move(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("enter", "choose"),
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > Vertical {
            width: 80; max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        &.-ascii > Vertical { border: ascii $line-focus; }
        & #box { height: 1; }
        & #box > Static { width: 2; color: $primary; }
        & #box > FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & RowList {
            height: 1fr;
            & > .rows--cursor-resting { background: $tint; }
            & > .rows--marker-resting { color: $primary; }
        }
        & #told { height: 1; }
        &.-narrow #told { height: 2; }
    }
    """

    def __init__(
        self,
        pane: Pane,
        here: tuple[KeyBinding, ...],
        everywhere: tuple[KeyBinding, ...],
        why_not: Callable[[KeyBinding], str],
        *,
        ascii_only: bool,
    ) -> None:
        super().__init__(classes="-ascii" if ascii_only else None)
        self._groups = {SCOPES[pane.value]: here, SCOPES["app"]: everywhere}
        self._by_id = {binding.id: binding for binding in (*here, *everywhere)}
        self._reasons = {id_: why_not(binding) for id_, binding in self._by_id.items()}
        self._topics = (
            *map(topic_of, self._by_id.values()),
            *(topic_of_sign(*line) for line in LEGEND),
        )
        self._ascii = ascii_only
        self._searched: str | None = None

    def compose(self) -> ComposeResult:
        """Put the list into a frame, what is searched above it and what is told below."""
        with Vertical() as frame:
            frame.border_title = Content("Keys")
            frame.border_subtitle = Content("Enter: do it   Esc: close")
            with Horizontal(id="box"):
                yield Static(Content("/"))
                yield FilterInput()
            yield RowList(_COLUMNS)
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Take the keyboard at once, for keys that are under way already, and list everything."""
        for view in (self._list, self._told):
            view.ascii = self._ascii
            view.can_focus = False
        self._list.empty = _NOTHING
        self._box.can_focus = True
        self.set_focus(self._box)
        self._search()

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _told(self) -> TextLines:
        return self.query_one("#told", TextLines)

    # Searching.

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()

    def _search(self) -> None:
        """List what is meant by what stands in the box, unless that is listed already."""
        text = self._box.value.strip()
        if text != self._searched:
            self._searched = text
            self._list.show(self._found(text) if text else self._all())
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
        return _row(self._by_id[id_], self._reasons[id_], text)

    # What the row under the cursor does.

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._tell()

    def _tell(self) -> None:
        """Tell the row under the cursor whole, with the name that settings know, or why not."""
        binding = self._by_id.get(self._list.cursor or "")
        if binding is None:
            self._told.show(())
        elif reason := self._reasons[binding.id]:
            self._told.show((Line((Span(reason, Tone.WARN),)),))
        else:
            name = f"{binding.id}  " if self.has_class("-wide") else ""
            self._told.show((Line((Span(name + binding.description, Tone.DIM),)),))

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    def on_key(self, event: Key) -> None:
        """Type a key that arrived while the box had not the keyboard."""
        if event.is_printable and event.character and self.focused is not self._box:
            event.stop()
            self._box.can_focus = True
            self.set_focus(self._box)
            self._box.insert_text_at_cursor(event.character)

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self._search()
        self._list.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self._search()
        self._list.move_page(delta)

    def action_choose(self) -> None:
        """Do what the row under the cursor says; where that cannot be done, the reason stays."""
        self._search()
        self._choose()

    @on(RowList.Chosen)
    def _double_clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self._choose()

    def _choose(self) -> None:
        cursor = self._list.cursor
        if cursor is not None and not self._reasons[cursor]:
            self.dismiss(self._by_id[cursor])


def _heading(title: str) -> Row:
    return Row(None, (Cell(title, Tone.HEADING),), kind="heading")


def _row(binding: KeyBinding, reason: str, text: str) -> Row:
    """Show keys and what they do, or the name of what cannot be done now and the reason."""
    keys = "  ".join(map(shown, binding.keys))
    if reason:
        told = f"{name_of(binding).capitalize()}: {reason}"
        return Row(binding.id, (Cell(keys, Tone.DIM), Cell(told, Tone.DIM)))
    return Row(binding.id, (Cell(keys, Tone.ACCENT), _words(binding.description, text)))


def _sign_row(sign: str, meaning: str, text: str = "") -> Row:
    return Row(None, (Cell(sign, Tone.ACCENT), _words(meaning, text)))


def _words(words: str, text: str) -> Cell:
    """Show words with what was typed marked in them."""
    return Cell(words, highlights=highlights(wanted(text), words))
