"""A box for a few words: one types them, or chooses some that are offered."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList
from ..widgets.rows import Cell, Column, Row, Tone
from .box import BoxScreen


class WordsScreen(BoxScreen[str]):
    """Dismissed with the words in the box, or with those that were chosen; with None when left."""

    NAME = ""
    SIGN = ">"
    ACTS = "Enter: take it   Up, Down: choose   Esc: leave it"
    DEFAULT_CSS: ClassVar[str] = """
    WordsScreen {
        align: center middle;
        & > Vertical { width: 80; height: auto; }
        & RowList { height: auto; max-height: 10; }
        & #told { height: auto; max-height: 4; }
    }
    """

    def __init__(self, title: str, text: str, offered: tuple[str, ...], note: str) -> None:
        super().__init__()
        self._title = title
        self._first = text
        self._offered = offered
        self._note = note
        self._chose = False

    def compose_found(self) -> ComposeResult:
        """Yield what is offered."""
        yield ChoiceList((Column(flex=1),))

    def on_mount(self) -> None:
        """Begin with a text, all of it selected, so that typing replaces it."""
        self.query_one(Vertical).border_title = Content(self._title)
        self.box.value = self._first
        self.box.select_all()
        self.told.show((Line((Span(self._note, Tone.DIM),)),))
        self.settle()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._chose = False
        self.settle()

    def settle(self) -> None:
        """List what is offered that has the words in the box."""
        typed = self.box.value.strip().casefold()
        other = typed != self._first.casefold()
        fitting = (each for each in self._offered if not other or typed in each.casefold())
        rows = tuple(Row(each, (Cell(each),)) for each in fitting)
        if rows != self.choices.rows:
            self.choices.show(rows)

    def action_move(self, delta: int) -> None:
        """Choose among what is offered; the first step marks the first."""
        self.settle()
        if self._chose or delta < 0:
            self.choices.move(delta)
        self._chose = True
        if (cursor := self.choices.cursor) is not None:
            self.told.show((Line((Span(cursor, Tone.ACCENT),)),))

    def take(self) -> None:
        """Take what was chosen, or else what was typed."""
        typed = self.box.value.strip()
        cursor = self.choices.cursor
        if (self._chose or not typed) and cursor is not None:
            self.dismiss(cursor)
        elif typed:
            self.dismiss(typed)
