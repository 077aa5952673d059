"""Every record's page, and the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from .amounts import amount, headline, remark
from .claim_pages import (
    deal_lines,
    figure_lines,
    reason_lines,
    relationship_lines,
    statement_lines,
)
from .entity_page import entity_lines
from .lines import Line
from .links import Links
from .wording import TELLING, state, when

STORY = "Story"
"""The heading of the story of a single set."""


def page(links: Links, record: Record) -> Iterable[Line]:
    """Return the lines of a record's page; a source's stand in `source_lines`."""
    match record:
        case Entity():
            return entity_lines(links, record)
        case Relationship():
            return relationship_lines(links, record)
        case Deal():
            return deal_lines(links, record)
        case Figure():
            return figure_lines(links, record)
        case Statement():
            return statement_lines(links, record)
        case _:
            return reason_lines(links, record) if isinstance(record, Reason) else ()


def source_lines(links: Links, claims: Mapping[str, int | None]) -> Iterator[Line]:
    """Yield what is claimed from a source; `claims` maps ids, in reading order, to paragraphs."""
    for claim, paragraph in claims.items():
        record = links.dataset.by_id[claim]
        yield Line(
            section="Claimed from it",
            claim=claim,
            role="" if paragraph is None else f"¶ {paragraph}",
            amount=amount(links, record) if isinstance(record, Figure) else "",
            period=when(record),
        )


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the story: its heading, and the ids of its claims in order."""

    title: str
    lead: tuple[str, ...]


def story_lines(links: Links, chapter: Chapter) -> Iterator[Line]:
    """Yield the lead claims in order; `role` ties each to the ones told before it."""
    told: set[str] = set()
    for claim in chapter.lead:
        record = links.dataset.by_id.get(claim)
        if record is not None:
            yield _story_line(links, chapter.title, record, told)
            told.add(claim)


def _story_line(links: Links, section: str, record: Record, told: set[str]) -> Line:
    reasons = (r for r in links.causes.get(record.id, ()) if r.cause in told)
    role = next((TELLING[reason.type] for reason in reasons), "")
    figure = record if isinstance(record, Figure) else None
    if isinstance(record, Relationship | Deal):
        figure = headline(links, record)
    return Line(
        section=section,
        claim=record.id,
        role=role,
        amount=amount(links, figure) if figure else "",
        period=when(record),
        # A statement's sentence says already that somebody fears, hopes or plans.
        state=state(record, "") if isinstance(record, Statement) else None,
        extra=remark(links, figure) if figure else "",
    )
