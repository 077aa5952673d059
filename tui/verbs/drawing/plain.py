"""Blocks as text for people: aligned columns, no frames, bold headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from .blocks import Block, Cell, Column, Facts, Heading, Item, Paragraph, Quotation, Sheet
from .cells import ELLIPSIS, fitted, wrapped

_GAP = "  "
_READABLE = 100
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and whether it is a heading."""

    text: str
    bold: bool = False


def draw(blocks: Iterable[Block], width: int | None) -> Iterator[Line]:
    """Yield the lines of the blocks in `width` cells; without a width nothing is cut or wrapped."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _parted(before, block):
            yield Line("")
        yield from _lines(block, width)
        before = block


def _parted(before: Block, block: Block) -> bool:
    """Headings stand close to what they head, and items to each other."""
    if isinstance(before, Heading):
        return isinstance(block, Quotation)
    return not (isinstance(before, Item) and isinstance(block, Item))


def _lines(block: Block, width: int | None) -> Iterator[Line]:
    match block:
        case Heading(text):
            yield Line(text, bold=True)
        case Paragraph(text):
            yield from _set(text, "", width)
        case Facts(pairs):
            longest = max(cell_len(label) for label, _ in pairs)
            for label, value in pairs:
                yield from _set(value, fitted(label, longest) + _GAP, width)
        case Sheet():
            yield from _table(block, width)
        case Quotation(words, details):
            yield from _set(f"“{words}”", "", width)
            for detail in details:
                yield from _set(detail, "    ", width)
        case Item(text, depth, under):
            yield from _set(text, "    " * depth, width)
            for line in under:
                yield from _set(line, "    " * (depth + 1), width)


def _set(text: str, lead: str, width: int | None) -> Iterator[Line]:
    """Yield text behind `lead`, wrapped below itself."""
    room = None if width is None else max(min(width, _READABLE) - cell_len(lead), _NARROWEST)
    for line in wrapped(text, room):
        yield Line((lead + line).rstrip())
        lead = " " * cell_len(lead)


def _table(sheet: Sheet, width: int | None) -> Iterator[Line]:
    used = [place for place in range(len(sheet.columns)) if _is_used(sheet, place)]
    columns = [sheet.columns[place] for place in used]
    rows = [[_shown(row[place]) for place in used] for row in sheet.rows]
    heads = [[column.name for column in columns]] if sheet.headed else []
    natural = [max(map(cell_len, cells)) for cells in zip(*heads, *rows, strict=True)]
    if width is not None:
        count = _fitting(natural, columns, width) if sheet.headed else len(columns)
        widths = _squeezed(natural[:count], columns[:count], width)
    else:
        widths = natural
    for head in heads:
        more = _GAP + ELLIPSIS if len(widths) < len(columns) else ""
        yield Line(_row(head, columns, widths) + more, bold=True)
    yield from (Line(_row(row, columns, widths)) for row in rows)


def _is_used(sheet: Sheet, place: int) -> bool:
    return any(row[place] not in {None, "", 0} for row in sheet.rows)


def _shown(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"{cell:,}" if cell else ""
    return (cell or "").replace("\n", " ")


def _row(cells: list[str], columns: list[Column], widths: list[int]) -> str:
    """Set the cells for which there are widths."""
    fields = (
        fitted(cell, width, right=column.right)
        for cell, column, width in zip(cells, columns, widths, strict=False)
    )
    return _GAP.join(fields).rstrip()


def _squeezed(natural: list[int], columns: list[Column], width: int) -> list[int]:
    """Take what does not fit from the widest columns; amounts and whole ones are cut last."""
    widths = list(natural)
    too_much = _total(widths) - width
    for places in _by_patience(columns):
        while too_much > 0 and (place := _widest(places, widths)) is not None:
            widths[place] -= 1
            too_much -= 1
    return widths


def _fitting(natural: list[int], columns: list[Column], width: int) -> int:
    """Return how many columns fit without cutting amounts and whole ones; at least two.

    Headings tell what is shown and that there is more; without them no column is left out.
    """
    least = [
        size if column.whole or column.right else min(size, _NARROWEST)
        for size, column in zip(natural, columns, strict=True)
    ]
    count = len(columns)
    # Three cells are kept for the sign that tells of columns left out.
    while count > 2 and _total(least[:count]) + (3 if count < len(columns) else 0) > width:
        count -= 1
    return count


def _by_patience(columns: list[Column]) -> Iterator[list[int]]:
    """Yield the places of columns that are cut first, then of amounts, then of whole ones."""
    for whole, right in ((False, False), (False, True), (True, False)):
        yield [
            place for place, column in enumerate(columns)
            if (column.whole, column.right) == (whole, right)
        ]  # fmt: skip


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _widest(places: list[int], widths: list[int]) -> int | None:
    shrinkable = [place for place in places if widths[place] > _NARROWEST]
    return max(shrinkable, key=widths.__getitem__, default=None)
