"""Pane 2: what one looks at, as its head and its claims, grouped by what they mean."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from scale_explorer.data.store.rows.claims import ClaimRow

from ..scene import OPENS, Scene, Sheet
from ..state import STORY, FocusPane, Follow, LoadMore, Pane, SelectClaim, Unfold, View
from ..widgets.filter_bar import FilterBar
from ..widgets.lines import Line, Span
from ..widgets.picture_view import PictureView
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from ..widgets.splitter import Edge
from ..widgets.text_lines import TextLines
from .marks import DISPUTED, quotes_cell, state_cell
from .pane import LinkedPane, textual_bindings

_COLUMNS = (
    Column(min=16, flex=1, priority=9),
    Column(min=13, max=18, flex=1, priority=8),
    Column(min=10, max=17, flex=1, priority=6),
    Column(min=12, max=26, flex=1, priority=2),
    Column(min=3, priority=4),
)
"""What it is, how much, when or how it stands, what else, and how many quotes carry it."""

_STORY_COLUMNS = (
    Column(max=6, priority=4),
    Column(max=1, priority=5),
    Column(min=38, flex=1, priority=9),
    Column(min=6, max=17, priority=1),
    Column(min=3, priority=3),
)
"""In the story a sentence must be read whole; its status stands with its words."""

_LIST_COLUMNS = (Column(min=26, flex=1, priority=9), Column(max=18, priority=8), *_COLUMNS[2:])
"""In a list the titles are what one looks for."""

_WHY_COLUMNS = (Column(min=36, flex=1, priority=9), *_COLUMNS[1:])
"""In a chain of reasons the sentence goes first; its arrow tells inferred links apart."""

_COLUMNS_OF = {
    View.STORY: _STORY_COLUMNS, View.LIST: _LIST_COLUMNS, View.WHY: _WHY_COLUMNS,
}  # fmt: skip

_ROOM = 26
"""Cells of a label beside which a role still finds room; a longer one pushes it to the right."""
_LINKS = {
    "Because": ("because", "←", "⇠"),
    "What follows": ("so", "→", "⇢"),
    "Why": ("", "", ""),
    "Before it": ("because", "", ""),
    "After it": ("so", "", ""),
}
"""Sections of reasons: the link they take for granted, and the arrows for stated and inferred."""

_MORE = "more:focus"
_FRAME = 6
"""Cells of the upper edge that the pane's number and the corners take."""


class ClaimsPane(LinkedPane):
    """Moving shows a claim's words to the right; Enter follows the claim to its other end."""

    PANE = Pane.FOCUS
    NUMBER = 2
    EDGES: ClassVar[frozenset[Edge]] = frozenset({"left", "bottom"})
    BINDINGS: ClassVar[list[BindingType]] = [*textual_bindings("focus")]

    _pinned: frozenset[str] = frozenset()

    def show_pinned(self, records: frozenset[str]) -> None:
        """Mark the rows whose claims are in the dossier."""
        if records != self._pinned:
            self._pinned = records
            self.watch_scene(self.scene)

    def compose_view(self) -> ComposeResult:
        """Yield the head above the claims."""
        yield TextLines(id="head")
        yield RowList(_COLUMNS)
        yield PictureView()

    @property
    def view(self) -> RowList | PictureView:
        """The claims, or the picture in their place; the head takes no keys."""
        return self._picture if self._is_drawn else self._list

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _picture(self) -> PictureView:
        return self.query_one(PictureView)

    @property
    def _is_drawn(self) -> bool:
        return self.scene is not None and self.scene.sheet.answer.drawing is not None

    def watch_scene(self, scene: Scene | None) -> None:
        """Show the sheet, with the cursor on the chosen claim."""
        if scene is None:
            return
        sheet = scene.sheet.answer
        self.name_pane(sheet.title, " › ".join(scene.crumbs.answer))
        self._show_head(sheet)
        self.view.empty = sheet.empty
        self._show(sheet, scene.row.key if scene.row else None)
        state = self.navigation.now.focus
        found = f"{len(sheet.rows):,}{'+' if sheet.more else ''}"
        self.query_one(FilterBar).tell(state.filter, "✕" if sheet.error else found)

    def _show(self, sheet: Sheet, cursor: str | None) -> None:
        """Show the rows or the drawing, and give the keyboard to whichever it is."""
        if sheet.drawing is not None:
            self._picture.show(sheet.drawing, cursor)
        else:
            place = self.navigation.now.place
            rows = self._rows(sheet, story=place == STORY)
            self._list.show(rows, cursor, columns=_COLUMNS_OF.get(place.view, _COLUMNS))
        had_keyboard = self._list.has_focus or self._picture.has_focus
        self._list.display = not self._is_drawn
        self._picture.display = self._is_drawn
        if had_keyboard and not self.view.has_focus:
            self.view.focus()

    def _show_head(self, sheet: Sheet) -> None:
        """Say what the sheet is about, and its name too where the frame has no room for it."""
        cut = bool(self.size) and cell_len(sheet.title) > self.size.width - _FRAME
        name = (Line((Span(sheet.title, Tone.STRONG),)),) if cut else ()
        self.query_one("#head", TextLines).show((*name, *_head(sheet)))

    def on_resize(self) -> None:
        """Name the record whole where the frame has become too narrow for it."""
        if self.scene is not None:
            self._show_head(self.scene.sheet.answer)

    def _rows(self, sheet: Sheet, *, story: bool) -> tuple[Row, ...]:
        rows: list[Row] = []
        section = ""
        for claim in sheet.rows:
            if claim.section != section:
                section = claim.section
                rows += [Row(None), Row(None, (Cell(section, Tone.HEADING),), kind="heading")]
            rows.append(self._row(claim, story=story))
        if sheet.more:
            rows.append(Row(_MORE, (Cell("… more", Tone.DIM),)))
        return tuple(rows[1:] if rows and rows[0].key is None else rows)

    def _row(self, claim: ClaimRow, *, story: bool) -> Row:
        state = state_cell(claim.state)
        cells = _told(claim, state) if story else _placed(claim, state)
        told = {"disputed"} if story else set[str]()  # in the story its line begins with it
        pinned = claim.claim in self._pinned
        quotes = quotes_cell(claim.quotes, claim.flags - told, pinned=pinned)
        return Row(claim.key, (*cells, quotes), depth=claim.depth)

    def moved_to(self, key: str) -> None:
        """Show the claim's words; the row for more loads more."""
        self.ask(LoadMore(Pane.FOCUS) if key == _MORE else SelectClaim(key))

    def choose(self, key: str) -> None:
        """Follow the claim to its other end, or to its own page."""
        rows = self.scene.sheet.answer.rows if self.scene else ()
        row = next((row for row in rows if row.key == key), None)
        opens = row is not None and OPENS in row.flags
        record = (row.target or row.claim) if row and not opens else None
        if record is not None:
            self.ask(Follow(record))
        elif row is not None and self._is_drawn:
            self.ask(Unfold(key))

    def action_right(self) -> None:
        """Go right in a picture; follow the claim of a row."""
        if not self._is_drawn or self.typing:
            self.action_choose()
        else:
            self._across(1)

    def action_out(self) -> None:
        """Go left in a picture; where nothing is left of the cursor, to Browse."""
        if not self._is_drawn or not self._across(-1):
            self.ask(FocusPane(Pane.BROWSE))

    def _across(self, delta: int) -> bool:
        before = self.view.cursor
        with self.view.prevent(PictureView.Moved):
            moved = self._picture.move_across(delta)
        if self.view.cursor not in {None, before}:
            self.moved_to(str(self.view.cursor))
        return moved


def _told(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Tell a line of the story: how it follows, what happened, how it stands."""
    said = claim.amount and claim.amount.replace("\u00a0", " ") not in claim.label
    # First, so that a narrow terminal cuts the words and not the number.
    label = f"{claim.amount}  {claim.label}" if said else claim.label
    sign, _, words = state.text.partition(" ")
    disputed = "disputed" in claim.flags
    return (
        Cell(claim.role, Tone.DIM),
        Cell(DISPUTED, Tone.WARN) if disputed else Cell(sign, state.tone),
        Cell(label, spills=True),
        Cell(words, state.tone),
    )


def _placed(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Lay a claim out by what it is: a reason, an amount, or a tie."""
    if claim.section in _LINKS:
        # The arrow tells inferred links apart even where only the sentence finds room.
        return Cell(_link(claim), spills=True), Cell(), Cell(), state
    if claim.amount:
        return _measured(claim, state)
    return _tied(claim, state)


def _measured(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Put the period beside an amount, and then how it stands or what it comes to."""
    label = Cell(claim.label, Tone.DIM if claim.depth else Tone.PLAIN, spills=True)
    # The amount's own sign says already that it is computed.
    told = claim.state and not (claim.state == "derived" and claim.amount.endswith("ƒ"))
    return label, _amount(claim), _dim(claim.when), state if told else _dim(claim.extra)


def _tied(claim: ClaimRow, state: Cell) -> tuple[Cell, ...]:
    """Put the role beside a name, or behind its status where the name needs the room."""
    rest = _dim(claim.extra or claim.when)
    role = Cell(claim.role, Tone.DIM, spills=True)
    if cell_len(claim.label) > _ROOM:
        return Cell(claim.label, spills=True), Cell(), state, role if claim.role else rest
    return Cell(claim.label), role, state, rest


def _amount(claim: ClaimRow) -> Cell:
    return Cell(claim.amount, Tone.STRONG, "decimal")


def _dim(text: str) -> Cell:
    return Cell(text, Tone.DIM)


def _link(claim: ClaimRow) -> str:
    """Say how a reason links its ends, where the section does not say it already."""
    usual, stated, inferred = _LINKS[claim.section]
    arrow = inferred if "inferred" in claim.flags else stated
    how = "" if claim.role in {"", usual} else f"{claim.role}: "
    said = f"{how}{claim.label}{f', {claim.amount}' if claim.amount else ''}"
    return f"{arrow} {said}" if claim.role and arrow else said


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
