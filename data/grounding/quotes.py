"""All quotes of a data set, wherever its records hold them."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Quote, evidence_id
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.history import Change
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote in the record that cites it.

    `field` is evidence or history; `status` is the status in the history that the words carry.
    """

    id: str
    record: Record
    quote: Quote
    field: str = "evidence"
    status: str = ""


def quotes(dataset: Dataset) -> Iterator[Cited]:
    """Yield every quote of the set, record by record."""
    for record in dataset.records:
        yield from quotes_of(record)


def quotes_of(record: Record) -> Iterator[Cited]:
    """Yield a record's quotes: its own, then those of its history, newest status first."""
    if isinstance(record, Claim | Entity):
        for quote in record.evidence:
            yield Cited(evidence_id(record.id, quote), record, quote)
    if isinstance(record, Relationship | Deal):
        history: tuple[Change[RelationStatus] | Change[DealStatus], ...] = record.history
        for change in reversed(history):
            for quote in change.evidence:
                key = evidence_id(record.id, quote)
                yield Cited(key, record, quote, "history", str(change.status))
