"""Dates that cannot follow one another. Only what is sure counts: 2024 may be before June 2024."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure, FigureStatus
from scale_explorer.models.relationship import Relationship

from ..finding import Finding
from .context import At, Context


def start_after_end(context: Context) -> Iterator[Finding]:
    """Tell of relationships that end before they start."""
    for relation in context.dataset.of(Relationship):
        if _surely_after(relation.start, relation.end):
            message = f"it starts {relation.start}, after it ends {relation.end}"
            yield context.error("start_after_end", message, At(relation.id, "start"))


def history_out_of_order(context: Context) -> Iterator[Finding]:
    """Warn of histories in which a status stands before one of an earlier date."""
    claims: Iterator[Relationship | Deal]
    claims = chain(context.dataset.of(Relationship), context.dataset.of(Deal))
    for claim in claims:
        dates = [change.date for change in claim.history if change.date]
        for earlier, later in pairwise(dates):
            if _surely_after(earlier, later):
                message = f"a status of {later} stands after one of {earlier}"
                hint = "a history goes from old to new; its last status is the one that counts"
                at = At(claim.id, "history", later)
                yield context.warning("history_out_of_order", message, at, hint)


def completed_before_announced(context: Context) -> Iterator[Finding]:
    """Warn of deals that were completed before they were announced."""
    for deal in context.dataset.of(Deal):
        if _surely_after(deal.announced, deal.completed):
            message = f"it was completed {deal.completed}, before it was announced {deal.announced}"
            yield context.warning("completed_before_announced", message, At(deal.id, "completed"))


def reported_after_source(context: Context) -> Iterator[Finding]:
    """Warn of figures told as reported for a time after all their sources were published."""
    for figure in context.dataset.of(Figure):
        if figure.status is not FigureStatus.REPORTED or not isinstance(figure.period, str):
            continue
        published = [_published(context, quote.source) for quote in figure.evidence]
        if published and all(_surely_after(figure.period, date) for date in published):
            message = f"it is reported for {figure.period}, after its source was published"
            hint = 'is it planned? then say status = "planned"'
            yield context.warning("reported_after_source", message, At(figure.id, "period"), hint)


def _published(context: Context, source_id: str) -> str | None:
    source = context.dataset.by_id.get(source_id)
    return source.published if isinstance(source, Source) else None


def _surely_after(later: str | None, earlier: str | None) -> bool:
    """Say whether every day that `later` can mean is after every day of `earlier`."""
    if later is None or earlier is None:
        return False
    first, last = bounds(later).first, bounds(earlier).last
    return first is not None and last is not None and first > last
