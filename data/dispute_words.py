"""What is said of a dispute, in the app, by the verbs and in a dossier alike."""

from __future__ import annotations

from .store.rows.disputed import DisputeRow, DisputeSide

_WHAT = {
    "figures": "two amounts",
    "statuses": "two statuses",
    "statements": "said and denied",
    "words": "words for it and against it",
}


def what(dispute: DisputeRow) -> str:
    """Say what the two sides are."""
    return _WHAT[dispute.kind]


def leader(dispute: DisputeRow) -> str:
    """Say which side leads."""
    if not dispute.leads:
        return "Neither leads"
    side = dispute.own if dispute.leads == "own" else dispute.other
    return f"{_called(dispute, side)} leads"


def _called(dispute: DisputeRow, side: DisputeSide) -> str:
    """Name a side by its amount; by its title where a status or a stance would not do alone."""
    if dispute.kind == "words":
        return "What speaks " + side.shown
    return side.shown if dispute.kind == "figures" and side.shown else f"“{side.record.title}”"
