"""The list on the terminal: typing narrows it, Enter picks, Esc leaves."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Event, Key
from textual.widgets import Static

from scale_explorer.models.text import clean

from ..goto.matching import Wanted, highlights, wanted
from ..key_queue import OrderedKeys
from ..terminal.changed_cells import ChangedCells
from ..terminal.plain_lines import PlainLines
from ..themes import THEMES
from ..widgets.filter_bar import FilterBar
from ..widgets.looks import Look
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from .choices import Choice, Choices
from .ranking import SHOWN, find

_COLUMNS = (Column(priority=3), Column(min=12, flex=2, priority=2), Column(min=8, flex=1))
_MARK = "tab"
_ONE = "Enter: pick   Esc: leave"
_SEVERAL = "Space: mark   Enter: pick what is marked   Esc: leave"


class PickApp(OrderedKeys, PlainLines, ChangedCells, inherit_bindings=False):
    """Ends with the places of what was picked in `picked`; it is None when nothing was."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "leave", priority=True),
        Binding("down,ctrl+n", "move(1)", priority=True),
        Binding("up,ctrl+p", "move(-1)", priority=True),
        Binding("pagedown", "page(1)", priority=True),
        Binding("pageup", "page(-1)", priority=True),
        Binding("enter", "pick", priority=True),
        Binding(_MARK, "mark", priority=True),
    ]
    CSS = """
    Screen { layout: vertical; background: $background; }
    #heading { height: 1; color: $primary; text-style: bold; }
    RowList { height: 1fr; }
    #keys { height: 1; color: $text-muted; }
    """

    def __init__(self, choices: Choices, *, several: bool, theme: str, ascii_only: bool) -> None:
        super().__init__()
        self.animation_level = "none"
        self.picked: tuple[int, ...] | None = None
        self._choices = choices
        self._several = several
        self.ascii_only = ascii_only
        self._texts = [f"{choice.title} {choice.id}".lstrip() for choice in choices.all]
        self._found: list[int] = []
        self._answered: str | None = None
        self._marked: set[int] = set()
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = theme

    async def on_event(self, event: Event) -> None:
        """Take a space for the key that marks, before it becomes a part of what is typed."""
        if self._several and isinstance(event, Key) and event.key == "space":
            event = Key(_MARK, None)
        await super().on_event(event)

    def compose(self) -> ComposeResult:
        """Put what is typed above the list, and the keys below it."""
        yield Static(Content(clean(self._choices.heading)), id="heading")
        yield FilterBar()
        rows = RowList(_COLUMNS)
        rows.look = Look.LINES
        rows.can_focus = False  # whatever is pressed, one may go on typing
        rows.empty = "Nothing is like that."
        yield rows
        yield Static(Content(_SEVERAL if self._several else _ONE), id="keys")

    def on_mount(self) -> None:
        """Show everything, and take what is typed."""
        self._bar.begin()
        self.call_later(self._find)  # when the bar has the keyboard, which it asks for later too

    @property
    def _bar(self) -> FilterBar:
        return self.query_one(FilterBar)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @on(FilterBar.Changed)
    def _find(self) -> None:
        """Answer what is typed, unless that was answered already."""
        text = self._bar.text
        if text == self._answered:
            return
        self._answered = text
        meant = wanted(text)
        self._found = find(self._texts, meant)
        self._show(meant)

    def _show(self, meant: Wanted, cursor: str | None = None) -> None:
        rows = tuple(self._row(number, meant) for number in self._found[:SHOWN])
        self._list.show(rows, cursor)
        self._bar.tell(self._bar.text, f"{len(self._found):,} of {len(self._choices.all):,}")

    def _row(self, number: int, meant: Wanted) -> Row:
        choice = self._choices.all[number]
        mark = Cell(" ●"[number in self._marked] if self._several else "", Tone.ACCENT)
        return Row(str(number), (mark, *_cells(choice, meant)))

    def action_leave(self) -> None:
        """Pick nothing."""
        self.exit()

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self._list.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self._list.move_page(delta)

    def action_mark(self) -> None:
        """Mark the choice under the cursor, or take its mark away, and go on to the next."""
        self._find()
        cursor = self._list.cursor
        if self._several and cursor is not None:
            self._marked ^= {int(cursor)}
            self._show(wanted(self._bar.text), cursor)
            self._list.move(1)

    @on(RowList.Chosen)
    def action_pick(self) -> None:
        """End with what is marked, or else with what is under the cursor."""
        self._find()
        cursor = self._list.cursor
        if self._marked:
            self.picked = tuple(sorted(self._marked))
        elif cursor is not None:
            self.picked = (int(cursor),)
        if self.picked:
            self.exit()


def _cells(choice: Choice, meant: Wanted) -> tuple[Cell, ...]:
    """Name a choice, and say what is printed for it."""
    if not choice.title:
        return (_cell(choice.id, meant),)
    return _cell(choice.title, meant), _cell(choice.id, meant, Tone.DIM)


def _cell(text: str, meant: Wanted, tone: Tone = Tone.PLAIN) -> Cell:
    shown = clean(text)
    return Cell(shown, tone, highlights=highlights(meant, shown))
