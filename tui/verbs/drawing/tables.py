"""Tables as text for people: a grid where it fits, else an entry of a few lines for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.models.frozen import dataclass

from .blocks import Cell, Column, Sheet
from .cells import cell_len, fitted, fitted_middle, wrapped
from .lines import GAP, INDENT, NARROWEST, Line, text_lines

_DOT = "\N{NO-BREAK SPACE}· "  # a line never begins with the dot


@dataclass(frozen=True, slots=True)
class _Strip:
    """A column with its cells from top to bottom, the heading first where there is one."""

    column: Column
    cells: tuple[str, ...]

    @property
    def natural(self) -> int:
        """The cells that the widest text takes."""
        return max(map(cell_len, self.cells))

    @property
    def least(self) -> int:
        """The cells below which it is not cut."""
        least = self.column.least
        return self.natural if least is None else min(self.natural, least)

    def fitted(self, width: int) -> Iterator[str]:
        """Yield the cells in `width`."""
        for cell in self.cells:
            if self.column.middle:
                yield fitted_middle(cell, width)
            else:
                yield fitted(cell, width, right=self.column.right)


def table_lines(sheet: Sheet, width: int | None) -> Iterator[Line]:
    """Yield a table's lines; columns without content are left out."""
    used = [place for place in range(len(sheet.columns)) if _is_used(sheet, place)]
    strips = [_strip(sheet, place, headed=sheet.headed) for place in used]
    if width is None:
        yield from _grid(strips, [strip.natural for strip in strips], headed=sheet.headed)
        return
    strips = _affordable(strips, width)
    widths = _squeezed(strips, width)
    if _total(widths) <= width:
        yield from _grid(strips, widths, headed=sheet.headed)
    else:
        needed = [place for place in used if not sheet.columns[place].spare]
        yield from _entries([_strip(sheet, place, headed=False) for place in needed], width)


def _is_used(sheet: Sheet, place: int) -> bool:
    return any(row[place] not in {None, "", 0} for row in sheet.rows)


def _strip(sheet: Sheet, place: int, *, headed: bool) -> _Strip:
    column = sheet.columns[place]
    head = (column.name,) if headed else ()
    return _Strip(column, (*head, *(_shown(row[place]) for row in sheet.rows)))


def _shown(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"{cell:,}" if cell else ""
    return (cell or "").replace("\n", " ")


def _affordable(strips: Sequence[_Strip], width: int) -> list[_Strip]:
    """Leave out the spare columns for which others would have to be cut."""
    left = width - _total([strip.natural for strip in strips if not strip.column.spare])
    kept: list[_Strip] = []
    for strip in strips:
        cost = strip.least + len(GAP) if strip.column.spare else 0
        if cost <= max(left, 0):
            kept.append(strip)
            left -= cost
    return kept


def _squeezed(strips: Sequence[_Strip], width: int) -> list[int]:
    """Take what does not fit from spare columns, then from ids, then from texts, the first last."""
    widths = [strip.natural for strip in strips]
    too_much = _total(widths) - width
    for place in sorted(range(len(strips)), key=lambda place: (_patience(strips[place]), -place)):
        taken = max(min(too_much, widths[place] - strips[place].least), 0)
        widths[place] -= taken
        too_much -= taken
    return widths


def _patience(strip: _Strip) -> int:
    if strip.column.spare:
        return 0
    return 1 if strip.column.middle else 2


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _grid(strips: Sequence[_Strip], widths: Sequence[int], *, headed: bool) -> Iterator[Line]:
    columns = (strip.fitted(width) for strip, width in zip(strips, widths, strict=True))
    for number, cells in enumerate(zip(*columns, strict=True)):
        yield Line(GAP.join(cells).rstrip(), bold=headed and number == 0)


def _entries(strips: Sequence[_Strip], width: int) -> Iterator[Line]:
    """Yield each row with its first text whole, amounts at the right, and the rest below."""
    first, *others = strips
    beside = [strip for strip in others if strip.column.right]
    if width - _total([0, *(strip.natural for strip in beside)]) < NARROWEST:
        beside = []
    below = [strip for strip in others if strip not in beside]
    for number, text in enumerate(first.cells):
        amounts = "".join(
            GAP + fitted(strip.cells[number], strip.natural, right=True) for strip in beside
        )
        yield from _first_lines(text, amounts, width)
        rest = _DOT.join(filter(None, (strip.cells[number] for strip in below)))
        if rest:
            yield from text_lines(rest, INDENT, width)


def _first_lines(text: str, amounts: str, width: int) -> Iterator[Line]:
    room = width - cell_len(amounts)
    for line in wrapped(text, room):
        yield Line((fitted(line, room) + amounts).rstrip())
        amounts = ""
