"""The rows of the compiled file that make up pages: heads, facts, sections and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship

from ..analysis.entity_page import own_claims
from ..analysis.lines import Line
from ..analysis.links import Links
from ..analysis.pages import story_lines
from ..analysis.phrasing import title_of
from ..analysis.portrait import facts, subtitle, summary
from ..analysis.wording import state
from ..folding import folded
from .contents import Contents
from .day_tables import told_since
from .sqlite import STORY
from .tables import Cells


def head_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the subtitle and summary of every page."""
    for record in contents.records:
        head = (subtitle(record), contents.set_title(record))
        told = " · ".join(filter(None, head))
        yield contents.numbers[record.id], told, summary(record)


def fact_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the facts at the head of every page."""
    for record in contents.records:
        number = contents.numbers[record.id]
        also = contents.joined.also.get(record.id)
        told = facts(contents.links, record, (also,) if also else ())
        for position, fact in enumerate(told):
            claim = contents.numbers.get(fact.claim) if fact.claim else None
            since = told_since(contents, record, fact.label, fact.claim)
            yield number, position, fact.label, fact.value, claim, since


def section_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the headings of every page, each with the place of the first line under it."""
    for owner, lines in pages(contents):
        begun = pairwise(("", *(line.section for line in lines)))
        firsts = (i for i, (before, section) in enumerate(begun) if not i or section != before)
        for position, first in enumerate(firsts):
            yield owner, position, lines[first].section, first


def line_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the lines of every page."""
    for owner, lines in pages(contents):
        parent = ""
        for position, line in enumerate(lines):
            text = _text(contents, line)
            if not line.depth:
                parent = text
            children = 0 if line.depth else _children(lines, position)
            words = folded(f"{parent} {text}" if line.depth else text)
            place = line.depth, children, line.groups
            yield owner, position, *_cells(contents, line), *place, words, line.since, line.surely


def pages(contents: Contents) -> Iterator[tuple[int, Sequence[Line]]]:
    """Yield the story and every page with its owner, without lines whose claim is missing."""
    links, numbers = contents.links, contents.numbers
    story = chain.from_iterable(story_lines(links, chapter) for chapter in contents.chapters)
    yield STORY, [line for line in story if line.claim in numbers]
    for record, lines in contents.lines.items():
        yield numbers[record], [line for line in lines if line.claim in numbers]


def _children(lines: Sequence[Line], position: int) -> int:
    count = 0
    while position + count + 1 < len(lines) and lines[position + count + 1].depth:
        count += 1
    return count


def _cells(contents: Contents, line: Line) -> Cells:
    numbers = contents.numbers
    target = numbers.get(line.target) if line.target else None
    return (
        line.section,
        numbers[line.claim],
        target,
        line.label,
        line.role,
        line.amount,
        line.period,
        line.state,
        line.extra,
    )


def _text(contents: Contents, line: Line) -> str:
    links = contents.links
    label = title_of(links, line.claim) if line.label is None else line.label
    shown = state(links.dataset.by_id[line.claim]) if line.state is None else line.state
    told = (line.section, label, line.role, line.amount, line.period, shown, line.extra)
    return "; ".join(filter(None, told))


def root_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the claims where the why of a record begins, beside the record itself."""
    links, numbers = contents.links, contents.numbers
    for record in contents.records:
        claims = own_claims(links, record) if isinstance(record, Entity) else _behind(links, record)
        known = (claim for claim in dict.fromkeys(claims) if claim in numbers)
        yield from ((numbers[record.id], numbers[claim]) for claim in known)


def _behind(links: Links, record: Record | None) -> Iterator[str]:
    """Yield the deal that a relationship comes from, and what a figure's subject stands on."""
    if isinstance(record, Relationship) and record.deal:
        yield record.deal
    elif isinstance(record, Figure):
        subject = links.dataset.by_id.get(record.subject)
        if isinstance(subject, Relationship | Deal):
            yield subject.id
            yield from _behind(links, subject)
