"""Offers as rows of a list, and what the line below says of the one under the cursor."""

from __future__ import annotations

from ..widgets.lines import Line, Span
from ..widgets.rows import Cell, Column, Row, Tone
from .offer import Offer

COLUMNS = (
    Column(min=28, flex=4, priority=9),
    Column(min=9, max=12, flex=1, priority=5),
    Column(min=14, flex=1, priority=1),
    Column(max=14, priority=3),
)
"""What it is called, what kind of thing it is, what else there is to say, and its keys."""

_NEAR = "Nothing has all these words; this comes near."


def rows(offers: tuple[Offer, ...]) -> tuple[Row, ...]:
    """Return a row an offer; the key is its place, so that equal lists keep their scroll."""
    return tuple(_row(str(place), offer) for place, offer in enumerate(offers))


def _row(key: str, offer: Offer) -> Row:
    tone = Tone.DIM if offer.why_not else Tone.PLAIN
    label = Cell(offer.label, tone, highlights=offer.highlights)
    detail = offer.why_not or offer.detail
    keys = Cell(offer.keys, Tone.DIM if offer.why_not else Tone.ACCENT)
    return Row(key, (label, Cell(offer.kind_word, Tone.DIM), Cell(detail, Tone.DIM), keys))


def remark(offer: Offer | None, *, alone: bool) -> tuple[Line, ...]:
    """Say why an offer cannot be chosen or what is odd about it.

    With `alone`, where nothing else of the screen tells more of it, say what the list has no room
    for.
    """
    if offer is None:
        return ()
    if offer.why_not:
        return (Line((Span(offer.why_not, Tone.WARN),)),)
    if offer.guessed:
        text = _NEAR
    elif offer.target is None:
        text = "Enter types it."
    else:
        text = " · ".join(filter(None, (offer.kind_word, offer.detail))) if alone else ""
    return (Line((Span(text, Tone.DIM),)),)
