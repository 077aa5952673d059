# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""How many quotes stand on a page, counted at once: a hub has a hundred thousand claims."""

from __future__ import annotations

from typing import cast

from scale_explorer.models.kinds import Kind

from .conditions import Condition, every, seen_lines, seen_words
from .connections import Connections
from .rows.lens import Lens


def quoted(file: Connections, row: int, lens: Lens) -> int:
    """Return how many quotes a record and the claims on its page have; of a source, its own."""
    lines = seen_lines(lens)
    claims = f"""SELECT l.claim FROM line l JOIN record r ON r.row = l.claim
                 WHERE l.owner = :row AND {lines.sql}"""
    carried = f"(e.claim = :row OR e.claim IN ({claims}))"
    of_source = "(e.source = :row OR (SELECT o.kind FROM record o WHERE o.row = :row) <> :source)"
    values = {**lines.values, "row": row, "source": Kind.SOURCE.value}
    where = every((Condition(carried, values), Condition(of_source), seen_words(lens)))
    found = file.first(f"SELECT count(*) FROM evidence e WHERE {where.sql}", where.values)
    return cast("int", found[0]) if found else 0
