"""Statements of which one says what another denies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.statement import Stance, Statement

from ..links import grouped
from .dispute import Clash, DisputeKind

MOST = 4
"""Statements about the same topics that a denial is told against."""

DENIED = frozenset({Stance.ASSERTS, Stance.PLANS, Stance.CONSIDERS, Stance.COMMITS, Stance.EXPECTS})
"""Stances that a denial contradicts. One may fear or hope what another denies: both are true."""


def contradicted_statements(dataset: Dataset) -> Iterator[Clash]:
    """Yield pairs of a statement and a denial of it, each pair once, in linear time.

    A denial that is about a statement denies that one. Else it denies what is said about the very
    same topics, if one of them is a claim: about companies alone one may say and deny many things.
    """
    said = [each for each in dataset.of(Statement) if each.stance in DENIED]
    about = grouped((_topics(each), each) for each in said)
    for denial in dataset.of(Statement):
        if denial.stance is Stance.DENIES:
            named = list(_named(dataset, denial))
            others = named or about.get(_topics(denial), ()) if _is_telling(dataset, denial) else ()
            for other in islice(others, MOST):
                yield Clash(DisputeKind.STATEMENTS, other, denial)


def _named(dataset: Dataset, denial: Statement) -> Iterator[Statement]:
    for topic in denial.about:
        found = dataset.by_id.get(topic.id)
        if isinstance(found, Statement) and found.stance in DENIED:
            yield found


def _topics(statement: Statement) -> frozenset[str]:
    return frozenset(topic.id for topic in statement.about)


def _is_telling(dataset: Dataset, statement: Statement) -> bool:
    """Say whether a statement is about more than who is concerned."""
    topics = (dataset.by_id.get(topic) for topic in _topics(statement))
    return any(topic and not isinstance(topic, Entity | Source) for topic in topics)


def voice(statement: Statement) -> str:
    """Return whose view or plan a statement is; of one that a text itself makes, its sources."""
    by = statement.holder or statement.speaker or statement.attribution.casefold()
    return by or " ".join(sorted({quote.source for quote in statement.evidence}))
