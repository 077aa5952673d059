"""Bars of a chart: how far an amount surely goes, and how far it may.

██████        surely so much; ▒▒▒▒▒▒ planned, estimated or derived
██████░░●░    and up to so much, ● where a number was stated, unless it is computed
██████░░░→    and nobody says where it ends; ←░░░ nor where it begins
"""

from __future__ import annotations

from scale_explorer.data.store.rows.figures import FigureRow
from scale_explorer.models.quantity.interval import Interval

from .scale import Scale

_FILLED = {"reported": "█"}
_EXPECTED = "▒"
_MAYBE = "░"
_STATED = "●"


def bar(figure: FigureRow, on: Scale) -> dict[int, str]:
    """Return the signs of a figure's bar by cell; one that came to nothing has none."""
    value = figure.value
    if value is None:
        return {}
    first, last = _ends(value, on)
    signs = dict.fromkeys(_sure(value, on), _FILLED.get(figure.status, _EXPECTED))
    if last > first or not signs:
        signs |= dict.fromkeys(range(first, last + 1), _MAYBE)
    if value.low is None:
        signs[first] = "←"
    if value.high is None:
        signs[last] = "→"
    if value.stated is not None and not figure.is_derived:
        signs[on.cell(value.stated)] = _STATED
    return signs


def _is_range(value: Interval) -> bool:
    return value.low != value.high


def _ends(value: Interval, on: Scale) -> tuple[int, int]:
    """Return the cells of both ends; an unbounded one is at the end of the scale."""
    first = 0 if value.low is None else on.cell(value.low)
    last = on.cells - 1 if value.high is None else on.cell(value.high)
    return first, last


def _sure(value: Interval, on: Scale) -> range:
    """Return the cells from zero to the end that is nearer to it: what is surely reached."""
    first, last = _ends(value, on)
    if value.low is not None and value.low > 0:
        return range(on.zero, first + 1)
    if value.high is not None and value.high < 0:
        return range(last, on.zero + 1)
    return range(on.zero, on.zero + 1) if not _is_range(value) else range(0)
