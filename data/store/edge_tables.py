"""The rows of the compiled file that tell who is tied to whom, and by which figures."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal, DealType
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.group import Group
from scale_explorer.models.quantity.computed import computed
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship

from ..analysis.amounts import OWNING
from ..analysis.links import Links
from ..analysis.phrasing import is_several, relation_verb
from ..analysis.wording import party_role
from .contents import Contents
from .rows.edges import MEMBER, PARTY
from .tables import Cells
from .tie_types import TIE_NUMBERS


@dataclass(frozen=True, slots=True)
class _Tie:
    """A tie from its subject to its object, and the record that carries it."""

    type: str
    subject: str
    object: str
    claim: str
    verb: str
    role: str = ""


def tie_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every tie whose ends are there, once from each of them, each once."""
    numbers = contents.numbers
    once: dict[Cells, Cells] = {}
    for tie in _ties(contents):
        if tie.subject in numbers and tie.object in numbers:
            subject, other, claim = numbers[tie.subject], numbers[tie.object], numbers[tie.claim]
            number, said = TIE_NUMBERS[tie.type], (tie.verb, tie.role, 0)
            once.setdefault((subject, number, 1, claim, other), said)
            once.setdefault((other, number, 0, claim, subject), said)
    return ((*key, *said) for key, said in once.items())


def _ties(contents: Contents) -> Iterator[_Tie]:
    links = contents.links
    for record in contents.records:
        match record:
            case Relationship():
                verb = relation_verb(links, record, record.status)
                ends = record.subject, record.object
                yield _Tie(record.type.value, *ends, record.id, verb, record.role)
            case Deal():
                for party in record.parties:
                    role = party_role(record, party)
                    verb = _agreeing(links, party.entity, "takes part in", "take part in")
                    yield _Tie(PARTY, party.entity, record.id, record.id, verb, role)
            case Group():
                yield from _group_ties(links, record)
            case _:
                pass


def _group_ties(links: Links, group: Group) -> Iterator[_Tie]:
    for member in group.members:
        verb = _agreeing(links, member, "is one of", "are among")
        yield _Tie(MEMBER, member, group.id, group.id, verb)
    if group.part_of:
        verb = _agreeing(links, group.id, "is part of", "are part of")
        yield _Tie(MEMBER, group.id, group.part_of, group.id, verb)


def _agreeing(links: Links, subject: str, singular: str, plural: str) -> str:
    """Return a verb as it agrees with its subject, which may be several."""
    return plural if is_several(links.dataset.by_id.get(subject)) else singular


def figure_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every figure whose subject is there."""
    numbers, links = contents.numbers, contents.links
    for figure in contents.dataset.of(Figure):
        if figure.subject not in numbers:
            continue
        quantity, whole = links.quantity(figure), links.whole(figure)
        value = quantity and (computed(quantity.interval) if figure.formula else quantity.interval)
        yield (
            numbers[figure.id],
            numbers[figure.subject],
            figure.measure.value,
            figure.status.value,
            figure.hedge.value,
            figure.prefer.value,
            str(quantity.unit) if quantity else figure.unit,
            json.dumps(value.to_json()) if value else None,
            numbers.get(figure.scope or ""),
            numbers.get(figure.relative_to or ""),
            numbers.get(whole.id) if whole else None,
            *_days(figure),
        )


def brought_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the deal of every relationship that has one whose figures size it.

    That is any deal for owning, whose stake and price it has, and a contract of supply for buying.
    """
    numbers = contents.numbers
    contracts = {deal.id for deal in contents.dataset.of(Deal) if deal.type is _CONTRACT}
    for relation in contents.dataset.of(Relationship):
        deal = relation.deal or ""
        buys = relation.type is RelationType.CUSTOMER_OF and deal in contracts
        if deal in numbers and (buys or relation.type in OWNING):
            yield numbers[relation.id], numbers[deal]


_CONTRACT = DealType.SUPPLY_CONTRACT


def _days(figure: Figure) -> tuple[str, str]:
    """Return the days that a figure's period spans; empty where it is open or told by a deal."""
    if figure.period is None or isinstance(figure.period, Around):
        return "", ""
    span = bounds(figure.period)
    return span.first or "", span.last or ""
