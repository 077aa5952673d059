"""The keys of the pane one is in, then those that hold everywhere; Enter does what a row says."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from ..keys import SCOPES, KeyBinding, bindings_of, shown
from ..panes.marks import LEGEND
from ..state import Pane
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone

_COLUMNS = (Column(min=5, max=22, priority=2), Column(min=12, flex=1, priority=1))


class HelpScreen(ModalScreen[KeyBinding | None]):
    """Dismissed with the binding that was chosen, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss(None)"),
        Binding("down,j", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("pagedown,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("home", "end(-1)"),
        Binding("end,G", "end(1)"),
        Binding("enter", "choose"),
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > Vertical {
            width: 76; max-width: 100%; height: auto; max-height: 90%;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        &.-ascii > Vertical { border: ascii $line-focus; }
        & RowList { height: auto; max-height: 100%; }
    }
    """

    def __init__(self, pane: Pane, *, ascii_only: bool) -> None:
        super().__init__(classes="-ascii" if ascii_only else None)
        self._pane_here = pane
        self._ascii = ascii_only

    def compose(self) -> ComposeResult:
        """Put the list into a frame."""
        with Vertical() as frame:
            frame.border_title = Content("Keys")
            frame.border_subtitle = Content("Enter: do it   Esc: close")
            rows = RowList(_COLUMNS)
            rows.ascii = self._ascii
            yield rows

    def on_mount(self) -> None:
        """List the pane's keys first."""
        here = _rows(SCOPES[self._pane_here.value], bindings_of(self._pane_here.value))
        everywhere = _rows(SCOPES["app"], bindings_of("app"))
        rows = self.query_one(RowList)
        rows.show((*here, Row(None), *everywhere, Row(None), *_signs()))
        rows.focus()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        chosen = (*bindings_of(self._pane_here.value), *bindings_of("app"))
        self.dismiss(next(binding for binding in chosen if binding.id == message.key))

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self.query_one(RowList).move_page(delta)

    def action_end(self, direction: int) -> None:
        """Go to the first or last key."""
        self.query_one(RowList).move_to_end(direction)

    def action_choose(self) -> None:
        """Do what the row under the cursor says."""
        self.query_one(RowList).choose()


def _signs() -> tuple[Row, ...]:
    """Explain the signs that stand in rows."""
    heading = Row(None, (Cell("Signs", Tone.HEADING),), kind="heading")
    cells = ((Cell(sign, Tone.ACCENT), Cell(meaning)) for sign, meaning in LEGEND)
    return (heading, *(Row(None, pair) for pair in cells))


def _rows(title: str, bindings: tuple[KeyBinding, ...]) -> tuple[Row, ...]:
    heading = Row(None, (Cell(title, Tone.HEADING),), kind="heading")
    return (heading, *(_row(binding) for binding in bindings))


def _row(binding: KeyBinding) -> Row:
    keys = "  ".join(shown(key) for key in binding.keys)
    return Row(binding.id, (Cell(keys, Tone.ACCENT), Cell(binding.description)))
