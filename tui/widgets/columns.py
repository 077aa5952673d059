"""How wide each column of a list is: measured from its rows, fitted to the room there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass, replace

from .cells import visible
from .rows import Column, Row

GAP = 2
"""Blank cells between two columns."""

INDENT = 2
"""Blank cells before a row for each level of its depth."""

_MEASURED_ROWS = 500
_WHOLE_PART = re.compile(r"\d+(?:[,\u00a0\u202f]\d+)*")


@dataclass(frozen=True, slots=True)
class Extent:
    """The room a column's content takes, in all and on either side of its decimal points.

    `spilled` is the room that its longest text which spills needs here, beside what it runs over.
    """

    width: int = 0
    before: int = 0
    after: int = 0
    spilled: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A column as drawn: which cell of a row it shows, and how far in its decimal points stand."""

    index: int
    width: int
    point: int


def split_at_point(text: str) -> tuple[int, int] | None:
    """Measure a number's text left and right of its decimal point; None without a number."""
    if (whole := _WHOLE_PART.search(text)) is None:
        return None
    before = cell_len(text[: whole.end()])
    return before, cell_len(text) - before


def measure(rows: Iterable[Row], count: int) -> tuple[Extent, ...]:
    """Measure the content of `count` columns over the first items of a list."""
    items = tuple(islice((row for row in rows if row.kind == "item"), _MEASURED_ROWS))
    extents = [_extent(items, index) for index in range(count)]
    spilled = [0] * count
    for row in items:
        for index, room in _spilled(row, extents):
            spilled[index] = max(spilled[index], room)
    return tuple(
        replace(extent, spilled=room) for extent, room in zip(extents, spilled, strict=True)
    )


def _extent(items: Iterable[Row], index: int) -> Extent:
    """Measure one column, but for what spills from it."""
    width = before = after = 0
    for row in items:
        if index < len(row.cells):
            cell = row.cells[index]
            own, left, right = _room(cell.text, cell.align, cell.spills)
            before, after = max(before, left), max(after, right)
            width = max(width, own if cell.spills else own + _indent(row, index))
    return Extent(max(width, before + after), before, after)


def _indent(row: Row, index: int) -> int:
    return row.depth * INDENT if index == 0 else 0


def wider(one: Extent, other: Extent) -> Extent:
    """Return the room that the content of both takes."""
    before, after = max(one.before, other.before), max(one.after, other.after)
    return Extent(max(one.width, other.width, before + after), before, after)


# A moving cursor has the same lists measured again, with the marks of a row or two changed.
@lru_cache(maxsize=1 << 12)
def _room(text: str, align: str, spills: bool) -> tuple[int, int, int]:  # noqa: FBT001 - a cell's own
    """Return the cells that a text takes, and those left and right of its decimal point."""
    if spills:
        return min(1, len(text)), 0, 0
    text = visible(text)
    left, right = (split_at_point(text) if align == "decimal" else None) or (0, 0)
    return cell_len(text), left, right


def _spilled(row: Row, extents: Sequence[Extent]) -> Iterator[tuple[int, int]]:
    """Yield the columns of texts that spill, with the room each needs in its own."""
    for index, cell in enumerate(row.cells[: len(extents)]):
        if cell.spills:
            behind = zip(row.cells[index + 1 :], extents[index + 1 :], strict=False)
            over = takewhile(lambda each: not each[0].text, behind)
            free = sum(extent.width + GAP for _, extent in over if extent.width)
            yield index, cell_len(visible(cell.text)) + _indent(row, index) - free


def fit(columns: Sequence[Column], extents: Sequence[Extent], room: int) -> tuple[Place, ...]:
    """Choose the columns that fit into `room` cells and share the room between them."""
    wanted = [_wanted(column, extent) for column, extent in zip(columns, extents, strict=True)]
    shown = _affordable(columns, wanted, room)
    spare = room - GAP * (len(shown) - 1) - sum(wanted[index] for index in shown)
    widths = {index: wanted[index] for index in shown}
    _grow(columns, extents, widths, spare)
    _shrink(columns, widths, -spare)
    return tuple(
        Place(index, widths[index], widths[index] - extents[index].after) for index in shown
    )


def natural_width(columns: Sequence[Column], extents: Sequence[Extent]) -> int:
    """Return the room in which no column is cut or left out."""
    widths = [_wanted(column, extent) for column, extent in zip(columns, extents, strict=True)]
    shown = [width for width in widths if width]
    return sum(shown) + GAP * max(0, len(shown) - 1)


def _wanted(column: Column, extent: Extent) -> int:
    if not extent.width:
        return 0
    width = max(column.min, extent.width)
    return width if column.max is None else min(width, column.max)


def _least(column: Column, wanted: int) -> int:
    return min(column.min, wanted) if column.flex else wanted


def _affordable(columns: Sequence[Column], wanted: Sequence[int], room: int) -> list[int]:
    """Leave out columns, least important first, until the narrowest form of the rest fits."""
    shown = [index for index in range(len(columns)) if wanted[index]]
    while len(shown) > 1:
        least = sum(_least(columns[index], wanted[index]) for index in shown)
        if least + GAP * (len(shown) - 1) <= room:
            break
        shown.remove(min(shown, key=lambda index: (columns[index].priority, -index)))
    return shown


def _grow(
    columns: Sequence[Column], extents: Sequence[Extent], widths: dict[int, int], spare: int
) -> None:
    """Give spare cells one by one: first where a text is cut, then to whoever may be wider.

    Each goes to the column that is furthest below its share (D'Hondt).
    """
    start = dict(widths)
    for _ in range(spare):
        open_to_more = [
            index for index in widths if columns[index].flex and widths[index] != columns[index].max
        ]
        if not open_to_more:
            return
        cut = [index for index in open_to_more if widths[index] < extents[index].spilled]
        index = max(
            cut or open_to_more,
            key=lambda index: columns[index].flex / (widths[index] - start[index] + 1),
        )
        widths[index] += 1


def _shrink(columns: Sequence[Column], widths: dict[int, int], missing: int) -> None:
    """Take missing cells one by one from the column that is furthest above its least width."""
    least = {index: _least(columns[index], widths[index]) for index in widths}
    for _ in range(missing):
        index = max(widths, key=lambda index: (widths[index] - least[index], widths[index]))
        if widths[index] == 0:
            return
        widths[index] -= 1
