"""How a dispute is drawn: both sides with their words, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from scale_explorer.data.dispute_words import leader, what
from scale_explorer.data.store.rows.disputed import DisputeRow, DisputeSide

from ..widgets.lines import Line, Span
from ..widgets.rows import Tone
from ..widgets.wrap import wrap
from .marks import DISPUTED

BESIDE = 60
"""Cells from which both sides stand beside each other."""
_BETWEEN = Span(" │ ", Tone.DIM)
_INDENT = 1
_OTHER = "other:"

_BLANK = Line()

Block = tuple[Span, ...]
"""A passage of one side, that is wrapped in its own half."""


def key_of(dispute: DisputeRow) -> str | None:
    """Return the key of the other side: its quote's, or its record's where it has no words.

    The words against a claim are among the claim's own quotes, which have their keys already.
    """
    if dispute.kind == "words":
        return None
    other = dispute.other
    return other.evidence.id if other.evidence else f"{_OTHER}{other.record.id}"


def dispute_lines(disputes: tuple[DisputeRow, ...], width: int) -> list[Line]:
    """Show each dispute in at most `width` cells: what differs, both sides, which leads and why."""
    lines: list[Line] = []
    for dispute in disputes:
        sides = Span(f"  {what(dispute)}", Tone.DIM)
        lines += [Line((Span(f"{DISPUTED} disputed", Tone.WARN), sides)), _BLANK]
        ours, theirs = _blocks(dispute, dispute.own), _blocks(dispute, dispute.other)
        draw = _beside if width >= BESIDE else _below
        lines += draw(ours, theirs, key_of(dispute), width)
        lines += [_BLANK, Line(_verdict(dispute), indent=_INDENT)]
        if dispute.note:
            lines.append(Line((Span(dispute.note, Tone.DIM),), indent=_INDENT))
        lines.append(_BLANK)
    return lines


def _blocks(dispute: DisputeRow, side: DisputeSide) -> tuple[Block, ...]:
    """Return what a side says, its words with those marked that differ, and where they stand."""
    return _head(dispute, side), _name(dispute, side), _words(side), _told(side)


def _head(dispute: DisputeRow, side: DisputeSide) -> Block:
    shown = Span(side.shown or side.record.title, Tone.STRONG)
    leads = dispute.leads == ("own" if side is dispute.own else "other")
    more = [Span("  leads", Tone.GOOD)] if leads else []
    if side.record.state not in {"", side.shown}:
        more.insert(0, Span(f"  {side.record.state}", Tone.DIM))
    return (shown, *more)


def _name(dispute: DisputeRow, side: DisputeSide) -> Block:
    """Name the other claim, unless its amount is one of the same thing; the pane names its own."""
    same = dispute.kind == "words" or (dispute.kind == "figures" and dispute.leads)
    return () if same or side is dispute.own else (Span(side.record.title),)


def _words(side: DisputeSide) -> Block:
    if side.evidence is None:
        return (Span(f"= {side.formula}", Tone.DIM),) if side.formula else ()
    marked = tuple((start + 1, end + 1) for start, end in side.differs)
    return (Span(f"“{side.evidence.exact}”", Tone.QUOTE, highlights=marked),)


def _told(side: DisputeSide) -> Block:
    if side.evidence is None:
        return ()
    quote = side.evidence
    said = [Span(f"— {quote.attribution}, ", Tone.PLAIN)] if quote.attribution else []
    return (*said, Span(quote.source_detail or quote.source_title, Tone.DIM))


def _verdict(dispute: DisputeRow) -> Block:
    """Say which side leads, and why."""
    return (Span(leader(dispute), Tone.STRONG), Span(f": {dispute.why}."))


def _below(
    ours: tuple[Block, ...], theirs: tuple[Block, ...], key: str | None, width: int
) -> Iterator[Line]:
    """Put one side over the other, as they wrap by themselves."""
    del width
    yield from (Line(block, indent=_INDENT) for block in ours if block)
    yield _BLANK
    head, *rest = theirs
    yield Line(head, key=key, indent=_INDENT)
    yield from (Line(block, indent=_INDENT) for block in rest if block)


def _beside(
    ours: tuple[Block, ...], theirs: tuple[Block, ...], key: str | None, width: int
) -> Iterator[Line]:
    """Put both sides into halves of the width, so that like stands beside like."""
    half = (width - _INDENT - cell_len(_BETWEEN.text)) // 2
    for one, other in zip(ours, theirs, strict=True):
        if not (one or other):
            continue
        for left, right in zip_longest(wrap(one, half), wrap(other, half), fillvalue=()):
            gap = half - sum(cell_len(span.text) for span in left)
            yield Line((*left, Span(" " * gap), _BETWEEN, *right), key=key, indent=_INDENT)
            key = None
