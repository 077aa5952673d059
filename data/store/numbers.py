# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Figures as numbers: about a record, or all that measure the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, cast

from ..query import Filter
from . import columns
from .conditions import RECORDS, Condition, every, matching, seen
from .connections import Connections
from .protocol import PAGE
from .rows.figures import FigureRow
from .rows.lens import Lens

Cells = tuple[Any, ...]


def about(file: Connections, subject: int, lens: Lens) -> tuple[FigureRow, ...]:
    """Return the figures about the record with a number."""
    return _found(file, Condition("g.subject = :of", {"of": subject}), lens)


def on_page(file: Connections, owner: int, wanted: Filter, lens: Lens) -> tuple[FigureRow, ...]:
    """Return the figures that stand on the page of the record with a number."""
    page = "g.row IN (SELECT l.claim FROM line l WHERE l.owner = :of)"
    which = every((Condition(page, {"of": owner}), matching(wanted, RECORDS)))
    return _found(file, which, lens)


def alike(
    file: Connections, measure: str, unit: str, wanted: Filter, lens: Lens
) -> tuple[FigureRow, ...]:
    """Return the figures that measure the same in one unit."""
    values = {"measure": measure, "unit": unit}
    same = Condition("g.measure = :measure AND g.unit = :unit", {**values})
    return _found(file, every((same, matching(wanted, RECORDS))), lens)


def at(file: Connections, row: int, lens: Lens) -> FigureRow | None:
    """Return the figure with a number, or None where there is no such."""
    return next(iter(_found(file, Condition("g.row = :of", {"of": row}), lens)), None)


MOST_BEARING = 10_000
"""Figures that `bearing` returns at most."""


def bearing(
    file: Connections, records: Collection[str], measures: frozenset[str], lens: Lens
) -> tuple[tuple[str, FigureRow], ...]:
    """Return the figures of some measures about records, each beside the record it bears on."""
    measured = "g.measure IN (SELECT value FROM json_each(:measures))"
    where = every((Condition(measured, {"measures": json.dumps(sorted(measures))}), seen(lens)))
    sql = f"""WITH asked(row) AS
                  (SELECT row FROM record WHERE id IN (SELECT value FROM json_each(:ids))),
              source(near, subject) AS (SELECT row, row FROM asked UNION ALL
                  SELECT b.row, b.deal FROM brought b JOIN asked a ON a.row = b.row)
              SELECT n.id, {_columns(lens)} FROM source o JOIN record n ON n.row = o.near
              JOIN figure g ON g.subject = o.subject {_joined(lens)}
              WHERE {where.sql} ORDER BY n.row, g.row LIMIT :limit"""
    ids = {"ids": json.dumps(sorted(records)), "limit": MOST_BEARING}
    found = cast("list[Cells]", file.select(sql, {**where.values, **ids}))
    return tuple((near, _figure(row)) for near, *row in found)


def _found(file: Connections, which: Condition, lens: Lens) -> tuple[FigureRow, ...]:
    where = every((which, seen(lens)))
    sql = f"{_selected(lens)} WHERE {where.sql} ORDER BY g.row LIMIT :limit"
    return tuple(map(_figure, file.select(sql, {**where.values, "limit": PAGE})))


def _selected(lens: Lens) -> str:
    """Select figures as `_figure` reads them."""
    return f"SELECT {_columns(lens)} FROM figure g {_joined(lens)}"


def _columns(lens: Lens) -> str:
    title, state, held = (columns.read(column, lens) for column in ("title", "state", "flags"))
    return (
        "r.id, s.id, g.measure, g.status, g.hedge, g.prefer, g.unit, g.value, r.amount,"
        f" c.id, t.id, w.id, r.period, g.first, g.last, {title}, {state}, r.quotes,"
        f" {columns.flags(held, lens)}"
    )


def _joined(lens: Lens) -> str:
    return (
        "JOIN record r ON r.row = g.row JOIN record s ON s.row = g.subject"
        f"{columns.other('c', 'g.scope', lens)}{columns.other('t', 'g.relative_to', lens)}"
        f"{columns.other('w', 'g.whole', lens)}{columns.joined(lens)}"
    )


def _figure(row: Sequence[object]) -> FigureRow:
    # Loaded here because decimals would slow the start of all that asks for no numbers.
    from scale_explorer.models.quantity.interval import Interval  # noqa: PLC0415

    *named, value, shown = cast("Cells", row)[:9]
    *rest, held = cast("Cells", row)[9:]
    interval = None if value is None else Interval.from_json(json.loads(value))
    cells: Cells = (*named, interval, shown, *rest, frozenset(held.split()))
    return FigureRow(*cells)
