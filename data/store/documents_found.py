# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Records as JSON documents, read from the compiled file.

As of a day they are without what lies ahead, and `marks` tells how sure it is that they count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from . import columns
from .conditions import Condition
from .connections import Connections
from .rows.lens import Lens

_AHEAD = ("end", "completed")
"""Dates of relationships and deals that may lie ahead of the day."""


def found(file: Connections, where: Condition, lens: Lens) -> Iterator[str]:
    """Yield the documents of the records at `r` that meet a condition, in the set's order."""
    if lens.as_of is None:
        sql = "SELECT d.json FROM document d JOIN record r ON r.row = d.row"
        rows = file.select(f"{sql} WHERE {where.sql} ORDER BY r.row", where.values)
        yield from (str(text) for (text,) in rows)
        return
    sql = f"""SELECT d.json, {columns.of_the_day(lens)}, p.position, p.title FROM document d
              JOIN record r ON r.row = d.row {columns.joined(lens)} WHERE {where.sql}
              ORDER BY r.row"""
    for text, marks, *then in file.select(sql, {**where.values, "as_of": lens.as_of}):
        fields = _then(json.loads(str(text)), lens.as_of, *cast("tuple[int | None, str]", then))
        yield json.dumps({**fields, "marks": str(marks).split()}, ensure_ascii=False)


def _then(fields: dict[str, Any], day: str, position: int | None, title: str) -> dict[str, Any]:
    """Return a record as it was; one with a history with the first so many of its statuses."""
    if position is None:
        return fields
    told = {**fields, "title": title, "history": fields["history"][:position]}
    ahead = {key: None for key in _AHEAD if key in told and _is_ahead(told[key], day)}
    return told | ahead


def _is_ahead(date: str | None, day: str) -> bool:
    # Loaded here because only documents as of a day need it.
    from scale_explorer.models.dates import bounds  # noqa: PLC0415

    return date is not None and (bounds(date).first or "") > day
