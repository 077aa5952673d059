"""The head of a record's page: what it is, and the facts that matter most."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.product import Product
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from .claim_facts import deal_facts, figure_facts, relationship_facts, statement_facts
from .entity_facts import entity_facts
from .lines import Told
from .links import Links
from .wording import measured, when, words


def subtitle(record: Record) -> str:
    """Return what kind of thing a record is, such as `Company · US` or `Deal · investment`."""
    return " · ".join(each for each in (record.KIND.label, *_more(record)) if each)


def _more(record: Record) -> tuple[str, ...]:
    match record:
        case Entity():
            return (record.country or "", *record.tags)
        case Relationship() | Deal() | Reason():
            return (words(record.type.value),)
        case Figure():
            return (measured(record.measure),)
        case Statement():
            return (words(record.stance.value),)
        case _:
            return ()


def summary(record: Record) -> str:
    """Return the data set's own words on a record: a summary or a note."""
    if isinstance(record, Entity):
        return record.summary
    return record.note if isinstance(record, Claim) else ""


MOST_FACTS = 4
"""Facts at the head of a page; more would hide those that matter."""


def facts(links: Links, record: Record, always: tuple[Told, ...] = ()) -> tuple[Told, ...]:
    """Return the few facts that matter most, each with its claim; those in `always` come last."""
    sureness = tuple(_sureness(record)) if isinstance(record, Claim) else ()
    last = (*sureness, *always)
    return (*islice(_facts(links, record), MOST_FACTS - len(last)), *last)


def _facts(links: Links, record: Record) -> Iterator[Told]:
    """Yield all that could be told, the most telling first."""
    match record:
        case Product() if record.aliases:
            yield Told("also", ", ".join(record.aliases))
        case Entity():
            yield from entity_facts(links, record)
        case Deal():
            yield from deal_facts(links, record)
        case Relationship():
            yield from relationship_facts(links, record)
        case Figure():
            yield from figure_facts(links, record)
        case Statement():
            yield from statement_facts(links, record)
        case Source():
            yield from _source_facts(record)
        case _:
            pass


def _sureness(claim: Claim) -> Iterator[Told]:
    """Tell a condition, and which of several claims the author would rather use."""
    if claim.condition:
        yield Told("condition", claim.condition, claim.id)
    if claim.prefer.value != "normal":
        yield Told("rank", claim.prefer.value)


def _source_facts(source: Source) -> Iterator[Told]:
    told = {
        "publisher": source.publisher,
        "by": ", ".join(source.authors),
        "published": when(source),
        "address": str(source.url or ""),
        "language": source.language,
    }
    for label, value in told.items():
        if value:
            yield Told(label, value)
