"""Disputes of a claim, read from the compiled file."""

from __future__ import annotations

import json
from typing import cast

from . import columns
from .conditions import seen, seen_words
from .connections import Connections
from .rows.disputed import DisputeRow, DisputeSide
from .rows.lens import PLAIN_LENS, Lens

MOST = 20
"""Disputes of one claim that are shown."""

_DISPUTES = """SELECT d.kind, d.leads, d.why, d.note, d.other, d.own_side, d.other_side
    FROM dispute d JOIN record r ON r.row = d.other WHERE d.row = :row AND {}
    ORDER BY d.position LIMIT :most"""
_QUOTE = f"{columns.EVIDENCE} WHERE e.claim = :row AND e.id = :id"


def disputes(file: Connections, row: int, lens: Lens) -> tuple[DisputeRow, ...]:
    """Return the disputes in which the record of a row stands, in the order they were found.

    Through a lens only those are seen whose other side is, with the words of both.
    """
    where = seen(lens)
    values = {**where.values, "row": row, "most": MOST}
    return tuple(
        DisputeRow(
            kind=str(kind),
            own=own_side,
            other=other_side,
            leads=str(leads),
            why=str(why),
            note=str(note),
        )
        for kind, leads, why, note, other, own, counterpart in file.select(
            _DISPUTES.format(where.sql), values
        )
        if (own_side := _side(file, row, str(own), lens))
        and (other_side := _side(file, cast("int", other), str(counterpart), lens))
    )


def _side(file: Connections, row: int, told: str, lens: Lens) -> DisputeSide | None:
    """Read one side: what is stored of it, with its record and its quote; none that comes later."""
    fields = json.loads(told)
    words = seen_words(lens)
    values = {**seen(lens).values, "row": row, "id": fields["evidence"] or ""}
    record = file.first(f"{columns.records(lens)} WHERE r.row = :row", values)
    quote = file.first(f"{_QUOTE} AND {words.sql}", values)
    if fields["evidence"] and not quote and lens != PLAIN_LENS:
        return None
    assert record is not None, "a dispute is between records of the file"
    return DisputeSide(
        record=columns.record_row(record),
        shown=fields["shown"],
        evidence=columns.evidence_row(quote) if quote else None,
        formula=fields["formula"],
        differs=tuple((start, end) for start, end in fields["differs"]),
    )
