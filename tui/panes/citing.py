"""What cites a passage: the records that quote it, in a few lines under the text."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.kinds import CLAIM_KINDS

from ..widgets.rows import Cell, Column, Row, Tone

COLUMNS = (Column(priority=3), Column(min=34, flex=1, priority=2), Column(min=6, max=16))
"""A sign, what is claimed, and what kind of record claims it."""

CLAIM = "claim:"
"""Stands before the id of a record in the keys of the list."""

_SHARES = ((18, 6), (12, 4), (5, 2))
"""From how many lines of a pane on the list takes how many of them."""
_WITH_BLANK = 4
"""Lines of the list from which on the first is left blank, to part it from the text."""


def lines_for(height: int) -> int:
    """Return the lines that the list takes of a pane of `height` lines."""
    return next((lines for least, lines in _SHARES if height >= least), 0)


def citing_rows(records: tuple[RecordRow, ...], lines: int) -> tuple[Row, ...]:
    """Return as many rows as there is room for; the last one counts what has none."""
    if lines < _WITH_BLANK:
        return tuple(_rows(records, lines))
    return (Row(None), *_rows(records, lines - 1))


def kind_of(record: RecordRow) -> str:
    """Say what a record is: the kind of a claim, or that an entity is only named."""
    return record.kind.label.lower() if record.kind in CLAIM_KINDS else "named"


def _rows(records: tuple[RecordRow, ...], lines: int) -> Iterator[Row]:
    if lines and not records:
        yield _told("", "No claim cites this.")
    fitting = records if len(records) <= lines else records[: max(0, lines - 1)]
    for record in fitting:
        cells = (Cell("“", Tone.ACCENT), Cell(record.title), Cell(kind_of(record), Tone.DIM))
        yield Row(f"{CLAIM}{record.id}", cells)
    if lines and len(fitting) < len(records):
        yield _told("…", f"{len(records) - len(fitting)} more")


def _told(sign: str, words: str) -> Row:
    return Row(None, (Cell(sign, Tone.DIM), Cell(words, Tone.DIM)))
