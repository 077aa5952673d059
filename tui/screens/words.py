"""A box for a few words: one types them, or chooses some that are offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.rows import Cell, Column, Row, Tone
from .box import BoxScreen

Meaning = Callable[[str], str]
"""Says what will be done with some words."""


class WordsScreen(BoxScreen[str]):
    """Dismissed with some words, or with None when it is left.

    With `completes`, what is typed is the beginning of what is offered, if it is; without, only
    what the arrows choose is taken. `means` says below what Enter will do.
    """

    NAME = ""
    SIGN = ">"
    ACTS = "Enter: take it   ↓↑: choose   Esc: leave it"
    DEFAULT_CSS: ClassVar[str] = """
    WordsScreen {
        align: center middle;
        & > Vertical { width: 80; height: auto; }
        & RowList { height: auto; max-height: 10; }
        & #told { height: auto; max-height: 4; }
    }
    """

    def __init__(
        self,
        title: str,
        text: str,
        offered: tuple[str, ...],
        means: Meaning,
        *,
        completes: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._first = text
        self._offered = offered
        self._means = means
        self._completes = completes
        self._chose = completes
        self._typed: str | None = None

    def compose_found(self) -> ComposeResult:
        """Yield what is offered."""
        yield ChoiceList((Column(flex=1),))

    def on_mount(self) -> None:
        """Begin with a text, all of it selected, so that typing replaces it."""
        self.query_one(Vertical).border_title = Content(self._title)
        self.box.value = self._first
        self.box.select_all()
        self.settle()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.settle()

    def settle(self) -> None:
        """List what is offered that has the words in the box."""
        typed = self.box.value.strip()
        if typed == self._typed:
            return
        self._typed = typed
        self._chose = self._completes
        fitting = self._fitting(typed.casefold())
        self.choices.show(tuple(Row(each, (Cell(each),)) for each in fitting))
        self._tell()

    def _fitting(self, typed: str) -> tuple[str, ...]:
        if not self._completes and typed == self._first.casefold():
            return ()  # nothing is meant so far
        return tuple(each for each in self._offered if typed in each.casefold())

    def _tell(self) -> None:
        words = self._meant
        self.told.show((Line((Span(self._means(words), Tone.DIM),)),) if words else ())

    @property
    def _meant(self) -> str:
        cursor = self.choices.cursor
        return cursor if self._chose and cursor is not None else self.box.value.strip()

    def action_move(self, delta: int) -> None:
        """Choose among what is offered; where typing means nothing offered, first the first."""
        self.settle()
        if self._chose:
            self.choices.move(delta)
        self._chose = True
        self._tell()

    @on(RowList.Chosen)
    def _clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self._chose = True
        self.take()

    def take(self) -> None:
        """Take what was chosen, or else what was typed."""
        if words := self._meant:
            self.dismiss(words)
