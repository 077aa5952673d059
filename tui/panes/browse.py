"""Pane 1: the story, and every record by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ..kind_sections import MORE
from ..listed import Listed
from ..scene import BrowseRow, Scene
from ..standing import mark_of
from ..state import KIND_ROW, Browse, Enter, FindRest, Intent, Pane, Toggle
from ..widgets.lazy_rows import LazyRows
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from ..widgets.splitter import Edge
from .marks import NEW
from .pane import LinkedPane, textual_bindings

_COLUMNS = (
    Column(min=8, flex=1, priority=3),
    Column(min=1, priority=1),
    Column(min=2, priority=2),
)


class BrowsePane(LinkedPane):
    """Moving shows a row's page to the right; Enter goes there, and opens and closes kinds."""

    PANE = Pane.BROWSE
    NUMBER = 1
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"right"})
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("browse")]

    def __init__(self, ask: Callable[[Intent], None]) -> None:
        super().__init__(ask)
        self._list = RowList(_COLUMNS)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self._list

    def on_mount(self) -> None:
        """Name the pane."""
        self.name_pane("Browse")

    @property
    def view(self) -> RowList:
        """The list."""
        return self._list

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the rows, with the cursor where the state has it."""
        if scene is None:
            return
        listing = scene.browse.answer
        here = scene.sheet.answer.record
        view = self.view
        view.empty = "Nothing matches.\nEsc clears the filter."
        view.show(self._rows(listing.rows, here), listing.cursor)
        state = self.navigation.now.browse
        self.tell_filter(state.filter, "✕" if listing.error else listing.found)
        self.go_on_to_the_end()

    def _rows(self, rows: Listed[BrowseRow], here: str | None) -> LazyRows:
        return LazyRows(
            len(rows), lambda place: self._row(rows[place], here), rows.place_of, rows, here
        )

    def _row(self, row: BrowseRow, here: str | None) -> Row:
        """Draw a kind as a heading that can be opened, a record beneath it."""
        if row.note:
            return Row(None, (Cell(row.label, Tone.DIM, spills=True),))
        if row.more:
            return Row(row.key, (Cell(f"… {row.label}", Tone.DIM),), depth=1)
        signs = f"{NEW if row.is_new else ''}{row.day_signs}"
        is_record = row.opened is None and row.key != "story"
        told = (signs, _count(row, short=is_record))
        count = Cell(" ".join(filter(None, told)), Tone.DIM, "right")
        if is_record:
            return Row(row.key, (self._record(row, here), self._mark(row, here), count), depth=1)
        # Across the columns, so that the count of a kind takes no room from the names of records.
        return Row(row.key, (self._heading(row), count), kind="heading")

    def _heading(self, row: BrowseRow) -> Cell:
        if row.opened is None:
            return Cell(f"  {row.label}", Tone.STRONG, spills=True)
        arrow = "▾" if row.opened else "▸"
        return Cell(f"{arrow} {row.label}", Tone.STRONG if row.opened else Tone.PLAIN, spills=True)

    def _record(self, row: BrowseRow, here: str | None) -> Cell:
        """Name a record; the one that pane 2 shows is marked, wherever the cursor is."""
        return Cell(row.label, Tone.ACCENT if row.key == here else Tone.PLAIN, spills=True)

    def _mark(self, row: BrowseRow, here: str | None) -> Cell:
        if row.key == here:
            return Cell("◂", Tone.ACCENT)
        if not row.state:
            return Cell()
        mark = mark_of(row.state)
        return Cell(mark.sign, mark.tone)

    def moved_to(self, key: str) -> None:
        """Show what the row stands for; the row for more has all looked for."""
        self.ask(FindRest(Pane.BROWSE) if self.stands_for_more(key) else Browse(key))

    def stands_for_more(self, key: str | None) -> bool:
        """Say whether a row stands for more than was looked for."""
        return key is not None and key.startswith(MORE)

    def choose(self, key: str) -> None:
        """Open or close a kind; go into the page of anything else."""
        self.ask(Toggle(key) if key.startswith(KIND_ROW) else Enter())

    def action_heading(self, delta: int) -> None:
        """Go to the next kind, or back to that of the row and to those before."""
        listing = self.scene.browse.answer if self.scene else None
        place = listing.rows.place_of(self.view.cursor) if listing and self.view.cursor else None
        if listing is None or place is None or self.typing:
            return
        if delta > 0:
            there = [row.key for first, row in listing.headings if first > place][:1]
        else:
            there = [row.key for first, row in listing.headings if first < place][-1:]
        if there:
            self._move(lambda: self.view.move_to(there[0]))

    def action_into(self) -> None:
        """Open a closed kind; from anything else go into pane 2."""
        row = self._row_under_cursor()
        closed = row is not None and row.opened is False
        self.ask(Toggle(row.key) if row and closed else Enter())

    def action_out(self) -> None:
        """Close the kind that the cursor is on or in."""
        row = self._row_under_cursor()
        if row is None or row.key == "story":
            return
        listing = self.scene.browse.answer if self.scene else None
        heading = listing.heading_of(row.key) if listing else None
        if heading is not None and heading.opened:
            if heading.key.startswith(KIND_ROW):
                self.ask(Toggle(heading.key))
            self.ask(Browse(heading.key))

    def _row_under_cursor(self) -> BrowseRow | None:
        cursor = self.view.cursor
        if self.scene is None or cursor is None:
            return None
        rows = self.scene.browse.answer.rows
        place = rows.place_of(cursor)
        return None if place is None else rows[place]


_LONG = 10_000
"""Claims of a record from which on their thousands are told: the names beside need the room."""


def _count(row: BrowseRow, *, short: bool) -> str:
    """Tell how much there is of a kind, or about a record."""
    if not row.count:
        return ""
    told = f"{row.count // 1000:,} k" if short and row.count >= _LONG else f"{row.count:,}"
    return f"{told}{'' if row.counted else '+'}"
