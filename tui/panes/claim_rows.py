"""The rows of pane 2: claims under their headings, each laid out by what it is."""

from __future__ import annotations

from bisect import bisect_right

from rich.cells import cell_len

from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.records import SectionRow

from ..listed import is_complete, place_of
from ..scene import Sheet
from ..widgets.lazy_rows import LazyRows
from ..widgets.rows import Cell, Row, Tone
from .marks import DISPUTED, quotes_cell, state_cell

MORE = "more:focus"
"""The key of the row that stands for more than was looked for."""

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


class _Lines:
    """On which line each row stands where headings stand between: each below a blank line.

    There is none above what comes first, and nothing above rows without a heading.
    """

    def __init__(self, sections: tuple[SectionRow, ...], rows: int) -> None:
        titled = [each for each in sections if each.first or each.title]
        self._firsts = [each.first for each in titled]
        self.titles = [each.title for each in titled]
        self._skipped = 1 if titled and not titled[0].first else 0
        self._headings = [self.line_of(first) - 1 for first in self._firsts]
        self.count = rows + self._above(len(titled))

    def _above(self, headings: int) -> int:
        """Return how many lines so many headings take."""
        return 2 * headings - self._skipped if headings else 0

    def line_of(self, row: int) -> int:
        """Return the line of a row."""
        return row + self._above(bisect_right(self._firsts, row))

    def heading_on(self, line: int) -> int | None:
        """Return the number of the heading that stands on a line, if one does."""
        number = bisect_right(self._headings, line) - 1
        return number if number >= 0 and self._headings[number] == line else None

    def row_on(self, line: int) -> int | None:
        """Return the row on a line that is no heading's; None for a blank one."""
        row = line - self._above(bisect_right(self._headings, line))
        return row if self.line_of(row) == line else None


def claim_rows(sheet: Sheet, pinned: frozenset[str], *, story: bool) -> LazyRows:
    """Lay the claims of a sheet out; those in the dossier are marked."""
    rows = sheet.rows
    lines = _Lines(sheet.headings, len(rows))
    more = 0 if is_complete(rows) else 1

    def make(line: int) -> Row:
        if line == lines.count:
            return Row(MORE, (Cell("… more", Tone.DIM),))
        if (heading := lines.heading_on(line)) is not None:
            return Row(None, (Cell(lines.titles[heading], Tone.HEADING),), kind="heading")
        row = lines.row_on(line)
        return Row(None) if row is None else _row(rows[row], pinned, story=story)

    def find(key: str) -> int | None:
        if key == MORE:
            return lines.count if more else None
        place = place_of(rows, key)
        return None if place is None else lines.line_of(place)

    return LazyRows(lines.count + more, make, find, (rows, sheet.headings), (pinned, story))


def _row(claim: ClaimRow, pinned: frozenset[str], *, story: bool) -> Row:
    state = state_cell(claim.state)
    cells = _told(claim, state) if story else _placed(claim, state)
    told = {"disputed"} if story else set[str]()  # in the story its line begins with it
    quotes = quotes_cell(claim.quotes, claim.flags - told, pinned=claim.claim in pinned)
    return Row(claim.key, (*cells, quotes), depth=claim.depth)


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
