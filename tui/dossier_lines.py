"""How a dossier reads on the screen: its pins in order, each with its comment below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scale_explorer.data.dossier.dossier import Dossier, Pin
from scale_explorer.data.store.rows.records import RecordRow

from .widgets.lines import Line, Span
from .widgets.rows import Tone

COMMENT = "comment:"
"""Stands before a pin's id in the key of its comment; no id has a colon."""

_NONE = "Nothing is pinned yet."
_HOW = (
    "pins the claim under the cursor, in any pane. Here pins are put in order, commented, exported."
)


def dossier_lines(dossier: Dossier, records: Mapping[str, RecordRow | None]) -> tuple[Line, ...]:
    """Return a line a pin, behind its number, and below it the comment if there is one.

    `records` has what is known of each pinned record; None is one that is gone.
    """
    room = len(str(len(dossier.pins)))
    numbered = enumerate(dossier.pins, 1)
    return tuple(line for number, pin in numbered for line in _lines(number, pin, records, room))


def record_of(key: str) -> str:
    """Return the id of the record that a line is of."""
    return key.removeprefix(COMMENT)


def empty_lines(pin_key: str) -> tuple[Line, ...]:
    """Say how to pin, by the key that does."""
    how = (Span(pin_key, Tone.ACCENT), Span(f" {_HOW}"))
    return Line((Span(_NONE, Tone.STRONG),)), Line(), Line(how)


def _lines(
    number: int, pin: Pin, records: Mapping[str, RecordRow | None], room: int
) -> Iterator[Line]:
    spans = _known(record) if (record := records.get(pin.record)) else _gone(pin)
    yield Line(spans, key=pin.record, gutter=f"{number:>{room}} ")
    if pin.comment:
        key = f"{COMMENT}{pin.record}"
        yield Line((Span(pin.comment, Tone.ACCENT),), key=key, indent=room + 3)


def _known(record: RecordRow) -> tuple[Span, ...]:
    amount = record.amount.replace("\u00a0", " ")
    said = () if amount in record.title else (Span(f"  {record.amount}", Tone.STRONG),)
    disputed = (Span("  ≠ disputed", Tone.WARN),) if "disputed" in record.flags else ()
    quotes = f"“ {record.quotes}" if record.quotes else ""
    told = " · ".join(filter(None, (record.when, record.state, quotes)))
    return (Span(record.title), *said, *disputed, Span(f"  {told}", Tone.DIM))


def _gone(pin: Pin) -> tuple[Span, ...]:
    told = f"  {pin.record} is no longer in the data set"
    return Span("✕ gone  ", Tone.BAD), Span(pin.title or pin.record), Span(told, Tone.DIM)
