"""The words that `is:` takes, as far as the data set alone tells them."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.claim import Claim, Preference
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Stance, Statement

from .support import NONE, SEVERAL
from .wording import is_inferred


def qualities(record: Record, support: str = NONE) -> frozenset[str]:
    """Return the qualities of a record that hold by itself, spelled as `vocabulary.QUALITIES`.

    `support` says what a claim rests on, as `support.supports` has it.
    """
    if isinstance(record, Entity):
        return frozenset({"unnamed"} if record.unnamed else ())
    if not isinstance(record, Claim):
        return frozenset()
    return frozenset(quality.replace("_", "-") for quality in _of_claim(record, support))


def _of_claim(claim: Claim, support: str) -> Iterator[str]:
    yield claim.modality.value
    if claim.prefer is not Preference.NORMAL:
        yield claim.prefer.value
    if isinstance(claim, Relationship | Deal | Figure):
        yield claim.status.value
    if isinstance(claim, Figure) and claim.hedge is not Hedge.EXACT:
        yield "hedged"
    if isinstance(claim, Statement) and claim.stance is Stance.PLANS:
        yield "planned"
    if is_inferred(claim):
        yield "inferred"
    if support == NONE:
        yield "unsupported"
    elif support != SEVERAL:
        yield "single-source"


def with_status(known: frozenset[str], claim: Relationship | Deal, status: str) -> frozenset[str]:
    """Return the qualities of a claim as they were when it had another status."""
    now = claim.status.value.replace("_", "-")
    return (known - {now}) | ({status.replace("_", "-")} if status else frozenset[str]())
