# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""What was when: of a record or of the whole set, in the order of time."""

from __future__ import annotations

from typing import Any, cast

from scale_explorer.models.kinds import Kind

from . import columns
from .conditions import Condition, every, seen
from .connections import Connections, Row
from .rows import EventRow, Lens

Cells = tuple[Any, ...]


def events(
    file: Connections, owner: int | None, after: str | None, limit: int, lens: Lens
) -> tuple[EventRow, ...]:
    """Return a page of events, from behind the key `after`; without an owner, of the whole set."""
    behind = columns.position(after) if after is not None else 0
    if behind is None:
        return ()
    where = every((_behind(owner, behind), _by_then(lens), seen(lens)))
    sql = f"{_selected(owner, lens)} WHERE {where.sql} ORDER BY {_place(owner)} LIMIT :limit"
    return tuple(map(_event, file.select(sql, {**where.values, "limit": limit})))


def undated(file: Connections, owner: int | None, lens: Lens) -> int:
    """Return how many claims have no date, of a record's page or of the whole set."""
    dateless = Condition("NOT EXISTS (SELECT 1 FROM event e WHERE e.claim = r.row)")
    claims = Condition("r.kind IN ('relationship', 'deal', 'figure', 'statement')")
    on_page = "r.row IN (SELECT l.claim FROM line l WHERE l.owner = :owner)"
    page = Condition() if owner is None else Condition(on_page, {"owner": owner})
    where = every((page, claims, dateless, seen(lens)))
    found = file.first(f"SELECT count(*) FROM record r WHERE {where.sql}", where.values)
    return cast("int", found[0]) if found else 0


def _place(owner: int | None) -> str:
    return "e.event" if owner is None else "o.event"


def _behind(owner: int | None, event: int) -> Condition:
    behind = Condition(f"{_place(owner)} > :behind", {"behind": event})
    if owner is None:
        return behind
    return every((Condition("o.owner = :owner", {"owner": owner}), behind))


def _by_then(lens: Lens) -> Condition:
    """Return the condition that something had happened, or may have, by the day of the lens."""
    return Condition() if lens.as_of is None else Condition("e.first <= :as_of")


def _selected(owner: int | None, lens: Lens) -> str:
    """Select events as `_event` reads them."""
    title, held = (columns.read(column, lens) for column in ("title", "flags"))
    source = "event e" if owner is None else "event_of o JOIN event e ON e.event = o.event"
    return (
        f"SELECT e.event, r.id, r.kind, {title}, r.short, {columns.amount(lens)}, e.what, e.status,"
        f" e.edtf, e.first, e.last, e.of_source, a.id, e.side, r.quotes,"
        f" {columns.flags(held, lens)}"
        f" FROM {source} JOIN record r ON r.row = e.claim"
        f"{columns.other('a', 'e.anchor', lens)}"
        f"{columns.joined(lens)}"
    )


def _event(row: Row) -> EventRow:
    place, claim, kind, *rest, of_source, anchor, side, quotes, held = cast("Cells", row)
    cells: Cells = (*rest, bool(of_source), anchor, side, quotes, frozenset(held.split()))
    return EventRow(columns.key(place), claim, Kind(kind), *cells)
