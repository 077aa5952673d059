"""What an index tells of its records as a check does: the quotes that are not in their texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from ..finding import Finding, Severity, bounded
from ..finding_json import dumped
from ..grounding.ground import Verdict
from ..loading.complaint import shortened

MOST: Final = 1_000
"""Findings that are kept; there is one more where there are more."""
_MISSING = """SELECT c.id, s.id, e.exact FROM evidence e JOIN item c ON c.row = e.claim
    JOIN item s ON s.row = e.source WHERE e.verdict = ? ORDER BY e.row"""
_PAST = """UPDATE past SET flags = flags || ' flagged wrong'
    WHERE row IN (SELECT claim FROM evidence WHERE verdict = ?)"""
"""What the view of records says of such a record now, it says of it as of each day."""


def write_missing(connection: sqlite3.Connection) -> int:
    """Write a finding for each quote that is not in its text; return how many there are."""
    found = list(bounded(_missing(connection), MOST))
    rows = ((place, each.record, dumped(each)) for place, each in enumerate(found))
    connection.executemany("INSERT INTO finding VALUES (?, ?, ?)", rows)
    connection.execute(_PAST, (Verdict.MISSING.value,))
    return len(found)


def _missing(connection: sqlite3.Connection) -> Iterator[Finding]:
    for record, source, exact in connection.execute(_MISSING, (Verdict.MISSING.value,)):
        message = f"“{shortened(exact)}” is not in the text of {source}"
        yield Finding("quote_not_in_source", Severity.ERROR, message, record)
