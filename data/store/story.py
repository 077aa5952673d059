# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""The links between the lines of a story, where some lines are left out of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.models.frozen import replace

from .conditions import seen
from .connections import Connections
from .rows.claims import ClaimRow
from .rows.lens import Lens


def linked(file: Connections, lines: Sequence[ClaimRow], lens: Lens) -> Iterator[ClaimRow]:
    """Yield lines of the story, each tied to one that is told before it, or to none.

    A line that follows from one that is left out must not begin with `so`.
    """
    words = _words(file, lines, lens)
    told: dict[str, list[str]] = {}
    for line in lines:
        claim, before = line.claim or "", told.setdefault(line.section, [])
        causes = (word for cause, word in words.get(claim, ()) if cause in before)
        yield replace(line, role=next(causes, ""))
        before.append(claim)


def _words(
    file: Connections, lines: Iterable[ClaimRow], lens: Lens
) -> dict[str, list[tuple[str, str]]]:
    """Return by effect the causes and words of the reasons between some claims."""
    where, some = seen(lens), "(SELECT value FROM json_each(:claims))"
    sql = f"""SELECT e.id, c.id, l.telling FROM record e JOIN reason l ON l.effect = e.row
              JOIN record c ON c.row = l.cause JOIN record r ON r.row = l.row
              WHERE e.id IN {some} AND c.id IN {some} AND {where.sql} ORDER BY l.row"""
    claims = json.dumps([line.claim for line in lines])
    found: dict[str, list[tuple[str, str]]] = {}
    for effect, cause, word in file.select(sql, {**where.values, "claims": claims}):
        found.setdefault(str(effect), []).append((str(cause), str(word)))
    return found
