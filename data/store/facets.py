"""What `field:value` finds a record by, spelled as `vocabulary.FIELDS`."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from ..analysis.links import Links
from ..analysis.names import name
from ..folding import folded_name
from ..grounding.quotes import quotes_of
from ..matching.ids import bare

YEARS = 100
"""Years that a period may span and still be found by each."""


def facets(links: Links, record: Record) -> frozenset[tuple[str, str]]:
    """Return the fields of a record with their folded values.

    An id is found by its name, too, and without the id of its set where several are open.
    """
    found = {("kind", record.KIND.value), *_own(record), *_shared(record)}
    found |= {("id", record.id), ("id", bare(record.id))}
    found |= {
        (field, other)
        for field, other_id in _pointers(record)
        for other in (other_id, bare(other_id), name(links, other_id))
    }
    return frozenset((field, folded_name(value)) for field, value in found if value)


def _own(record: Record) -> Iterator[tuple[str, str]]:
    match record:
        case Entity():
            yield from _of_entity(record)
        case Relationship():
            yield from (("type", record.type.value), ("status", record.status.value))
            yield "role", record.role
            yield from _years(record.start)
        case Deal():
            yield from (("type", record.type.value), ("status", record.status.value))
            yield from (("role", party.role.value) for party in record.parties)
            yield from _years(record.announced)
        case Figure():
            yield from _of_figure(record)
        case Statement():
            yield from (("stance", record.stance.value), ("speaker", record.attribution))
            yield from _years(record.date)
        case Reason():
            yield "type", record.type.value
        case Source():
            yield "publisher", record.publisher
            yield from _years(record.published)
        case _:
            pass


def _of_entity(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "country", entity.country or ""
    yield from (("tag", tag) for tag in entity.tags)
    numbers = entity.identifiers
    for number in (numbers.lei, numbers.ticker, numbers.cik, numbers.wikidata):
        yield "identifier", number or ""


def _of_figure(figure: Figure) -> Iterator[tuple[str, str]]:
    yield "measure", figure.measure.value
    yield "unit", figure.unit
    yield "status", figure.status.value
    if isinstance(figure.period, Around):
        yield "period", "before" if figure.period.before else "after"
    elif figure.period:
        yield "period", figure.period
        yield from _years(figure.period)


def _years(date: str | None) -> Iterator[tuple[str, str]]:
    """Yield every year that a date spans; of an open one, the year where it starts or ends."""
    if not date:
        return
    span = bounds(date)
    known = [int(day[:4]) for day in (span.first, span.last) if day]
    if known:
        for year in range(known[0], min(known[-1], known[0] + YEARS) + 1):
            yield "year", f"{year:04d}"


def _shared(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Claim):
        yield "modality", record.modality.value


def _pointers(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the fields that name other records, with their ids."""
    yield from (("source", cited.quote.source) for cited in quotes_of(record))
    match record:
        case Relationship():
            yield from (("subject", record.subject), ("object", record.object))
            yield "deal", record.deal or ""
        case Deal():
            yield from (("party", party.entity) for party in record.parties)
        case Figure():
            yield from (("subject", record.subject), ("scope", record.scope or ""))
        case Statement():
            yield from (("speaker", record.speaker or ""), ("holder", record.holder or ""))
            yield from (("about", topic.id) for topic in record.about)
        case Reason():
            yield from (("cause", record.cause), ("effect", record.effect))
        case _:
            pass
