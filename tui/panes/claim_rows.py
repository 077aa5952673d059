"""The rows of pane 2: claims under their headings, each laid out by what it is."""

from __future__ import annotations

from bisect import bisect_right

from scale_explorer.data.store.rows.claims import ClaimRow

from ..headings import counted_titles
from ..listed import is_complete, place_of
from ..scene import Sheet
from ..state import View
from ..widgets.lazy_rows import LazyRows
from ..widgets.rows import Cell, Row, Tone
from .claim_cells import cells_of
from .marks import quotes_cell

MORE = "more:focus"
"""The key of the row that stands for more than was looked for."""


class _Lines:
    """On which line each row stands where headings stand between: each below a blank line.

    There is none above what comes first, and nothing above rows without a heading.
    """

    def __init__(self, sheet: Sheet) -> None:
        rows, told = len(sheet.rows), zip(sheet.headings, counted_titles(sheet), strict=True)
        titled = [(each, title) for each, title in told if each.first or each.title]
        self._firsts = [each.first for each, _ in titled]
        self.titles = [title for _, title in titled]
        self._skipped = 1 if titled and not self._firsts[0] else 0
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


def claim_rows(sheet: Sheet, view: View, pinned: frozenset[str]) -> LazyRows:
    """Lay the claims of a sheet out; those in the dossier are marked."""
    rows = sheet.rows
    lines = _Lines(sheet)
    more = 0 if is_complete(rows) else 1

    def make(line: int) -> Row:
        if line == lines.count:
            return Row(MORE, (Cell("… more", Tone.DIM),))
        if (heading := lines.heading_on(line)) is not None:
            return Row(None, (Cell(lines.titles[heading], Tone.HEADING),), kind="heading")
        row = lines.row_on(line)
        return Row(None) if row is None else _row(rows[row], view, pinned)

    def find(key: str) -> int | None:
        if key == MORE:
            return lines.count if more else None
        place = place_of(rows, key)
        return None if place is None else lines.line_of(place)

    return LazyRows(lines.count + more, make, find, (rows, sheet.headings), (pinned, view))


def _row(claim: ClaimRow, view: View, pinned: frozenset[str]) -> Row:
    # In the story its line begins with it.
    told = {"disputed"} if view is View.STORY else set[str]()
    quotes = quotes_cell(claim.quotes, claim.flags - told, pinned=claim.claim in pinned)
    return Row(claim.key, (*cells_of(claim, view), quotes), depth=claim.depth)
