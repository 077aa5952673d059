"""Claims that cannot both be true, where the author has not said which of them leads.

All disputes are shown in the app; told here are only those that the author should settle: with
`prefer`, a quote that refutes one side, or the reason of an expectation. People who disagree, an
estimate beside a report, and plans that differ are no fault of the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure, FigureStatus
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from ..analysis.disputes.dispute import Dispute, DisputeKind, Leads
from ..analysis.disputes.statements import voice
from ..finding import Finding
from .context import At, Context

ClaimT = TypeVar("ClaimT", bound=Claim)

_FACTS = {FigureStatus.REPORTED, FigureStatus.DERIVED}
_PREFER = 'or prefer = "preferred" for the one that leads'


def figures_conflict(context: Context) -> Iterator[Finding]:
    """Warn of reported figures for one thing and overlapping periods that cannot both be true."""
    for one, other in _unsettled(context, DisputeKind.FIGURES, Figure):
        # Of two derived ones the fault lies in what they are computed from.
        if {one.status, other.status} <= _FACTS and not (one.formula and other.formula):
            first, second = (_amount(context, each) for each in (one, other))
            message = f"{first} here and {second} in {other.id} cannot both be true"
            hint = f"say period, scope or status where they differ, {_PREFER}"
            field = "formula" if one.formula else "value"
            yield context.warning("figures_conflict", message, At(one.id, field), hint)


def status_conflict(context: Context) -> Iterator[Finding]:
    """Warn of statuses that cannot both stand: of one tie, of one deal, of a tie and its deal."""
    for one, other in _unsettled(context, DisputeKind.STATUSES, Claim):
        if isinstance(one, Relationship | Deal) and isinstance(other, Relationship | Deal):
            message = f"{_words(one)} here and {_words(other)} in {other.id} cannot both stand"
            hint = f"write one history, or the dates that tell two times apart, {_PREFER}"
            yield context.warning("status_conflict", message, At(one.id, "history"), hint)


def statements_conflict(context: Context) -> Iterator[Finding]:
    """Warn of statements in which one and the same holder says a thing and denies it."""
    for one, other in _unsettled(context, DisputeKind.STATEMENTS, Statement):
        if voice(one) == voice(other):
            message = f"{one.stance} here and denied in {other.id}, by one and the same"
            hint = f"say who holds which, or date both if a view has changed, {_PREFER}"
            yield context.warning("statements_conflict", message, At(one.id, "stance"), hint)


def _unsettled(
    context: Context, kind: DisputeKind, cls: type[ClaimT]
) -> Iterator[tuple[ClaimT, ClaimT]]:
    """Yield both sides of the disputes of a kind that the author has not settled.

    What somebody says later stands without a word of the author.
    """
    known = context.dataset.by_id
    for dispute in context.disputes:
        if dispute.kind is not kind or _is_settled(dispute):
            continue
        one, other = known[dispute.first], known[dispute.second]
        if isinstance(one, cls) and isinstance(other, cls):
            yield one, other


def _is_settled(dispute: Dispute) -> bool:
    told = dispute.kind is DisputeKind.STATEMENTS and dispute.leads is not Leads.NEITHER
    return dispute.settled or told


def _amount(context: Context, figure: Figure) -> str:
    quantity = context.derived[figure.id].quantity
    return show_range(quantity.interval, quantity.unit) if quantity else "nothing"


def _words(claim: Relationship | Deal) -> str:
    return claim.status.value.replace("_", " ")
