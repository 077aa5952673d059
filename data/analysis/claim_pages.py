"""The pages of claims: what each is about, what belongs to it, and why."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.deal import Deal, Party, PartyRole
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.person import Person
from scale_explorer.models.reason import Reason
from scale_explorer.models.relation_type import MEANINGS, RelationType
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from .figure_lines import listed, titled
from .lines import Line
from .links import Links
from .phrasing import title_of
from .shared_lines import cause_line, effect_line, figures_of, history, said_about, why
from .wording import measured, party_role, when

SIBLINGS = 20
"""Figures of one subject and measure shown on each other's pages; more would grow by the square."""


def relationship_lines(links: Links, relation: Relationship) -> Iterator[Line]:
    """Yield a relationship's page: both ends, figures, history, deal, statements, why."""
    meaning = MEANINGS[relation.type]
    for end, phrase in ((relation.subject, meaning.phrase), (relation.object, meaning.inverse)):
        yield Line("Between", relation.id, end, title_of(links, end), phrase, state="")
    yield from listed(links, "Figures", figures_of(links, relation.id))
    yield from history(links, relation)
    if relation.deal:
        yield _deal_line(links, relation.deal)
    yield from said_about(links, relation.id)
    yield from why(links, relation.id)


def _deal_line(links: Links, deal_id: str) -> Line:
    deal = links.dataset.by_id.get(deal_id)
    period = when(deal) if isinstance(deal, Deal) else ""
    return Line("Deal", deal_id, None, title_of(links, deal_id), period=period)


def deal_lines(links: Links, deal: Deal) -> Iterator[Line]:
    """Yield a deal's page: parties, history, figures, people and ties, statements, why."""
    parties = [_party_line(links, deal, party) for party in deal.parties]
    yield from (line for line in parties if line.section == _PARTIES)
    yield from history(links, deal)
    yield from listed(links, "Figures", figures_of(links, deal.id))
    people = (line for line in parties if line.section == _PEOPLE)
    yield from sorted((*people, *_ties(links, deal)), key=lambda line: line.section)
    yield from said_about(links, deal.id)
    yield from why(links, deal.id)


_PARTIES, _PEOPLE = "Parties", "People"


def _party_line(links: Links, deal: Deal, party: Party) -> Line:
    person = isinstance(links.dataset.by_id.get(party.entity), Person)
    section = _PEOPLE if person or party.role is PartyRole.EMPLOYEE else _PARTIES
    label, role = title_of(links, party.entity), party_role(deal, party)
    return Line(section, deal.id, party.entity, label, role, state="")


def _ties(links: Links, deal: Deal) -> Iterator[Line]:
    """Yield the relationships that come from the deal, and who scrutinizes or restricts it."""
    for relation in links.relations_of_deal.get(deal.id, ()):
        person = isinstance(links.dataset.by_id.get(relation.subject), Person)
        is_of_people = person or relation.type is RelationType.EMPLOYED_BY
        section = _PEOPLE if is_of_people else "Relationships"
        yield Line(section, relation.id, None, role=relation.role, period=when(relation))
    for relation in links.relations.get(deal.id, ()):
        section, label = MEANINGS[relation.type].inverse_heading, title_of(links, relation.subject)
        yield Line(section, relation.id, relation.subject, label, relation.role, "", when(relation))


def figure_lines(links: Links, figure: Figure) -> Iterator[Line]:
    """Yield a figure's page: what it is about, inputs, uses, siblings, statements, why."""
    yield from _about_figure(links, figure)
    yield from titled(links, "Inputs", links.inputs(figure))
    yield from titled(links, "Used in", (use.id for use in links.uses.get(figure.id, ())))
    compared = links.measured.get(figure.id, ())
    yield from titled(links, "Measured against it", (f.id for f in compared if not f.formula))
    yield from titled(links, "Same measure", _siblings(links, figure))
    yield from said_about(links, figure.id)
    yield from why(links, figure.id)


def _siblings(links: Links, figure: Figure) -> list[str]:
    """Return the newest other figures of the same subject that measure the same."""
    first = links.alike(figure)[: SIBLINGS + 1]
    return [other.id for other in first if other.id != figure.id][:SIBLINGS]


def _about_figure(links: Links, figure: Figure) -> Iterator[Line]:
    about = [(figure.subject, measured(figure.measure))]
    if figure.scope:
        about.append((figure.scope, "part of it"))
    if figure.relative_to:
        about.append((figure.relative_to, "measured against"))
    if isinstance(figure.period, Around):
        before, after = figure.period.before, figure.period.after
        about.append((before or after or "", "before it" if before else "after it"))
    for record_id, role in about:
        yield Line("About", figure.id, record_id, title_of(links, record_id), role, state="")


def statement_lines(links: Links, statement: Statement) -> Iterator[Line]:
    """Yield a statement's page: who said and holds it, what it is about, why."""
    for who, role in ((statement.holder, "holder"), (statement.speaker, "speaker")):
        if who:
            yield Line("Who", statement.id, who, title_of(links, who), role, state="")
    for topic in statement.about:
        label = title_of(links, topic.id)
        yield Line("About", statement.id, topic.id, label, topic.role, state="")
    yield from said_about(links, statement.id)
    yield from why(links, statement.id)


def reason_lines(links: Links, reason: Reason) -> Iterator[Line]:
    """Yield a reason's page: cause and effect, and the reasons on either side of them."""
    for end, section in ((reason.cause, "Cause"), (reason.effect, "Effect")):
        yield Line(section, reason.id, end, title_of(links, end), state="")
    yield from said_about(links, reason.id)
    for before in links.causes.get(reason.cause, ()):
        yield cause_line(links, "Before it", before)
    for after in links.effects.get(reason.effect, ()):
        yield effect_line(links, "After it", after)
    yield from why(links, reason.id)
