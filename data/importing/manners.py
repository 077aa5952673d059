"""What many claims have in common, worded once: how they read, stand, and can be trusted.

Millions of claims share a few hundred of these, so each is worded by the same functions that word
the claims of a checked set, on a claim made up for it.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from scale_explorer.models.claim import Claim, Modality, Preference
from scale_explorer.models.deal import Deal, DealStatus, DealType
from scale_explorer.models.figure import Figure, FigureStatus, Measure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.reason import Reason, ReasonType
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Stance, Statement

from ..analysis.qualities import qualities
from ..analysis.support import NONE, SEVERAL
from ..analysis.verbs import news, predicate
from ..analysis.wording import CAUSING, measured, standing, state


@dataclass(frozen=True, slots=True)
class Manner:
    """The codes that claims share; `sources` is 0, 1 or 2 for more than one that support it."""

    kind: Kind
    type: str
    status: str = ""
    modality: str = "certain"
    prefer: str = "normal"
    hedge: str = "exact"
    inferred: bool = False
    sources: int = 0

    @property
    def number(self) -> int:
        """A number that means this manner in every process: all codes by their places."""
        number = 0
        for axis, code in zip(_AXES, astuple(self), strict=True):
            number = number * len(axis) + axis[code]
        return number

    def resting_on(self, sources: int, *, inferred: bool) -> Manner:
        """Return the same manner of a claim with quotes of so many sources."""
        return replace(self, sources=min(2, sources), inferred=inferred)

    @classmethod
    def of(cls, number: int) -> Manner:
        """Return the manner of a number."""
        codes: list[Any] = []
        for axis in reversed(_AXES):
            number, place = divmod(number, len(axis))
            codes.append(tuple(axis)[place])
        return cls(*reversed(codes))


def _places(*names: type[StrEnum]) -> dict[Any, int]:
    """Return the place of each code of some enumerations, and of none."""
    codes = dict.fromkeys(["", *(each.value for of in names for each in of)])
    return {code: place for place, code in enumerate(codes)}


_AXES: Final[tuple[dict[Any, int], ...]] = (
    {kind: place for place, kind in enumerate(Kind)},
    _places(RelationType, Measure, DealType, ReasonType),
    _places(RelationStatus, DealStatus, FigureStatus, Stance),
    _places(Modality),
    _places(Preference),
    _places(Hedge),
    {False: 0, True: 1},
    {0: 0, 1: 1, 2: 2},
)
"""The codes of every field of a manner; what a claim rests on stands last."""
_RESTS: Final = len(_AXES[-2]) * len(_AXES[-1])


def said(number: int) -> int:
    """Return what the manner of a number says, without what it rests on."""
    return number // _RESTS


_SUPPORT = (NONE, "one", SEVERAL)
_PARTY = {"entity": "a", "role": "other"}

Cells = tuple[str, str, str, str, str, str, str, str]


def manner_row(number: int) -> tuple[int | str, ...]:
    """Return a row of the table of manners: the number, and what it comes to in words."""
    return number, *worded(Manner.of(number))


def worded(manner: Manner) -> Cells:
    """Return type, status, modality, verb, state, flags, preference and hedge of a manner."""
    claim = _example(manner)
    support = _SUPPORT[manner.sources]
    flags = " ".join(sorted(qualities(claim, support)))
    status = standing(claim)
    return (
        manner.type, status, manner.modality, _verb(claim), state(claim), flags, manner.prefer,
        manner.hedge,
    )  # fmt: skip


def _verb(claim: Claim) -> str:
    match claim:
        case Relationship():
            told = news(claim.type, claim.status, plural=False)
            return told or predicate(claim.type, claim.status, claim.modality, plural=False)
        case Figure():
            return measured(claim.measure)
        case Reason():
            return CAUSING[claim.type]
        case _:
            return ""


def _example(manner: Manner) -> Claim:
    """Return a claim of this manner."""
    directness = "inferred" if manner.inferred else "stated"
    words = {"source": "a", "exact": "a", "directness": directness}
    shared: dict[str, Any] = {
        "id": "a", "modality": manner.modality, "prefer": manner.prefer,
        "evidence": [words] if manner.sources or manner.inferred else [],
    }  # fmt: skip
    history = [{"status": manner.status}] if manner.status else []
    match manner.kind:
        case Kind.RELATIONSHIP:
            ends = {"type": manner.type, "subject": "a", "object": "b"}
            return Relationship.model_validate({**shared, **ends, "history": history})
        case Kind.DEAL:
            deal = {"title": "a", "type": manner.type, "history": history}
            return Deal.model_validate({**shared, **deal, "parties": [_PARTY]})
        case Kind.FIGURE:
            derived = manner.status == FigureStatus.DERIVED
            number = {"formula": "{a}"} if derived else {"value": 1}
            how = {"subject": "a", "measure": manner.type, "unit": "1", "hedge": manner.hedge}
            status = {"status": manner.status} if manner.status else {}
            return Figure.model_validate({**shared, **number, **how, **status})
        case Kind.REASON:
            link = {"type": manner.type, "cause": "a", "effect": "b"}
            return Reason.model_validate({**shared, **link})
        case _:
            said = {"text": "a", "stance": manner.status or "asserts"}
            return Statement.model_validate({**shared, **said})
