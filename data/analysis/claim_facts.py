"""Facts at the head of a claim's page."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.dates import readable
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Around, Figure, FigureStatus, Measure
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from .amounts import amount, best
from .lines import Told
from .links import Links
from .names import name
from .wording import period, told_in_full, words


def deal_facts(links: Links, deal: Deal) -> Iterator[Told]:
    """Yield a deal's status, stake, price, dates and terms."""
    yield from _unless_empty({"status": told_in_full(deal)}, deal.id)
    for measure in (Measure.STAKE, Measure.PRICE):
        found = best(f for f in links.figures.get(deal.id, ()) if f.measure is measure)
        if found is not None and amount(links, found):
            computed = found.status is FigureStatus.DERIVED
            label = f"{measure.value}, computed" if computed else measure.value
            yield Told(label, amount(links, found), found.id)
    for label, day in (("announced", deal.announced), ("completed", deal.completed)):
        if day:
            yield Told(label, readable(day), deal.id)
    if deal.terms:
        yield Told("terms", deal.terms, deal.id)


def relationship_facts(links: Links, relation: Relationship) -> Iterator[Told]:
    """Yield a relationship's status, role, time and deal."""
    told = {
        "status": told_in_full(relation),
        "role": relation.role,
        "since": readable(relation.start or ""),
        "until": readable(relation.end or ""),
        "as of": readable(relation.history[-1].date or "") if relation.history else "",
    }
    yield from _unless_empty(told, relation.id)
    if relation.deal:
        yield Told("deal", name(links, relation.deal), relation.deal)


def figure_facts(links: Links, figure: Figure) -> Iterator[Told]:
    """Yield a figure's amount, the range it stands for, and how the source words it."""
    quantity = links.quantity(figure)
    shown = amount(links, figure)
    span = show_range(quantity.interval, quantity.unit) if quantity else ""
    ranked = figure.measure is Measure.POSITION
    told = {
        "amount": shown,
        "range": "" if ranked or span == shown else span,
        "period": _period(links, figure),
        "in the words": f"“{figure.as_written}”" if figure.as_written else "",
        "status": words(figure.status.value),
        "worded as": words(figure.hedge.value) if figure.hedge is not Hedge.EXACT else "",
        "unit": "" if ranked else figure.unit,
    }
    yield from _unless_empty(told, figure.id)


def _period(links: Links, figure: Figure) -> str:
    if isinstance(figure.period, Around):
        deal = figure.period.before or figure.period.after or ""
        return f"{'before' if figure.period.before else 'after'} “{name(links, deal)}”"
    written = f" (“{figure.period_as_written}”)" if figure.period_as_written else ""
    return period(figure) + written


def statement_facts(links: Links, statement: Statement) -> Iterator[Told]:
    """Yield what kind of thought it is, whose, who told it and when."""
    told = {
        "stance": told_in_full(statement),
        "holder": name(links, statement.holder) if statement.holder else "",
        "speaker": name(links, statement.speaker) if statement.speaker else "",
        "attribution": statement.attribution,
        "date": readable(statement.date or ""),
    }
    yield from _unless_empty(told, statement.id)


def _unless_empty(told: dict[str, str], claim: str) -> Iterator[Told]:
    for label, value in told.items():
        if value:
            yield Told(label, value, claim)
