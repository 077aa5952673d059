"""What of the records in an index it has no place for, or no record to tie it to: counted and told.

A claim about something that is nowhere is left out as a whole. Where a record only mentions such a
thing, such as the source of a quote or one party of several, the rest of it is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .sink import Doubt

_QUOTES: Final = "quotes of sources that are nowhere"
_MENTIONS: Final = "parties, members, speakers and topics that are nowhere"
_SCOPES: Final = "scopes of figures that are nowhere"

_LOST: Final = {
    _QUOTES: """SELECT q.seq, q.source FROM s.quote q JOIN s.place p USING (seq)
        LEFT JOIN item k ON k.id = q.source WHERE k.id IS NULL""",
    _MENTIONS: """SELECT f.seq, f.far FROM s.far f JOIN s.place p USING (seq)
        LEFT JOIN item k ON k.id = f.far WHERE k.id IS NULL""",
    _SCOPES: """SELECT n.seq, n.scope FROM s.number n JOIN s.place p USING (seq)
        LEFT JOIN item k ON k.id = n.scope WHERE n.scope IS NOT NULL AND k.id IS NULL""",
}
_RECORD: Final = """SELECT id, file, line FROM s.named WHERE seq = :seq
    UNION ALL SELECT id, file, line FROM s.claim WHERE seq = :seq"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """How much there is of each, and the first that name what is nowhere."""

    counts: dict[str, int]
    doubts: tuple[Doubt, ...]


def dropped(connection: sqlite3.Connection, most: int) -> Dropped:
    """Count what was dropped when an index was filled from staging tables; tell `most` of it."""
    counts: dict[str, int] = {}
    doubts: list[Doubt] = []
    for what, sql in _LOST.items():
        counts[what] = 0
        for seq, named in connection.execute(sql):
            counts[what] += 1
            if len(doubts) < most:
                doubts.extend(_doubts(connection, seq, named))
    return Dropped({what: count for what, count in counts.items() if count}, tuple(doubts))


def _doubts(connection: sqlite3.Connection, seq: int, named: str) -> Iterator[Doubt]:
    for record, file, line in connection.execute(_RECORD, {"seq": seq}):
        message = f"{record} names {named}, which is in none of the sources"
        yield Doubt("dangling_reference", message, record, file, line)
