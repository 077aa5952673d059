"""When claims count, for looking at a set as of a day.

A relationship counts from its start, or the date of its first status; a deal from its announcement
or first status; a statement from its date; a figure from the first day of its period, a planned one
and any other claim from the day its first source was published; a derived figure with the last of
its inputs. What has no date always counts. A status without a date counts from the day of its own
source, never before the one that it follows.

Dates are fuzzy: something counts from the first day that its date can mean, and surely counts from
the last. What held for a whole time, as a figure of a year, surely began with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scale_explorer.models.claim import Claim
from scale_explorer.models.dates import bounds, is_fuzzy
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.evidence import Quote, Source, evidence_id
from scale_explorer.models.figure import Around, Figure, FigureStatus
from scale_explorer.models.history import Change
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Statement

from ..grounding.quotes import quotes_of
from .links import Links

_NEVER = "9999-12-31"
"""Stands for the last day of a date that is open at its end."""


class Since(NamedTuple):
    """The first day (ISO 8601) on which something may count, and the first on which it surely does.

    Both are empty for what always counts.
    """

    first: str = ""
    surely: str = ""

    def joined(self, other: Since) -> Since:
        """Return from when on both count."""
        return Since(max(self.first, other.first), max(self.surely, other.surely))


ALWAYS = Since()


def days_known(links: Links) -> dict[str, Since]:
    """Return for every id since when its record counts."""
    records = links.dataset.by_id
    days = {key: known_since(links, record) for key, record in records.items()}
    # `derived` holds every figure behind its inputs, so one pass is enough.
    for key in links.derived:
        figure = records.get(key)
        if isinstance(figure, Figure) and figure.formula:
            days[key] = _last(days.get(each, ALWAYS) for each in links.inputs(figure))
    return days


def _last(days: Iterable[Since]) -> Since:
    latest = ALWAYS
    for day in days:
        latest = latest.joined(day)
    return latest


def known_since(links: Links, record: Record) -> Since:
    """Return since when a record counts by itself."""
    match record:
        case Relationship():
            return _since(record.start or _first_date(record))
        case Deal():
            return _dated(record.announced or _first_date(record)) or _published(links, record)
        case Statement():
            return _dated(record.date) or _published(links, record)
        case Figure():
            return _figure_since(links, record)
        case Claim():
            return _published(links, record)
        case _:
            return ALWAYS


def first_day(date: str | None) -> str:
    """Return the first day that a date can mean; empty when there is none."""
    return _since(date).first


def _since(date: str | None) -> Since:
    if not date:
        return ALWAYS
    span = bounds(date)
    return Since(span.first or "", (span.last or _NEVER) if span.first else "")


def _dated(date: str | None) -> Since | None:
    """Return since when something of a date counts; None where that has no first day."""
    since = _since(date)
    return since if since.first else None


def _first_date(claim: Relationship | Deal) -> str | None:
    return claim.history[0].date if claim.history else None


def _figure_since(links: Links, figure: Figure) -> Since:
    if isinstance(figure.period, Around):
        deal = links.dataset.by_id.get(figure.period.after or "")
        return known_since(links, deal) if isinstance(deal, Deal) else ALWAYS
    if figure.period and figure.status is not FigureStatus.PLANNED:
        since = _since(figure.period)
        return since if is_fuzzy(figure.period) else Since(since.first, since.first)
    return _published(links, figure)


def _published(links: Links, claim: Claim) -> Since:
    return _first_published(links, (cited.quote for cited in quotes_of(claim)))


def _first_published(links: Links, quotes: Iterable[Quote]) -> Since:
    sources = (links.dataset.by_id.get(quote.source) for quote in quotes)
    days = (_since(source.published) for source in sources if isinstance(source, Source))
    known = [day for day in days if day.first]
    if not known:
        return ALWAYS
    return Since(min(day.first for day in known), min(day.surely for day in known))


def statuses(links: Links, claim: Relationship | Deal) -> Iterator[tuple[Since, str]]:
    """Yield each status with since when it counts, oldest first."""
    latest = ALWAYS
    changes: tuple[Change[RelationStatus] | Change[DealStatus], ...] = claim.history
    for change in changes:
        own = _dated(change.date) or _first_published(links, change.evidence)
        latest = latest.joined(own)
        yield latest, change.status.value
    if isinstance(claim, Relationship) and claim.end:
        yield latest.joined(_since(claim.end)), RelationStatus.FORMER.value


def quoted_since(links: Links, record: Record) -> dict[str, str]:
    """Return the first day on which each quote of a status counts, by the quote's id.

    Words that carry the claim itself count with it, whatever else they carry.
    """
    if not isinstance(record, Relationship | Deal):
        return {}
    days: dict[str, str] = {}
    history: tuple[Change[RelationStatus] | Change[DealStatus], ...] = record.history
    for change, (since, _) in zip(history, statuses(links, record), strict=False):
        for quote in change.evidence:
            days.setdefault(evidence_id(record.id, quote), since.first)
    return days | {evidence_id(record.id, quote): "" for quote in record.evidence}
