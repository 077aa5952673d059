"""What many claims have in common, worded once: how they read, stand, and can be trusted.

Millions of claims share a few hundred of these, so each is worded by the same functions that word
the claims of a checked set, on a claim made up for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure, FigureStatus
from scale_explorer.models.kinds import Kind
from scale_explorer.models.reason import Reason
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

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


_SUPPORT = (NONE, "one", SEVERAL)
_PARTY = {"entity": "a", "role": "other"}

Cells = tuple[str, str, str, str, str, str, str, str]


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
