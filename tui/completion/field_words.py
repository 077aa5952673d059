"""The words that fields of a record take, from the models that check them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from scale_explorer.models.claim import Modality, Preference
from scale_explorer.models.deal import DealStatus, DealType, PartyRole
from scale_explorer.models.evidence import Direction, Directness
from scale_explorer.models.figure import FigureStatus, Measure
from scale_explorer.models.group import Extent
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.reason import ReasonType
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.models.statement import Stance

from ..arguments.argument import Value

_ENUMERATIONS: Mapping[Value, type[StrEnum]] = {
    Value.RELATION_TYPE: RelationType,
    Value.DEAL_TYPE: DealType,
    Value.REASON_TYPE: ReasonType,
    Value.ROLE: PartyRole,
    Value.STANDING: RelationStatus,
    Value.PROGRESS: DealStatus,
    Value.MEASURE: Measure,
    Value.FIGURE_STATUS: FigureStatus,
    Value.HEDGE: Hedge,
    Value.STANCE: Stance,
    Value.EXTENT: Extent,
    Value.MODALITY: Modality,
    Value.PREFERENCE: Preference,
    Value.DIRECTION: Direction,
    Value.DIRECTNESS: Directness,
}


def field_words(value: Value | None) -> Iterator[str]:
    """Yield what may stand for a value that is one of a few words."""
    found = _ENUMERATIONS.get(value) if value is not None else None
    return iter(()) if found is None else (each.value for each in found)
