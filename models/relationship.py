"""A tie between two records: who owns, pays, leads, makes or competes with whom."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from .claim import Claim
from .history import Change
from .kinds import Kind
from .record import Edtf, Id, Line
from .relation_type import RelationType


class RelationStatus(StrEnum):
    """How a relationship stands; FollowTheMoney leaves this free text, no register has `ending`."""

    CURRENT = "current"
    UNDER_REVIEW = "under_review"
    REDUCING = "reducing"
    REDUCED = "reduced"
    ENDING = "ending"
    FORMER = "former"
    PLANNED = "planned"
    UNKNOWN = "unknown"


class Relationship(Claim):
    """`subject` stands to `object` as `type` says; its id is `subject.type.object` unless given."""

    KIND: ClassVar[Kind] = Kind.RELATIONSHIP

    type: RelationType
    subject: Id
    object: Id
    role: Line = ""
    start: Edtf | None = None
    end: Edtf | None = None
    history: tuple[Change[RelationStatus], ...] = ()
    deal: Id | None = None

    @property
    def status(self) -> RelationStatus:
        """The status now."""
        return self.history[-1].status if self.history else RelationStatus.UNKNOWN
