"""All disputes of a data set, each pair of claims once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from scale_explorer.models.dataset import Dataset

from ..derive import Derived
from .dispute import Clash, Dispute
from .figures import unlike_figures, unmet_expectations
from .leading import leading
from .statements import contradicted_statements
from .statuses import unlike_statuses
from .words import compared, refuted_claims, sides_of


def find_disputes(dataset: Dataset, derived: Mapping[str, Derived]) -> tuple[Dispute, ...]:
    """Return what cannot both be true, in linear time; `derived` is what each figure comes to."""
    clashes: dict[frozenset[str], Clash] = {}
    for clash in chain(
        unmet_expectations(dataset, derived),  # first, for the author's reason
        unlike_figures(dataset, derived),
        unlike_statuses(dataset),
        contradicted_statements(dataset),
    ):
        clashes.setdefault(frozenset((clash.first.id, clash.second.id)), clash)
    refuted = refuted_claims(dataset, clashes.values())
    return tuple(_dispute(dataset, clash) for clash in (*clashes.values(), *refuted))


def _dispute(dataset: Dataset, clash: Clash) -> Dispute:
    first, second = sides_of(dataset, clash)
    found = leading(clash, first, second)
    ours, theirs = compared(first, second)
    return Dispute(
        kind=clash.kind,
        first=clash.first.id,
        second=clash.second.id,
        leads=found.leads,
        why=found.why,
        # Of figures of different things only an expectation says that they agree, and it is told.
        settled=found.settled or bool(clash.reason) or not clash.alike,
        first_quote=ours.id if ours else None,
        second_quote=theirs.id if theirs else None,
        reason=clash.reason,
    )
