# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""What was when: of a record or of the whole set, in the order of time."""

from __future__ import annotations

from typing import Any, cast

from scale_explorer.models.kinds import Kind

from . import columns
from .conditions import Condition, every, seen
from .connections import Connections, Row
from .rows.dated import EventRow
from .rows.lens import Lens

Cells = tuple[Any, ...]


def events(
    file: Connections, owner: int | None, which: Condition, limit: int, lens: Lens
) -> tuple[EventRow, ...]:
    """Return at most `limit` events, such as they are; without an owner, of the whole set."""
    where = every((_of(owner), which, _by_then(lens), seen(lens)))
    sql = f"{_selected(owner, lens)} WHERE {where.sql} ORDER BY e.event LIMIT :limit"
    return tuple(map(_event, file.select(sql, {**where.values, "limit": limit})))


def behind(after: str | None) -> Condition:
    """Return the condition that an event comes after the one of a key; a key of none, nothing."""
    place = 0 if after is None else columns.position(after)
    return Condition("0") if place is None else Condition("e.event > :behind", {"behind": place})


def undated(file: Connections, owner: int | None, which: Condition, lens: Lens) -> int:
    """Return how many claims have no date, of a record's page or of the whole set."""
    dateless = Condition("NOT EXISTS (SELECT 1 FROM event e WHERE e.claim = r.row)")
    claims = Condition("r.kind IN ('relationship', 'deal', 'figure', 'statement')")
    on_page = "r.row IN (SELECT l.claim FROM line l WHERE l.owner = :owner)"
    page = Condition() if owner is None else Condition(on_page, {"owner": owner})
    where = every((page, claims, dateless, which, seen(lens)))
    found = file.first(f"SELECT count(*) FROM record r WHERE {where.sql}", where.values)
    return cast("int", found[0]) if found else 0


def _of(owner: int | None) -> Condition:
    return Condition() if owner is None else Condition("o.owner = :owner", {"owner": owner})


def _by_then(lens: Lens) -> Condition:
    """Return the condition that something had happened, or may have, by the day of the lens."""
    return Condition() if lens.as_of is None else Condition("e.first <= :as_of")


def _selected(owner: int | None, lens: Lens) -> str:
    """Select events as `_event` reads them."""
    title, held = (columns.read(column, lens) for column in ("title", "flags"))
    source = "event e" if owner is None else "event_of o JOIN event e ON e.event = o.event"
    return (
        f"SELECT e.event, r.id, r.kind, {title}, r.short, {columns.amount(lens)}, e.what,"
        " e.status, e.edtf, e.first, e.last, e.of_source, a.id, e.side, r.quotes,"
        f" {columns.flags(held, lens)},"
        " (SELECT f.value FROM facet f WHERE f.row = r.row AND f.name = 'type' LIMIT 1)"
        f" FROM {source} JOIN record r ON r.row = e.claim"
        f"{columns.other('a', 'e.anchor', lens)}"
        f"{columns.joined(lens)}"
    )


def _event(row: Row) -> EventRow:
    place, claim, kind, *rest, of_source, anchor, side, quotes, held, type_ = cast("Cells", row)
    named = (type_ or "").replace("-", "_")  # facets hold it as it is searched for
    cells: Cells = (*rest, bool(of_source), anchor, side, quotes, frozenset(held.split()), named)
    return EventRow(columns.key(place), claim, Kind(kind), *cells)
