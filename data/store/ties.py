# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Who is tied to whom: relationships, parties of deals and members of groups, from either end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from scale_explorer.models.kinds import Kind

from . import columns
from .conditions import Condition, every, seen
from .connections import Connections, Row
from .rows.edges import DegreeRow, EdgeRow
from .rows.lens import PLAIN_LENS, Lens
from .tie_types import TIE_NUMBERS, TIE_TYPES, numbered

Cells = tuple[Any, ...]


def edges(
    file: Connections, near: int, which: Condition, limit: int, lens: Lens
) -> tuple[EdgeRow, ...]:
    """Return at most `limit` ties, such as they are, of the record numbered `near`, in order."""
    by_type = Condition("e.of_hub") if _is_hub(file, near) else Condition()
    where = every((_from(near), by_type, which, *_seen(lens)))
    sql = f"""{_selected(lens)} WHERE {where.sql}
              ORDER BY e.type, e.outward, e.claim, e.far LIMIT :limit"""
    found = file.select(sql, {**where.values, "limit": limit})
    return tuple(map(_edge, found))


def degrees(file: Connections, near: int, lens: Lens) -> tuple[DegreeRow, ...]:
    """Return how many ties of each type and direction a record has."""
    where = every((_from(near), *_seen(lens)))
    sql = f"""SELECT e.type, e.outward, count(*) FROM tie e JOIN record r ON r.row = e.claim
              JOIN record f ON f.row = e.far
              WHERE {where.sql} GROUP BY e.type, e.outward"""
    if lens == PLAIN_LENS and _is_hub(file, near):  # kept, as it may have a hundred thousand
        sql = f"SELECT type, outward, count FROM degree e WHERE {where.sql} ORDER BY type, outward"
    found = cast("list[tuple[int, int, int]]", file.select(sql, where.values))
    return tuple(DegreeRow(TIE_TYPES[type_], bool(out), count) for type_, out, count in found)


def _is_hub(file: Connections, near: int) -> bool:
    """Say whether a record has so many ties that they are kept by type, too."""
    return file.first("SELECT 1 FROM hub WHERE row = :row", {"row": near}) is not None


def _from(near: int) -> Condition:
    return Condition("e.near = :near", {"near": near})


def _seen(lens: Lens) -> tuple[Condition, Condition]:
    """Return the conditions that a tie is seen: its claim, and its far end."""
    return seen(lens), seen(lens, "f.row", "f.since")


def of_types(types: frozenset[str]) -> Condition:
    """Return the condition that a tie is of one of some types; without any it may be of all."""
    if not types:
        return Condition()
    wanted = json.dumps(numbered(types))
    return Condition("e.type IN (SELECT value FROM json_each(:types))", {"types": wanted})


def directed(outward: bool | None) -> Condition:  # noqa: FBT001 - it says which end is meant
    """Return the condition that a tie goes out from its near end, or comes in; None is either."""
    return Condition() if outward is None else Condition("e.outward = :out", {"out": int(outward)})


def behind(edge: EdgeRow | None) -> Condition:
    """Return the condition that a tie comes after another from the same end."""
    if edge is None:
        return Condition()
    row = "(SELECT row FROM record WHERE id = {})"
    place = f":b_type, :b_outward, {row.format(':b_claim')}, {row.format(':b_far')}"
    return Condition(
        f"(e.type, e.outward, e.claim, e.far) > ({place})",
        {
            "b_type": TIE_NUMBERS[edge.type],
            "b_outward": int(edge.outward),
            "b_claim": edge.claim,
            "b_far": edge.far,
        },
    )


def between(file: Connections, ends: Sequence[int], limit: int, lens: Lens) -> tuple[EdgeRow, ...]:
    """Return at most `limit` ties that join two of some records, each seen from its subject.

    Every pair is looked up by itself, so how many other ties the records have does not matter.
    """
    every_end = "(SELECT value FROM json_each(:ends))"
    joins = f"e.outward AND e.near IN {every_end} AND e.far IN {every_end}"
    where = every((Condition(joins, {"ends": json.dumps(sorted(ends))}), *_seen(lens)))
    sql = f"""{_selected(lens)} WHERE {where.sql}
              ORDER BY e.type, e.claim, e.near, e.far LIMIT :limit"""
    return tuple(map(_edge, file.select(sql, {**where.values, "limit": limit})))


def _selected(lens: Lens) -> str:
    """Select ties as `_edge` reads them."""
    when, state, held = (columns.read(column, lens) for column in ("period", "state", "flags"))
    verb = "e.verb" if lens.as_of is None else "ifnull(nullif(p.verb, ''), e.verb)"
    return (
        f"SELECT r.id, e.type, e.outward, n.id, f.id, f.kind, f.short, {verb}, e.role,"
        f" {columns.amount(lens)}, {when}, {state}, r.quotes, {columns.flags(held, lens)}"
        f" FROM edge e JOIN record r ON r.row = e.claim JOIN record n ON n.row = e.near"
        f" JOIN record f ON f.row = e.far{columns.joined(lens)}"
    )


def _edge(row: Row) -> EdgeRow:
    claim, type_, outward, near, far, kind, *rest, held = cast("Cells", row)
    name = TIE_TYPES[cast("int", type_)]
    ends: Cells = (near, far, Kind(kind), *rest, frozenset(held.split()))
    return EdgeRow(claim, name, bool(outward), *ends)
