"""The themes to choose from; the screen behind shows at once what the cursor is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from ..panes.marks import state_cell
from ..widgets.pop_up import PopUp
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone

_COLUMNS = (Column(min=8, priority=2), Column(min=8, flex=1, priority=1))
_STATES = (("current", "planned"), ("under review", "reduced"), ("ending", "former"))
_WORDS = {
    "dark": "calm, dark ground",
    "light": "calm, light ground",
    "contrast": "high contrast, dark",
    "ansi": "the terminal's own",
}
_QUOTE = "“the exact words of a source”"


class ThemeChooser(PopUp[str | None]):
    """Dismissed with the name of the theme to keep, or with None for the one that was there.

    It stands in a corner and dims nothing, so that the panes show each theme as it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+c", "restore"),
        Binding("down,j,t", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("enter", "keep"),
    ]
    DEFAULT_CSS = """
    ThemeChooser {
        align: left bottom;
        background: transparent;
        & > Vertical {
            width: 42; max-width: 100%; height: auto; max-height: 100%;
            border: heavy $line-focus; border-title-color: $primary; border-title-style: bold;
            border-subtitle-color: $dim; background: $background; padding: 0 1;
        }
        & RowList { height: auto; max-height: 100%; }
    }
    """

    def __init__(self, current: str, themes: Iterable[str], preview: Callable[[str], None]) -> None:
        super().__init__()
        self._before = current
        self._preview = preview
        self._entries = (*map(_named, themes), Row(None), *_samples())

    def compose(self) -> ComposeResult:
        """Put the names above samples of what colours tell."""
        with Vertical() as frame:
            frame.border_title = Content("Theme")
            frame.border_subtitle = Content("Enter: keep   Esc: as before")
            rows = RowList(_COLUMNS)
            rows.show(self._entries, self._before)
            yield rows

    def on_mount(self) -> None:
        """Take the keyboard."""
        self._rows.focus()

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    def action_move(self, delta: int) -> None:
        """Go to another theme and show it, before the next key is read."""
        with self._rows.prevent(RowList.Moved):
            self._rows.move(delta)
        self._show(self._rows.cursor)

    def action_keep(self) -> None:
        """Keep the theme under the cursor."""
        self.dismiss(self._rows.cursor)

    def action_restore(self) -> None:
        """Go back to the theme that was there."""
        self._preview(self._before)
        self.dismiss(None)

    @on(RowList.Moved)
    def _clicked(self, message: RowList.Moved) -> None:
        message.stop()
        self._show(message.key)

    @on(RowList.Chosen)
    def _double_clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self.dismiss(message.key)

    def _show(self, theme: str | None) -> None:
        if theme is not None:
            self._preview(theme)


def _named(theme: str) -> Row:
    return Row(theme, (Cell(theme), Cell(_WORDS.get(theme, ""), Tone.DIM)))


def _samples() -> Iterator[Row]:
    """Show how the tones look, with the marks that tell the same without colour."""
    yield Row(None, (Cell(_QUOTE, Tone.QUOTE, spills=True),))
    yield from (Row(None, (state_cell(left), state_cell(right))) for left, right in _STATES)
    yield Row(None, (Cell("≈ $150 M", Tone.STRONG), Cell("a link, a key", Tone.ACCENT)))
