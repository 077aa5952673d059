"""The page of a company, person, product, body or group: everything claimed, told from its side."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.group import Group
from scale_explorer.models.statement import Statement

from .amounts import amount, headline
from .figure_lines import elsewhere, listed
from .lines import Line
from .links import Links
from .names import name
from .phrasing import title_of
from .shared_lines import (
    WHY,
    cause_line,
    effect_line,
    figures_of,
    has_why,
    is_over,
    relation_lines,
    said_about,
    statement_line,
    why,
)
from .wording import party_role, when, words

SECTIONS = (
    "Owners", "Parent", "Subsidiaries", "Investors", "Customers", "Suppliers", "Owns",
    "Investments", "Competitors", "Partners", "Leadership", "Founders", "People", "Spokespeople",
    "Members", "Leads", "Founded", "Works for", "Speaks for", "Member of", "Products", "Made by",
    "Uses", "Used by", "Regulators", "Regulates", "Scrutinized by", "Scrutinizes", "Restricted by",
    "Restricts", "Deals", "Figures", "Says", "Said about it", WHY, "Groups", "Related",
)  # fmt: skip
"""The headings of an entity's page, in the order in which a reader meets them."""

_RANK = {section: place for place, section in enumerate(SECTIONS)}


MOST_REASONS = 50
"""Reasons told beneath one claim of an entity; the claim's own page lists them all."""
MOST_SHARED = 50
"""Statements of an entity's groups told on its page; the groups' own pages list them all."""


def entity_lines(links: Links, entity: Entity) -> list[Line]:
    """Return an entity's page."""
    lines = [
        *_ties(links, entity),
        *_members(links, entity),
        *_deals(links, entity),
        *listed(links, "Figures", figures_of(links, entity.id)),
        *elsewhere(links, "Figures", _partly(links, entity)),
        *_statements(links, entity),
        *_why(links, entity),
        *_groups(links, entity),
    ]
    return sorted(lines, key=lambda line: _RANK[line.section])


def _ties(links: Links, entity: Entity) -> Iterator[Line]:
    for relation in sorted(links.relations.get(entity.id, ()), key=is_over):
        yield from relation_lines(links, relation, entity.id)


def _members(links: Links, entity: Entity) -> Iterator[Line]:
    if isinstance(entity, Group):
        for member in entity.members:
            yield Line("Members", entity.id, member, title_of(links, member))
        if entity.part_of:
            extent = words(entity.extent.value) if entity.extent else ""
            yield Line(
                "Member of", entity.id, entity.part_of, title_of(links, entity.part_of), extent
            )


def _deals(links: Links, entity: Entity) -> Iterator[Line]:
    for deal in links.deals.get(entity.id, ()):
        roles = ", ".join(party_role(deal, p) for p in deal.parties if p.entity == entity.id)
        size = headline(links, deal)
        told = amount(links, size) if size else ""
        yield Line("Deals", deal.id, None, deal.title, roles, told, when(deal))


def _partly(links: Links, entity: Entity) -> Iterator[Figure]:
    """Yield the figures about the entity's part in something else, such as a share of revenue."""
    ties = (*links.relations.get(entity.id, ()), *links.deals.get(entity.id, ()))
    own = {tie.id for tie in ties}
    for figure in links.scoped.get(entity.id, ()):
        if figure.subject != entity.id and figure.subject not in own:
            yield figure


def _statements(links: Links, entity: Entity) -> Iterator[Line]:
    """Yield what the entity says, what groups say that it is in, and what is said about it."""
    said: set[str] = set()
    for statement in links.said.get(entity.id, ()):
        teller = statement.speaker if statement.holder == entity.id else statement.holder
        other = name(links, teller) if teller and teller != entity.id else ""
        yield statement_line(links, "Says", statement, other)
        said.add(statement.id)
    for group, statement in islice(_shared(links, entity), MOST_SHARED):
        if statement.id not in said:
            yield statement_line(links, "Says", statement, f"as one of {_several(group)}")
            said.add(statement.id)
    yield from said_about(links, entity.id, but=said)


def _shared(links: Links, entity: Entity) -> Iterator[tuple[Group, Statement]]:
    """Yield what groups say that the entity is one of."""
    for group in links.memberships.get(entity.id, ()):
        yield from ((group, statement) for statement in links.said.get(group.id, ()))


def _several(group: Group) -> str:
    """Return a group's name as it stands behind `one of`: `the other major tech firms`."""
    return f"the {group.name}" if group.name.split()[0] == "other" else group.name


def own_claims(links: Links, entity: Entity) -> Iterator[str]:
    """Yield the claims that an entity takes part in: where its why begins."""
    claims = (
        *links.deals.get(entity.id, ()),
        *links.relations.get(entity.id, ()),
        *figures_of(links, entity.id),
        *links.said.get(entity.id, ()),
    )
    return (claim.id for claim in claims if has_why(links, claim.id))


def _why(links: Links, entity: Entity) -> Iterator[Line]:
    """Yield the entity's own reasons, then its claims, each with causes and effects beneath.

    Claims with a cause come first: the others only tell what follows. A link between two of them
    stands only under its effect.
    """
    yield from why(links, entity.id)
    own = dict.fromkeys(own_claims(links, entity))
    for claim in sorted(own, key=lambda claim: claim not in links.causes):
        beneath = [*islice(_reasons(links, claim, own), MOST_REASONS)]
        if beneath:
            yield Line(WHY, claim, groups=True)
            yield from beneath


def _reasons(links: Links, claim: str, own: Container[str]) -> Iterator[Line]:
    for reason in links.causes.get(claim, ()):
        yield cause_line(links, WHY, reason, 1)
    for reason in links.effects.get(claim, ()):
        if reason.effect not in own:
            yield effect_line(links, WHY, reason, 1)


def _groups(links: Links, entity: Entity) -> Iterator[Line]:
    """Yield the groups that are part of the entity, and those that it is one of."""
    roles = {group.id: "they are part of it" for group in links.parts.get(entity.id, ())}
    roles |= {group.id: "one of them" for group in links.memberships.get(entity.id, ())}
    for group, role in roles.items():
        yield Line("Groups", group, group, title_of(links, group), role)
