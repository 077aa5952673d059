"""A series over time as a line: a point a figure, its range as a whisker, time to the right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from rich.cells import cell_len

from scale_explorer.data.exploring.peers import Peer, Peers

from ..widgets.cells import clip
from ..widgets.lines import Span
from ..widgets.rows import Tone
from .scale import Scale, scale

ROWS = 8
"""Rows of the line, without those of the dates."""
_POINT, _WHISKER, _LINE = "●", "│", "·"

Cells = dict[tuple[int, int], tuple[str, Tone, str | None]]


def line_of(chart: Peers, width: int) -> list[tuple[Span, ...]]:
    """Return the lines of a series."""
    points = [peer for peer in chart.peers if peer.figure.value is not None]
    cells: Cells = {}
    up = scale(_ends(points), ROWS)
    places = [(_across(peer, points, width - 2), _row(_middle(peer), up)) for peer in points]
    for one, other in pairwise(places):
        cells |= dict.fromkeys(_between(one, other), (_LINE, Tone.DIM, None))
    for peer, (cell, row) in zip(points, places, strict=True):
        cells |= _whisker(peer, cell, up)
        cells[row, cell] = (_POINT, Tone.ACCENT, None)
    return [*(_drawn(cells, row, width) for row in range(ROWS)), _dates(points, width)]


def _ends(points: list[Peer]) -> list[Decimal]:
    values = (peer.figure.value for peer in points)
    return [end for value in values if value for end in (value.low, value.high) if end is not None]


def _middle(peer: Peer) -> Decimal:
    """Return where the line goes through: the number stated, else the middle of what is known."""
    value = peer.figure.value
    assert value is not None, "points without a value are left out"
    ends = [end for end in (value.low, value.high) if end is not None]
    return value.stated if value.stated is not None else sum(ends, Decimal(0)) / max(1, len(ends))


def _row(amount: Decimal, up: Scale) -> int:
    return ROWS - 1 - up.cell(amount)


def _across(peer: Peer, points: list[Peer], room: int) -> int:
    days = [date.fromisoformat(point.figure.first).toordinal() for point in points]
    here = date.fromisoformat(peer.figure.first).toordinal()
    span = max(1, max(days) - min(days))
    return 1 + (here - min(days)) * max(1, room - 8) // span


def _between(one: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the cells, row first, on the straight line between two places."""
    (left, top), (right, bottom) = one, other
    return [
        (top + round((bottom - top) * (cell - left) / (right - left)), cell)
        for cell in range(left + 1, right)
    ]


def _whisker(peer: Peer, cell: int, up: Scale) -> Cells:
    value = peer.figure.value
    assert value is not None, "points without a value are left out"
    low = up.low if value.low is None else value.low
    high = up.high if value.high is None else value.high
    rows = range(_row(high, up), _row(low, up) + 1)
    found: Cells = {(row, cell): (_WHISKER, Tone.ACCENT, None) for row in rows}
    if value.high is None:
        found[rows[0], cell] = ("↑", Tone.ACCENT, None)
    if value.low is None:
        found[rows[-1], cell] = ("↓", Tone.ACCENT, None)
    return found


def _drawn(cells: Cells, row: int, width: int) -> tuple[Span, ...]:
    line = (cells.get((row, cell), (" ", Tone.DIM, None)) for cell in range(width))
    return tuple(Span(sign, tone, key) for sign, tone, key in line)


def _dates(points: list[Peer], width: int) -> tuple[Span, ...]:
    """Name the times below the points, as many as stand apart."""
    text = ""
    for peer in points:
        cell = max(0, _across(peer, points, width - 2) - 1)
        if cell >= cell_len(text) + (2 if text else 0):
            text = text + " " * (cell - cell_len(text)) + peer.figure.period
    return (Span(clip(text, width), Tone.DIM),)
