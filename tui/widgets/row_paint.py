"""One row of a list as styled text of an exact width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rich.cells import cell_len
from rich.segment import Segment

from .cells import clip, visible
from .columns import GAP, INDENT, Place, split_at_point
from .glyphs import MARKER
from .highlights import highlighted
from .palette import Palette
from .rows import Cell, Row, Tone
from .runs import fitted


def paint_row(row: Row, places: Sequence[Place], width: int, palette: Palette) -> list[Segment]:
    """Draw a row over exactly `width` cells."""
    room = width - gutter_width(row)
    if row.kind == "item" and places:
        body = _in_columns(row, places, palette)
    else:
        body = _across(row, room, palette)
    return fitted([_gutter(row, palette), *body], width, palette)


def gutter_width(row: Row) -> int:
    """Count the cells kept for the cursor: headings that never hold it stand out to the left."""
    return 0 if row.kind == "heading" and row.key is None else 1


def _gutter(row: Row, palette: Palette) -> Segment:
    if palette.marker is not None:
        return Segment(MARKER, palette.marker)
    return Segment(" " * gutter_width(row), palette.tones[Tone.PLAIN])


def _in_columns(row: Row, places: Sequence[Place], palette: Palette) -> Iterator[Segment]:
    plain = palette.tones[Tone.PLAIN]
    cells = [_cell_at(row, place) for place in places]
    number = 0
    while number < len(places):
        place, taken = places[number], _taken(cells, number)
        width = sum(spanned.width + GAP for spanned in places[number : number + taken]) - GAP
        indent = min(row.depth * INDENT, place.width // 2) if place.index == 0 else 0
        yield Segment(" " * (indent + GAP * bool(number)), plain)
        yield from _cell(cells[number], width - indent, place.point - indent, palette)
        number += taken


def _cell_at(row: Row, place: Place) -> Cell:
    return row.cells[place.index] if place.index < len(row.cells) else Cell()


def _taken(cells: Sequence[Cell], number: int) -> int:
    """Count the columns that a cell is drawn over: its own, and empty ones that it spills into."""
    behind = cells[number + 1 :] if cells[number].spills else ()
    return 1 + sum(1 for _ in takewhile(lambda cell: not cell.text, behind))


def _across(row: Row, room: int, palette: Palette) -> Iterator[Segment]:
    """Draw cells one after the other; a last one aligned right stands at the far end."""
    start, end = _split_end(row.cells)
    end_width = min(room // 2, cell_len(visible(end.text)) + GAP) if end else 0
    indent = min(row.depth * INDENT, room // 2)
    blank = Segment(" " * indent, palette.tones[Tone.PLAIN])
    running = _running(start, room - end_width - indent, palette)
    yield from fitted([blank, *running], room - end_width, palette)
    if end:
        yield from _cell(end, end_width, 0, palette)


def _split_end(cells: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], Cell | None]:
    if len(cells) > 1 and cells[-1].align == "right":
        return cells[:-1], cells[-1]
    return cells, None


def _running(cells: Iterable[Cell], room: int, palette: Palette) -> Iterator[Segment]:
    for cell in cells:
        width = max(0, min(room, cell_len(visible(cell.text))))
        yield from _cell(cell, width, 0, palette)
        yield Segment(" ", palette.tones[Tone.PLAIN])
        room -= width + 1


def _cell(cell: Cell, width: int, point: int, palette: Palette) -> Iterator[Segment]:
    """Draw a cell over exactly `width` cells, its decimal point `point` cells in."""
    text = clip(visible(cell.text), width)
    spare = width - cell_len(text)
    lead = _lead(cell, text, spare, point)
    blank = palette.tones[Tone.PLAIN]
    yield Segment(" " * lead, blank)
    yield from highlighted(text, cell.tone, cell.highlights, palette)
    yield Segment(" " * (spare - lead), blank)


def _lead(cell: Cell, text: str, spare: int, point: int) -> int:
    """Count the blanks before a cell's text."""
    if cell.align == "left":
        return 0
    parts = split_at_point(text) if cell.align == "decimal" else None
    return max(0, min(spare, point - parts[0])) if parts else spare
