# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Records as JSON documents, read from the compiled file; as of a day, without what lies ahead."""

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
    past = "NULL, NULL" if lens.as_of is None else "p.position, p.title"
    sql = f"""SELECT d.json, {past} FROM document d JOIN record r ON r.row = d.row
              {columns.joined(lens)} WHERE {where.sql} ORDER BY r.row"""
    for text, position, title in file.select(sql, where.values):
        if position is None or lens.as_of is None:
            yield str(text)
        else:
            then = cast("int", position), str(title)
            yield json.dumps(_then(json.loads(str(text)), lens.as_of, *then), ensure_ascii=False)


def _then(fields: dict[str, Any], day: str, position: int, title: str) -> dict[str, Any]:
    """Return a record with a history as it was: the first so many of its statuses."""
    told = {**fields, "title": title, "history": fields["history"][:position]}
    ahead = {key: None for key in _AHEAD if key in told and _is_ahead(told[key], day)}
    return told | ahead


def _is_ahead(date: str | None, day: str) -> bool:
    # Loaded here because only documents as of a day need it.
    from scale_explorer.models.dates import bounds  # noqa: PLC0415

    return date is not None and (bounds(date).first or "") > day
