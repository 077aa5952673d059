"""When claims count, for looking at a set as of a day.

A relationship counts from its start, or the date of its first status; a deal from its announcement
or first status; a statement from its date; a figure from the first day of its period, a planned one
and any other claim from the day its first source was published; a derived figure with the last of
its inputs. What has no date always counts. A status without a date counts from the day of its own
source, never before the one that it follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.claim import Claim
from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.evidence import Quote, Source, evidence_id
from scale_explorer.models.figure import Around, Figure, FigureStatus
from scale_explorer.models.history import Change
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Statement

from ..grounding.quotes import quotes_of
from .links import Links


def days_known(links: Links) -> dict[str, str]:
    """Return for every id the first day (ISO 8601) on which its record counts; empty for always."""
    records = links.dataset.by_id
    days = {key: known_since(links, record) for key, record in records.items()}
    # `derived` holds every figure behind its inputs, so one pass is enough.
    for key in links.derived:
        figure = records.get(key)
        if isinstance(figure, Figure) and figure.formula:
            days[key] = max((days.get(each, "") for each in links.inputs(figure)), default="")
    return days


def known_since(links: Links, record: Record) -> str:
    """Return the first day on which a record counts by itself; empty for always."""
    match record:
        case Relationship():
            return first_day(record.start or _first_date(record))
        case Deal():
            return first_day(record.announced or _first_date(record)) or _published(links, record)
        case Statement():
            return first_day(record.date) or _published(links, record)
        case Figure():
            return _figure_since(links, record)
        case Claim():
            return _published(links, record)
        case _:
            return ""


def first_day(date: str | None) -> str:
    """Return the first day that a date can mean; empty when there is none."""
    return (bounds(date).first or "") if date else ""


def _first_date(claim: Relationship | Deal) -> str | None:
    return claim.history[0].date if claim.history else None


def _figure_since(links: Links, figure: Figure) -> str:
    if isinstance(figure.period, Around):
        deal = links.dataset.by_id.get(figure.period.after or "")
        return known_since(links, deal) if isinstance(deal, Deal) else ""
    if figure.period and figure.status is not FigureStatus.PLANNED:
        return first_day(figure.period)
    return _published(links, figure)


def _published(links: Links, claim: Claim) -> str:
    return _first_published(links, (cited.quote for cited in quotes_of(claim)))


def _first_published(links: Links, quotes: Iterable[Quote]) -> str:
    sources = (links.dataset.by_id.get(quote.source) for quote in quotes)
    days = [first_day(source.published) for source in sources if isinstance(source, Source)]
    return min(filter(None, days), default="")


def statuses(links: Links, claim: Relationship | Deal) -> Iterator[tuple[str, str]]:
    """Yield each status with the first day on which it counts, oldest first."""
    latest = ""
    changes: tuple[Change[RelationStatus] | Change[DealStatus], ...] = claim.history
    for change in changes:
        latest = max(latest, first_day(change.date) or _first_published(links, change.evidence))
        yield latest, change.status.value
    if isinstance(claim, Relationship) and claim.end:
        yield max(latest, first_day(claim.end)), RelationStatus.FORMER.value


def quoted_since(links: Links, record: Record) -> dict[str, str]:
    """Return the day from which each quote of a status counts, by the quote's id.

    Words that carry the claim itself count with it, whatever else they carry.
    """
    if not isinstance(record, Relationship | Deal):
        return {}
    days: dict[str, str] = {}
    history: tuple[Change[RelationStatus] | Change[DealStatus], ...] = record.history
    for change, (since, _) in zip(history, statuses(links, record), strict=False):
        for quote in change.evidence:
            days.setdefault(evidence_id(record.id, quote), since)
    return days | {evidence_id(record.id, quote): "" for quote in record.evidence}
