# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""The days at which something changes, what changes on one, and what falls away with a lens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from scale_explorer.models.frozen import replace

from . import columns
from .conditions import Condition, every, seen, switched_off
from .connections import Connections, Row
from .rows.dated import DayRow
from .rows.lens import Lens
from .rows.records import RecordRow

_SOME = 200
"""Days that are read at once where some of them may be left out."""


def behind(file: Connections, day: str, limit: int, lens: Lens) -> tuple[DayRow, ...]:
    """Return the days behind `day`, oldest first."""
    return tuple(_few(_days(file, ">", "ASC", day, lens), limit))


def until(file: Connections, day: str, limit: int, lens: Lens) -> tuple[DayRow, ...]:
    """Return the days up to and with `day`, newest first."""
    # No day is written with more than ten letters, so this is the first behind it.
    return tuple(_few(_days(file, "<", "DESC", f"{day}~", lens), limit))


def _few(days: Iterator[DayRow], limit: int) -> Iterator[DayRow]:
    yield from (day for day, _ in zip(days, range(limit), strict=False))


def _days(file: Connections, sign: str, order: str, day: str, lens: Lens) -> Iterator[DayRow]:
    """Yield days, without the records that are switched off; a day that has no others is none."""
    sql = (
        f"SELECT day, added, changed FROM day WHERE day {sign} :day ORDER BY day {order} LIMIT :few"
    )
    while rows := cast("list[tuple[str, int, int]]", file.select(sql, {"day": day, "few": _SOME})):
        off = _switched_off(file, rows, lens) if lens.without else {}
        for found, added, changed in rows:
            gone, unchanged = off.get(found, (0, 0))
            if added + changed > gone + unchanged:
                yield DayRow(found, added - gone, changed - unchanged)
        day = rows[-1][0]


def _switched_off(
    file: Connections, rows: list[tuple[str, int, int]], lens: Lens
) -> dict[str, tuple[int, int]]:
    """Return how many records that are switched off begin to count or change on some days."""
    off = switched_off(lens)
    first, last = sorted((rows[0][0], rows[-1][0]))
    values = {**off.values, "first": first, "last": last}
    span = "BETWEEN :first AND :last GROUP BY 1"
    gone = file.select(
        f"SELECT r.since, count(*) FROM record r WHERE {off.sql} AND r.since {span}", values
    )
    unchanged = file.select(
        f"""SELECT p.since, count(DISTINCT p.row) FROM past p JOIN record r ON r.row = p.row
            WHERE {off.sql} AND p.since > r.since AND p.since {span}""",
        values,
    )
    found: dict[str, tuple[int, int]] = {}
    for day, count in cast("list[tuple[str, int]]", gone):
        found[day] = (count, 0)
    for day, count in cast("list[tuple[str, int]]", unchanged):
        found[day] = (found.get(day, (0, 0))[0], count)
    return found


def changes(
    file: Connections, day: str, behind: int, limit: int, lens: Lens
) -> tuple[RecordRow, ...]:
    """Return what begins to count or changes on a day, behind the record with a number."""
    then = replace(lens, as_of=day)
    # A union of two ranges of indexes: the day is looked up, not the records.
    found = (
        "r.row IN (SELECT row FROM begun WHERE since = :as_of UNION SELECT w.row FROM past w"
        " JOIN record o ON o.row = w.row WHERE w.since = :as_of AND w.since > o.since)"
    )
    return _records(
        file, then, every((Condition(found, {"as_of": day}), seen(then))), behind, limit
    )


def fallen(file: Connections, lens: Lens, behind: int, limit: int) -> tuple[RecordRow, ...]:
    """Return what is left out because something is switched off, as it would be seen without."""
    if not lens.without:
        return ()
    kept = replace(lens, without=frozenset())
    return _records(file, kept, every((switched_off(lens), seen(kept))), behind, limit)


def _records(
    file: Connections, lens: Lens, which: Condition, behind: int, limit: int
) -> tuple[RecordRow, ...]:
    where = every((which, Condition("r.row > :behind", {"behind": behind})))
    sql = f"{columns.records(lens)} WHERE {where.sql} ORDER BY r.row LIMIT :limit"
    rows: list[Row] = file.select(sql, {**where.values, "limit": limit})
    return tuple(map(columns.record_row, rows))
