"""Pane 2: what one looks at, as its head and its claims, grouped by what they mean."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.store.rows import ClaimRow

from ..look import Scene, Sheet
from ..state import FocusPane, Follow, LoadMore, Pane, SelectClaim
from ..widgets.filter_bar import FilterBar
from ..widgets.lines import Line, Span
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from ..widgets.text_lines import TextLines
from .marks import quotes_cell, state_cell
from .pane import LinkedPane, textual_bindings

_COLUMNS = (
    Column(min=14, flex=3, priority=9),
    Column(min=6, max=28, flex=1, priority=1),
    Column(min=4, priority=8),
    Column(min=4, max=16, priority=4),
    Column(min=4, max=20, priority=6),
    Column(min=4, max=26, priority=2),
    Column(min=3, priority=3),
)
"""Label, role, amount, period, status, remark, quotes; the role and the remark give way first."""

_MORE = "more:focus"


class ClaimsPane(LinkedPane):
    """Moving shows a claim's words to the right; Enter follows the claim to its other end."""

    PANE = Pane.FOCUS
    NUMBER = 2
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("focus")]

    def compose_view(self) -> ComposeResult:
        """Yield the head above the claims."""
        yield TextLines(id="head")
        yield RowList(_COLUMNS)

    @property
    def view(self) -> RowList:
        """The claims; the head takes no keys."""
        return self.query_one(RowList)

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the sheet, with the cursor on the chosen claim."""
        if scene is None:
            return
        sheet = scene.sheet.answer
        self.name_pane(sheet.title, " › ".join(scene.crumbs.answer))
        self.query_one("#head", TextLines).show(_head(sheet))
        self.view.empty = sheet.empty
        self.view.show(self._rows(sheet), scene.row.key if scene.row else None)
        state = self.navigation.now.focus
        found = f"{len(sheet.rows):,}{'+' if sheet.more else ''}"
        self.query_one(FilterBar).tell(state.filter, sheet.error or found)

    def _rows(self, sheet: Sheet) -> tuple[Row, ...]:
        rows: list[Row] = []
        section = ""
        for claim in sheet.rows:
            if claim.section != section:
                section = claim.section
                rows += [Row(None), Row(None, (Cell(section, Tone.HEADING),), kind="heading")]
            rows.append(self._row(claim))
        if sheet.more:
            rows.append(Row(_MORE, (Cell("… more", Tone.DIM),)))
        return tuple(rows[1:] if rows and rows[0].key is None else rows)

    def _row(self, claim: ClaimRow) -> Row:
        name = Tone.DIM if claim.depth else Tone.PLAIN
        cells = (
            Cell(claim.label, name),
            Cell(claim.role, Tone.DIM),
            Cell(claim.amount, Tone.STRONG, "decimal"),
            Cell(claim.when, Tone.DIM),
            state_cell(claim.state, ascii_only=self.ascii),
            Cell(claim.extra, Tone.DIM),
            quotes_cell(claim.quotes, ascii_only=self.ascii),
        )
        return Row(claim.key, cells, depth=claim.depth)

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        more = message.key == _MORE
        self.ask(LoadMore(Pane.FOCUS) if more else SelectClaim(message.key))

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        sheet = self.scene.sheet.answer if self.scene else None
        row = next((row for row in sheet.rows if row.key == message.key), None) if sheet else None
        record = row and (row.target or row.claim)
        if record:
            self.ask(Follow(record))

    def action_out(self) -> None:
        """Give the keyboard to Browse."""
        self.ask(FocusPane(Pane.BROWSE))


def _head(sheet: Sheet) -> tuple[Line, ...]:
    """Say what the sheet is about: what it is, in the set's words, and the facts that matter."""
    lines: list[Line] = []
    if sheet.subtitle:
        lines.append(Line((Span(sheet.subtitle, Tone.DIM),)))
    if sheet.summary:
        lines.append(Line((Span(sheet.summary),)))
    if sheet.facts:
        lines.append(Line(_facts(sheet)))
    return (*lines, Line()) if lines else ()


def _facts(sheet: Sheet) -> tuple[Span, ...]:
    spans: list[Span] = []
    for fact in sheet.facts:
        spans += [Span(" · ", Tone.DIM)] if spans else []
        spans += [Span(f"{fact.label} ", Tone.DIM), Span(fact.value, Tone.STRONG)]
    return tuple(spans)
