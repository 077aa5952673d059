"""Disputes of a claim, read from the compiled file."""

from __future__ import annotations

import json
from typing import cast

from . import columns
from .connections import Connections
from .rows import PLAIN_LENS, DisputeRow, DisputeSide

MOST = 20
"""Disputes of one claim that are shown."""

_DISPUTES = """SELECT kind, leads, why, note, other, own_side, other_side FROM dispute
    WHERE row = :row ORDER BY position LIMIT :most"""
_RECORD = f"{columns.records(PLAIN_LENS)} WHERE r.row = :row"
_QUOTE = f"{columns.EVIDENCE} WHERE e.claim = :row AND e.id = :id"


def disputes(file: Connections, row: int) -> tuple[DisputeRow, ...]:
    """Return the disputes in which the record of a row stands, in the order they were found."""
    found = file.select(_DISPUTES, {"row": row, "most": MOST})
    return tuple(
        DisputeRow(
            kind=str(kind),
            own=_side(file, row, str(own)),
            other=_side(file, cast("int", other), str(counterpart)),
            leads=str(leads),
            why=str(why),
            note=str(note),
        )
        for kind, leads, why, note, other, own, counterpart in found
    )


def _side(file: Connections, row: int, told: str) -> DisputeSide:
    """Read one side: what is stored of it, with its record and its quote."""
    fields = json.loads(told)
    record = file.first(_RECORD, {"row": row})
    quote = file.first(_QUOTE, {"row": row, "id": fields["evidence"] or ""})
    assert record is not None, "a dispute is between records of the file"
    return DisputeSide(
        record=columns.record_row(record),
        shown=fields["shown"],
        evidence=columns.evidence_row(quote) if quote else None,
        formula=fields["formula"],
        differs=tuple((start, end) for start, end in fields["differs"]),
    )
