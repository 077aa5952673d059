"""Sections that many kinds of page have: why, statements, histories, relationships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.dates import readable
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.figure import Figure
from scale_explorer.models.history import Change
from scale_explorer.models.reason import Reason
from scale_explorer.models.relation_type import MEANINGS
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Statement

from .amounts import amount, headline
from .figure_lines import beneath
from .known_since import statuses
from .lines import Line
from .links import Links
from .phrasing import title_of, who
from .wording import CAUSING, FOLLOWING, when, words

WHY = "Why"


def why(links: Links, record_id: str, depth: int = 0) -> Iterator[Line]:
    """Yield what led to a record, then what it led to."""
    for reason in links.causes.get(record_id, ()):
        yield cause_line(links, WHY, reason, depth)
    for reason in links.effects.get(record_id, ()):
        yield effect_line(links, WHY, reason, depth)


def cause_line(links: Links, section: str, reason: Reason, depth: int = 0) -> Line:
    """Return a reason as it reads on its effect's page."""
    return _link(links, section, reason, reason.cause, CAUSING[reason.type], depth)


def effect_line(links: Links, section: str, reason: Reason, depth: int = 0) -> Line:
    """Return a reason as it reads on its cause's page."""
    return _link(links, section, reason, reason.effect, FOLLOWING[reason.type], depth)


def _link(  # noqa: PLR0913, PLR0917 - a line has that many parts
    links: Links, section: str, reason: Reason, far: str, role: str, depth: int
) -> Line:
    record = links.dataset.by_id.get(far)
    told = amount(links, record) if isinstance(record, Figure) else ""
    return Line(section, reason.id, far, title_of(links, far), role, told, depth=depth)


def has_why(links: Links, record_id: str) -> bool:
    """Say whether a reason names the record."""
    return record_id in links.causes or record_id in links.effects


def said_about(links: Links, record_id: str, but: Iterable[str] = ()) -> Iterator[Line]:
    """Yield the statements about a record, leaving out those with the ids `but`."""
    left_out = frozenset(but)
    for statement in links.said_about.get(record_id, ()):
        if statement.id not in left_out:
            yield statement_line(links, "Said about it", statement, who(links, statement))


def statement_line(links: Links, section: str, statement: Statement, role: str) -> Line:
    """Return a statement as a line; `role` says whose it is, or nothing on its holder's page."""
    label = title_of(links, statement.id)
    return Line(section, statement.id, label=label, role=role, period=when(statement))


def history(links: Links, claim: Relationship | Deal) -> Iterator[Line]:
    """Yield the statuses that a claim has had, oldest first; one alone is no history."""
    changes: tuple[Change[RelationStatus] | Change[DealStatus], ...] = claim.history
    if len(changes) > 1:
        # A relationship that ended has one status more: its end.
        for change, (since, _) in zip(changes, statuses(links, claim), strict=False):
            label, day = words(change.status.value), readable(change.date or "")
            yield Line(
                "History", claim.id, label=label, period=day, state="",
                since=since.first, surely=since.surely,
            )  # fmt: skip


def relation_lines(links: Links, relation: Relationship, side: str) -> Iterator[Line]:
    """Yield a relationship as its end `side` sees it, with its figures beneath."""
    meaning = MEANINGS[relation.type]
    outward = relation.subject == side
    other = relation.object if outward else relation.subject
    section = meaning.heading if outward else meaning.inverse_heading
    size = headline(links, relation)
    yield Line(
        section=section,
        claim=relation.id,
        target=other,
        label=title_of(links, other),
        role=relation.role,
        amount=amount(links, size) if size else "",
        period=when(relation),
    )
    shown_above = {size.id} if size else set[str]()
    yield from (
        line for line in beneath(links, section, relation.id) if line.claim not in shown_above
    )


def is_over(relation: Relationship) -> bool:
    """Say whether a relationship belongs behind those that stand."""
    return relation.status is RelationStatus.FORMER


def figures_of(links: Links, record_id: str) -> tuple[Figure, ...]:
    """Return the figures of which a record is the subject."""
    return links.figures.get(record_id, ())
