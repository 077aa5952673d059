"""Which ids a record names, in which field, and what kinds of record may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.group import Group
from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.quantity.formula import FormulaError, parse
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import MEANINGS
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from ..grounding.quotes import quotes_of

ENTITIES = frozenset(ENTITY_KINDS)
DEALS = frozenset({Kind.DEAL})
FIGURES = frozenset({Kind.FIGURE})
SOURCES = frozenset({Kind.SOURCE})
ALL_BUT_SOURCES = frozenset(Kind) - SOURCES


class Reference(NamedTuple):
    """A field of a record that names another, and the kinds which that may be."""

    field: str
    id: str
    kinds: frozenset[Kind]


def references(record: Record) -> Iterator[Reference]:
    """Yield every id that a record names, quotes included."""
    match record:
        case Relationship():
            yield from _of_relationship(record)
        case Deal():
            yield from (Reference("parties", party.entity, ENTITIES) for party in record.parties)
        case Figure():
            yield from _of_figure(record)
        case Statement():
            yield from _of_statement(record)
        case Reason():
            yield Reference("cause", record.cause, ALL_BUT_SOURCES)
            yield Reference("effect", record.effect, ALL_BUT_SOURCES)
        case Group():
            yield from (Reference("members", member, ENTITIES) for member in record.members)
            yield from _optional(("part_of", record.part_of, ENTITIES))
        case _:
            pass
    yield from _of_quotes(record)


def _of_relationship(record: Relationship) -> Iterator[Reference]:
    meaning = MEANINGS[record.type]
    yield Reference("subject", record.subject, meaning.subjects)
    yield Reference("object", record.object, meaning.objects)
    yield from _optional(("deal", record.deal, DEALS))


def _of_figure(record: Figure) -> Iterator[Reference]:
    yield Reference("subject", record.subject, ENTITIES | {Kind.DEAL, Kind.RELATIONSHIP})
    yield from _optional(
        ("scope", record.scope, ENTITIES),
        ("relative_to", record.relative_to, FIGURES | DEALS),
    )
    if isinstance(record.period, Around):
        yield from _optional(
            ("period", record.period.before, DEALS),
            ("period", record.period.after, DEALS),
        )
    if record.formula:
        inputs = formula_inputs(record.formula)
        yield from (Reference("formula", figure, FIGURES) for figure in inputs)


def formula_inputs(formula: str) -> tuple[str, ...]:
    """Return the ids of the figures in a formula, in order; one that cannot be read has none."""
    try:
        return parse(formula).inputs
    except FormulaError:  # told where formulas are computed
        return ()


def _of_statement(record: Statement) -> Iterator[Reference]:
    yield from _optional(("speaker", record.speaker, ENTITIES), ("holder", record.holder, ENTITIES))
    yield from (Reference("about", topic.id, frozenset(Kind)) for topic in record.about)


def _of_quotes(record: Record) -> Iterator[Reference]:
    for cited in quotes_of(record):
        yield Reference(cited.field, cited.quote.source, SOURCES)
        for meant in cited.quote.mentions.values():
            yield Reference(cited.field, meant, frozenset(Kind))


def _optional(*fields: tuple[str, str | None, frozenset[Kind]]) -> Iterator[Reference]:
    return (Reference(field, key, kinds) for field, key, kinds in fields if key is not None)
