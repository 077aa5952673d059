"""Disputes as verbs tell them: both sides with their words, which one leads, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.data.dispute_words import leader, what
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.disputed import DisputeRow, DisputeSide

from .asking import quote_object
from .drawing.blocks import Block, Heading, Paragraph, Quotation


def disputes_of(store: Store, claims: Iterable[str]) -> Iterator[DisputeRow]:
    """Yield the disputes in which these claims stand, each once."""
    seen: set[frozenset[str]] = set()
    for claim in dict.fromkeys(claims):
        for dispute in store.disputes(claim):
            pair = frozenset((dispute.own.record.id, dispute.other.record.id))
            if pair not in seen:
                seen.add(pair)
                yield dispute


def dispute_blocks(disputes: Iterable[DisputeRow]) -> Iterator[Block]:
    """Yield each dispute for people to read."""
    for dispute in disputes:
        yield Heading(f"≠ Disputed: {what(dispute)}", 2)
        yield from (_side(side) for side in (dispute.own, dispute.other))
        verdict = f"{leader(dispute)}: {dispute.why}."
        yield Paragraph(" ".join(filter(None, (verdict, dispute.note))))


def _side(side: DisputeSide) -> Block:
    told = " · ".join(filter(None, (side.shown, _state(side), side.record.id)))
    if side.evidence is None:
        return Paragraph(" = ".join(filter(None, (told, side.formula))))
    quote = side.evidence
    place = (quote.attribution, quote.source_detail or quote.source_title)
    return Quotation(quote.exact, (told, " · ".join(filter(None, place))))


def _state(side: DisputeSide) -> str:
    return "" if side.record.state == side.shown else side.record.state


def dispute_object(dispute: DisputeRow) -> dict[str, object]:
    """Return a dispute as it stands in JSON."""
    return {
        "kind": dispute.kind,
        "leads": dispute.leads or None,
        "why": dispute.why,
        "note": dispute.note,
        "own": _side_object(dispute.own),
        "other": _side_object(dispute.other),
    }


def _side_object(side: DisputeSide) -> dict[str, object]:
    return {
        "record": side.record.id,
        "title": side.record.title,
        "shown": side.shown,
        "formula": side.formula,
        "quote": quote_object(side.evidence) if side.evidence else None,
        "differs": [list(span) for span in side.differs],
    }
