"""Pane 2: what one looks at, as its head and its claims, grouped by what they mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.order import Order

from ..headings import ORDER_WORDS, heading_over, row_under_next
from ..listed import is_complete, place_of
from ..scene import OPENS, Scene, Sheet
from ..state import (
    FindRest,
    FocusPane,
    Follow,
    Intent,
    Pane,
    SelectClaim,
    Unfold,
    View,
)
from ..widgets.lines import Line, Span
from ..widgets.picture_view import PictureView
from ..widgets.row_list import RowList
from ..widgets.rows import Tone
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from .claim_cells import columns_of
from .claim_rows import MORE, claim_rows
from .marks import DISPUTED
from .pane import LinkedPane, textual_bindings

_FRAME = 6
"""Cells of the upper edge that the pane's number and the corners take."""


class ClaimsPane(LinkedPane):
    """Moving shows a claim's words to the right; Enter follows the claim to its other end."""

    PANE = Pane.FOCUS
    NUMBER = 2
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "bottom"})
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("focus")]

    _pinned: frozenset[str] = frozenset()
    _was_at: tuple[str | None, Order, str] = (None, Order.NAME, "")
    """The record and order of the page that was shown last, and the heading one was under."""

    def __init__(self, ask: Callable[[Intent], None]) -> None:
        super().__init__(ask)
        self._head = TextLines(id="head")
        self._list, self._picture = RowList(columns_of(View.RECORD, ())), PictureView()

    def show_pinned(self, records: frozenset[str]) -> None:
        """Mark the rows whose claims are in the dossier."""
        if records != self._pinned:
            self._pinned = records
            self.watch_scene(self.scene)

    def compose(self) -> ComposeResult:
        """Yield the head above the claims."""
        yield self._head
        yield self._list
        yield self._picture

    @property
    def view(self) -> RowList | PictureView:
        """The claims, or the picture in their place; the head takes no keys."""
        return self._picture if self._is_drawn else self._list

    @property
    def _is_drawn(self) -> bool:
        return self.scene is not None and self.scene.sheet.answer.drawing is not None

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the sheet, with the cursor on the chosen claim."""
        if scene is None:
            return
        sheet = scene.sheet.answer
        self.name_pane(self._called(sheet, scene.row), " › ".join(scene.crumbs.answer))
        self._show_head(sheet)
        self.view.empty = sheet.empty
        self._show(sheet, scene.row.key if scene.row else None)
        state = self.navigation.now.focus
        found = f"{sheet.matches:,}{'' if is_complete(sheet.rows) else '+'}"
        self.tell_filter(state.filter, "✕" if sheet.error else found)
        self.go_on_to_the_end()
        self._stay_under_heading(sheet, scene.row)

    def _stay_under_heading(self, sheet: Sheet, row: ClaimRow | None) -> None:
        """Where a page was put into another order, go to the first row under one's heading."""
        now = sheet.record, sheet.order, row.section if row else ""
        (record, order, title), self._was_at = self._was_at, now
        if record != sheet.record or order is sheet.order or self.navigation.now.focus.cursor:
            return
        first = next((each.first for each in sheet.headings if each.title == title), 0)
        if first:
            self._move(lambda: self._list.move_to(sheet.rows[first].key))

    def _called(self, sheet: Sheet, row: ClaimRow | None) -> str:
        """Name what is shown, the order of its rows, and their heading where that is far above."""
        place = None if row is None else place_of(sheet.rows, row.key)
        over = None if place is None else heading_over(sheet, place)
        height = self._list.size.height  # none before the first screen
        far = over and place is not None and 0 < height <= place - over.first
        order = self.navigation.now.focus.order
        words = ORDER_WORDS[order] if order is not Order.NAME else ""
        told = ", ".join(filter(None, (over.title if over and far else "", words)))
        return f"{sheet.title} · {told}" if told else sheet.title

    def _show(self, sheet: Sheet, cursor: str | None) -> None:
        """Show the rows or the drawing, and give the keyboard to whichever it is."""
        if sheet.drawing is not None:
            self._picture.show(sheet.drawing, cursor)
        else:
            view = self.navigation.now.place.view
            rows = claim_rows(sheet, view, self._pinned)
            self._list.show(rows, cursor, columns=columns_of(view, sheet.rows))
        had_keyboard = self._list.has_focus or self._picture.has_focus
        self._list.display = not self._is_drawn
        self._picture.display = self._is_drawn
        if had_keyboard and not self.view.has_focus:
            self.view.focus()

    def _show_head(self, sheet: Sheet) -> None:
        """Say what the sheet is about, and its name too where the frame has no room for it."""
        cut = bool(self.size) and cell_len(sheet.title) > self.size.width - _FRAME
        name = (Line((Span(sheet.title, Tone.STRONG),)),) if cut else ()
        self._head.show((*name, *_unread(sheet), *_head(sheet)))

    def on_resize(self) -> None:
        """Name the record whole where the frame has become too narrow for it."""
        if self.scene is not None:
            self._show_head(self.scene.sheet.answer)

    def moved_to(self, key: str) -> None:
        """Show the claim's words; the row for more has all looked for."""
        self.ask(FindRest(Pane.FOCUS) if self.stands_for_more(key) else SelectClaim(key))

    def stands_for_more(self, key: str | None) -> bool:
        """Say whether a row stands for more than was looked for."""
        return key == MORE

    def choose(self, key: str) -> None:
        """Follow the claim to its other end, or to its own page."""
        rows = self.scene.sheet.answer.rows if self.scene else ()
        place = place_of(rows, key)
        row = None if place is None else rows[place]
        opens = row is not None and OPENS in row.flags
        record = (row.target or row.claim) if row and not opens else None
        if record is not None:
            self.ask(Follow(record))
        elif row is not None and self._is_drawn:
            self.ask(Unfold(key))

    def action_heading(self, delta: int) -> None:
        """Go to the first claim under another heading; in a picture there is none."""
        sheet = self.scene.sheet.answer if self.scene else None
        cursor = self.view.cursor
        if sheet is None or self._is_drawn or cursor is None or self.typing:
            return
        place = place_of(sheet.rows, cursor)
        there = None if place is None else row_under_next(sheet, place, delta)
        if there is not None:
            self._move(lambda: self._list.move_to(sheet.rows[there].key))

    def action_right(self) -> None:
        """Go right in a picture, or open what is closed there; follow the claim of a row."""
        if not self._is_drawn or self.typing:
            self.action_choose()
        else:
            self._across(1)

    def action_out(self) -> None:
        """Go left in a picture, or close what is open; where nothing is that way, to Browse."""
        if not self._is_drawn or not self._across(-1):
            self.ask(FocusPane(Pane.BROWSE))

    def _across(self, delta: int) -> bool:
        if (group := self._picture.folds_across(delta)) is not None:
            self.ask(Unfold(group))
            return True
        before = self.view.cursor
        with self.view.prevent(PictureView.Moved):
            moved = self._picture.move_across(delta)
        if self.view.cursor not in {None, before}:
            self.moved_to(str(self.view.cursor))
        return moved


def _unread(sheet: Sheet) -> tuple[Line, ...]:
    """Say why the filter cannot be read, as long as it stands, for all is shown meanwhile."""
    return (Line((Span(sheet.error, Tone.WARN),)), Line()) if sheet.error else ()


def _head(sheet: Sheet) -> tuple[Line, ...]:
    """Say what the sheet is about: what it is, in the set's words, and the facts that matter."""
    lines: list[Line] = []
    if sheet.subtitle:
        lines.append(Line((Span(sheet.subtitle, Tone.DIM),)))
    if sheet.facts:  # before the summary, of which a low screen may cut the end
        lines.append(Line(_facts(sheet)))
    if sheet.summary:
        lines.append(Line((Span(sheet.summary),)))
    return (*lines, Line()) if lines else ()


def _facts(sheet: Sheet) -> tuple[Span, ...]:
    spans: list[Span] = []
    marked: set[str | None] = set()  # on a claim's own page many facts are of that one claim
    for fact in sheet.facts:
        spans += [Span(" · ", Tone.DIM)] if spans else []
        spans += [Span(f"{fact.label} ", Tone.DIM), Span(fact.value, Tone.STRONG)]
        if fact.disputed and fact.claim not in marked:
            spans.append(Span(f" {DISPUTED}", Tone.WARN))
            marked.add(fact.claim)
    return tuple(spans)
