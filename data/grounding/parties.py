"""Whom a claim is about: the records that its words must name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement


class Party(NamedTuple):
    """A field of a claim, and the record that it names."""

    field: str
    id: str


def parties(record: Record) -> tuple[Party, ...]:
    """Return the parties of a claim, each record once; anything else has none."""
    found = {party.id: party for party in reversed(tuple(_parties(record)))}
    return tuple(reversed(found.values()))


def _parties(record: Record) -> Iterator[Party]:
    match record:
        case Relationship():
            yield from (Party("subject", record.subject), Party("object", record.object))
        case Deal():
            yield from (Party("parties", party.entity) for party in record.parties)
        case Figure():
            yield Party("subject", record.subject)
            yield from _if_any("scope", record.scope)
        case Statement():
            yield from _if_any("speaker", record.speaker)
            yield from _if_any("holder", record.holder)
            yield from (Party("about", topic.id) for topic in record.about)
        case Reason():
            yield from (Party("cause", record.cause), Party("effect", record.effect))
        case _:
            pass


def _if_any(field: str, record_id: str | None) -> Iterator[Party]:
    if record_id is not None:
        yield Party(field, record_id)
