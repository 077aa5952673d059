"""A small menu over the screen: one entry is chosen by its letter, or with the arrows and Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from .row_list import RowList
from .rows import Cell, Column, Row, Tone

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

_COLUMNS = (Column(priority=2), Column(flex=1, priority=2), Column(flex=1, priority=1))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; when `why_not` is given it cannot be chosen, and says why."""

    key: str
    letter: str
    label: str
    hint: str = ""
    why_not: str = ""


class Menu(ModalScreen[str | None]):
    """Dismissed with the key of the chosen entry, or with None."""

    DEFAULT_CSS = """
    Menu {
        align: center middle;
        & > RowList {
            width: auto;
            max-width: 90%;
            height: auto;
            max-height: 90%;
            border: round $accent;
            padding: 0 1;
        }
        &.-ascii > RowList { border: ascii $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, id="menu.down"),
        Binding("up", "move(-1)", "Up", show=False, id="menu.up"),
        Binding("enter", "choose", "Choose", show=False, id="menu.choose"),
        Binding("escape,q", "dismiss(None)", "Close", show=False, id="menu.close"),
    ]

    def __init__(self, title: str, entries: tuple[Entry, ...], *, ascii: bool = False) -> None:  # noqa: A002 - as in the lists
        super().__init__(classes="-ascii" if ascii else None)
        self._entries = entries
        self._ascii = ascii
        self._rows = (_heading(title), *map(_row, entries))

    def compose(self) -> ComposeResult:
        """Show the entries as a list."""
        rows = RowList(_COLUMNS)
        rows.ascii = self._ascii
        rows.show(self._rows)
        yield rows

    def on_key(self, event: Key) -> None:
        """Choose an entry by its letter."""
        for entry in self._entries:
            if event.character == entry.letter and not entry.why_not:
                event.stop()
                event.prevent_default()
                self.dismiss(entry.key)
                return

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.dismiss(message.key)

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(delta)

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.query_one(RowList).choose()


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
