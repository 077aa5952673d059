"""Blocks as text for people: aligned columns, no frames, bold headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from .blocks import Block, Cell, Column, Facts, Heading, Item, Paragraph, Quotation, Sheet
from .cells import fitted, wrapped

_GAP = "  "
_READABLE = 100
_NARROWEST = 10


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
    widths = natural if width is None else _squeezed(natural, columns, width)
    for head in heads:
        yield Line(_row(head, columns, widths), bold=True)
    yield from (Line(_row(row, columns, widths)) for row in rows)


def _is_used(sheet: Sheet, place: int) -> bool:
    return any(row[place] not in {None, "", 0} for row in sheet.rows)


def _shown(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"{cell:,}" if cell else ""
    return (cell or "").replace("\n", " ")


def _row(cells: list[str], columns: list[Column], widths: list[int]) -> str:
    fields = (
        fitted(cell, width, right=column.right)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return _GAP.join(fields).rstrip()


def _squeezed(natural: list[int], columns: list[Column], width: int) -> list[int]:
    """Take what does not fit from the widest columns, and from whole ones only in the end."""
    widths = list(natural)
    too_much = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for whole in (False, True):
        elastic = [place for place, column in enumerate(columns) if column.whole is whole]
        while too_much > 0 and (place := _widest(elastic, widths)) is not None:
            widths[place] -= 1
            too_much -= 1
    return widths


def _widest(places: list[int], widths: list[int]) -> int | None:
    shrinkable = [place for place in places if widths[place] > _NARROWEST]
    return max(shrinkable, key=widths.__getitem__, default=None)
