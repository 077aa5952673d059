"""A small menu over the screen: one entry is chosen by its letter, or with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from .entry import Entry
from .pop_up import PopUp
from .row_list import ChoiceList, RowList
from .rows import Cell, Column, Row, Tone

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click, Key, Resize

_HINT = 8
"""Cells below which a hint is left out."""
_FRAME = 5
"""Cells beside the title: of the frame, and the right edge."""
_BESIDE = 9
"""Cells beside a label: of the frame, the cursor, the letter with its gap, and the right edge."""


class Menu(PopUp[str | None]):
    """Dismissed with the key of the chosen entry, or with None; a click beside it closes it too."""

    DEFAULT_CSS = """
    Menu {
        align: center middle;
        & > RowList {
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $accent;
            padding: 0 1;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, id="menu.down"),
        Binding("up", "move(-1)", "Up", show=False, id="menu.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="menu.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="menu.page-up"),
        Binding("home", "to_end(-1)", "First", show=False, id="menu.first"),
        Binding("end", "to_end(1)", "Last", show=False, id="menu.last"),
        Binding("enter", "choose", "Choose", show=False, id="menu.choose"),
        Binding("escape,q", "dismiss(None)", "Close", show=False, id="menu.close"),
    ]

    def __init__(self, title: str, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._entries = entries
        self._rows = (_heading(title), *map(_row, entries))
        self._title_room = cell_len(title) + _FRAME

    def compose(self) -> ComposeResult:
        """Show the entries as a list."""
        rows = ChoiceList()
        rows.styles.min_width = self._title_room
        yield rows

    def on_resize(self, event: Resize) -> None:
        """Fit the entries to the screen."""
        rows = self.query_one(RowList)
        columns = _columns(self._entries, event.size.width - _BESIDE)
        rows.show(self._rows, rows.cursor, columns=columns)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the menu."""
        if event.widget is self:
            self.dismiss(None)

    def on_key(self, event: Key) -> None:
        """Choose an entry by its letter."""
        for entry in self._entries:
            if event.character == entry.letter:
                event.stop()
                event.prevent_default()
                if entry.why_not:
                    self._refuse(entry)
                else:
                    self.dismiss(entry.key)
                return

    def _refuse(self, entry: Entry) -> None:
        """Say in the lower edge why an entry cannot be chosen."""
        told = Content(f"{entry.label}: {entry.why_not}")
        self.query_one(RowList).border_subtitle = told

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.dismiss(message.key)

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self.query_one(RowList).move_page(delta)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last entry."""
        self.query_one(RowList).move_to_end(direction)

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.query_one(RowList).choose()


def _columns(entries: tuple[Entry, ...], room: int) -> tuple[Column, ...]:
    """Let the hints give way to the labels, and both to the letters."""
    label = max((cell_len(entry.label) for entry in entries), default=0)
    hint = max((cell_len(entry.why_not or entry.hint) for entry in entries), default=0)
    return (
        Column(priority=3),
        Column(min=min(label, room), flex=1, priority=2),
        Column(min=min(hint, _HINT), flex=1, priority=1),
    )


def _heading(title: str) -> Row:
    return Row(None, (Cell(title, Tone.HEADING),), kind="heading")


def _row(entry: Entry) -> Row:
    tone = Tone.DIM if entry.why_not else Tone.PLAIN
    return Row(
        None if entry.why_not else entry.key,
        (
            Cell(entry.letter, Tone.DIM if entry.why_not else Tone.ACCENT),
            Cell(entry.label, tone),
            Cell(entry.why_not or entry.hint, Tone.DIM),
        ),
    )
