"""Relationships as sentences."""

from __future__ import annotations

import pytest

from scale_explorer.data.analysis.verbs import news, predicate
from scale_explorer.models.claim import Modality
from scale_explorer.models.relation_type import MEANINGS, RelationType
from scale_explorer.models.relationship import RelationStatus

CUSTOMER, OWNS, WORKS = RelationType.CUSTOMER_OF, RelationType.OWNS, RelationType.EMPLOYED_BY


@pytest.mark.parametrize(
    ("kind", "status", "modality", "plural", "said"),
    [
        (CUSTOMER, RelationStatus.CURRENT, Modality.CERTAIN, False, "is a customer of"),
        (CUSTOMER, RelationStatus.CURRENT, Modality.CERTAIN, True, "are customers of"),
        (OWNS, RelationStatus.FORMER, Modality.CERTAIN, False, "owned"),
        (OWNS, RelationStatus.FORMER, Modality.LIKELY, False, "owned"),
        (OWNS, RelationStatus.PLANNED, Modality.CERTAIN, False, "is to own"),
        (WORKS, RelationStatus.PLANNED, Modality.LIKELY, True, "are expected to work for"),
        (CUSTOMER, RelationStatus.UNKNOWN, Modality.POSSIBLE, False, "could be a customer of"),
        (OWNS, RelationStatus.PLANNED, Modality.CONDITIONAL, False, "would own"),
    ],
)
def test_says_how_it_stands(
    kind: RelationType, status: RelationStatus, modality: Modality, said: str, *, plural: bool
) -> None:
    assert predicate(kind, status, modality, plural=plural) == said


def test_tells_news_of_business_only() -> None:
    assert news(CUSTOMER, RelationStatus.ENDING, plural=False) == "is ending its purchases from"
    assert news(CUSTOMER, RelationStatus.CURRENT, plural=False) is None
    assert news(OWNS, RelationStatus.ENDING, plural=False) is None


@pytest.mark.parametrize("kind", RelationType)
def test_agrees_with_the_table_of_types(kind: RelationType) -> None:
    said = predicate(kind, RelationStatus.CURRENT, Modality.CERTAIN, plural=False)
    assert said == MEANINGS[kind].phrase
