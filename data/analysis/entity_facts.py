"""Facts at the head of an entity's page: its worth, its biggest customer, its people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure, FigureStatus, Measure
from scale_explorer.models.group import Group
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship, RelationStatus

from ..identifiers import REGISTERS
from .amounts import amount, best, headline
from .lines import Told
from .links import Links
from .names import name, names
from .wording import period, state, words

_SIZES = {
    Measure.VALUATION: "valued",
    Measure.REVENUE: "revenue",
    Measure.PROFIT: "profit",
    Measure.HEADCOUNT: "people",
}
_MOST = 2
"""Ties of one sort that are told; the page lists the rest."""

_SHORT = 20
"""Characters of a role that finds room beside a name."""


def entity_facts(links: Links, entity: Entity) -> Iterator[Told]:
    """Yield what a reader asks first of an entity."""
    yield from _sizes(links, entity)
    yield from _biggest_customer(links, entity)
    yield from _ties(links, entity)
    if isinstance(entity, Group):
        yield from _group(links, entity)
    if entity.aliases:
        yield Told("also", ", ".join(entity.aliases))
    for label, value in entity.identifiers.model_dump(exclude_none=True).items():
        yield Told(REGISTERS[label], value)


def _sizes(links: Links, entity: Entity) -> Iterator[Told]:
    figures = links.figures.get(entity.id, ())
    for measure, label in _SIZES.items():
        found = best(f for f in figures if f.measure is measure and f.scope is None)
        if found is not None:
            yield _sized(links, label, found)


def _sized(links: Links, label: str, figure: Figure) -> Told:
    value = " ".join(filter(None, (amount(links, figure), _year(figure))))
    return Told(label, value, figure.id)


def _year(figure: Figure) -> str:
    return f"({period(figure)})" if isinstance(figure.period, str) else ""


def _biggest_customer(links: Links, entity: Entity) -> Iterator[Told]:
    for relation in links.relations.get(entity.id, ()):
        if relation.type is RelationType.CUSTOMER_OF and relation.object == entity.id:
            for figure in links.figures.get(relation.id, ()):
                if _is_first(figure):
                    yield Told("biggest customer", name(links, relation.subject), figure.id)


def _spending(links: Links, relation: Relationship) -> Iterator[Told]:
    """Tell what a customer spent; a plan to spend is not spent yet."""
    found = best(
        figure
        for figure in links.figures.get(relation.id, ())
        if figure.measure is Measure.SPEND and figure.status is not FigureStatus.PLANNED
    )
    if found is not None:
        yield _sized(links, "spent", found)


def _is_first(figure: Figure) -> bool:
    return (
        figure.measure is Measure.POSITION
        and figure.status is FigureStatus.REPORTED
        and figure.value is not None
        and figure.value.low == figure.value.high == 1
    )


# What is told of a tie: from the subject's side, or from the object's.
_OUTWARD = {
    RelationType.SUBSIDIARY_OF: "parent",
    RelationType.OWNS: "owns",
    RelationType.INVESTED_IN: "invested in",
    RelationType.CUSTOMER_OF: "customer of",
    RelationType.LEADS: "leads",
    RelationType.FOUNDED: "founded",
    RelationType.EMPLOYED_BY: "works for",
    RelationType.REPRESENTS: "speaks for",
}
_INWARD = {
    RelationType.OWNS: "owner",
    RelationType.INVESTED_IN: "investor",
    RelationType.LEADS: "led by",
    RelationType.FOUNDED: "founder",
    RelationType.MAKES: "made by",
}


def _ties(links: Links, entity: Entity) -> Iterator[Told]:
    told: dict[str, int] = {}
    for relation in links.relations.get(entity.id, ()):
        outward = relation.subject == entity.id
        label = (_OUTWARD if outward else _INWARD).get(relation.type)
        if label is None or relation.status in _GONE:
            continue
        told[label] = told.get(label, 0) + 1
        if told[label] <= _MOST:
            other = relation.object if outward else relation.subject
            yield Told(label, _with_size(links, relation, other), relation.id)
            if outward:
                yield from _spending(links, relation)


_GONE = {RelationStatus.FORMER}


def _with_size(links: Links, relation: Relationship, other: str) -> str:
    """Return a name, with the stake, state or short role that goes with the tie."""
    size = headline(links, relation)
    role = relation.role if len(relation.role) <= _SHORT else ""
    more = [amount(links, size) if size else "", state(relation)]
    return _remarked(name(links, other), more if any(more) else [role])


def _remarked(told: str, remarks: Iterable[str]) -> str:
    extra = ", ".join(filter(None, remarks))
    return f"{told} ({extra})" if extra else told


def _group(links: Links, group: Group) -> Iterator[Told]:
    if group.extent:
        yield Told("extent", words(group.extent.value))
    if group.part_of:
        yield Told("part of", name(links, group.part_of))
    if group.members:
        yield Told("named", names(links, group.members))
