"""What is dated of each record: what happened, and between which days that may have been.

Dates are EDTF (see `models/dates.py`), so most are spans: a year is all of its days. A status
without a date of its own has that of its earliest source, and says so. What a figure is measured
before or after a deal has one end only, the deal's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.evidence import Quote, Source
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.history import Change
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus
from scale_explorer.models.statement import Statement

from .links import Links


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened, or held, at a time.

    `what` is announced, completed, start, end, status, period, said or published; `status` the code
    of a status change. `edtf` is the date as written; `first` and `last` are the days (ISO 8601)
    that it spans, empty where that end is open. `of_source` says that it is the source's date, for
    want of its own; `anchor` is the deal before or after which (`side`) it was.
    """

    what: str
    edtf: str
    first: str
    last: str
    status: str = ""
    of_source: bool = False
    anchor: str = ""
    side: str = ""


_LAST_DAY = "9999-12-31"


def in_time(event: Dated) -> tuple[str, str]:
    """Return a key that sorts events by their first day, then by their last.

    What has only one end stands at that; what has neither comes last.
    """
    return event.first or event.last or _LAST_DAY, event.last or _LAST_DAY


def dated(links: Links, record: Record) -> Iterator[Dated]:
    """Yield what is dated of one record, in the order in which it tells it."""
    match record:
        case Relationship():
            yield from _at("start", record.start)
            yield from _statuses(links, record.history)
            yield from _at("end", record.end)
        case Deal():
            yield from _at("announced", record.announced)
            yield from _statuses(links, record.history)
            yield from _at("completed", record.completed)
        case Figure():
            yield from _period(links, record)
        case Statement():
            yield from _at("said", record.date)
        case Source():
            yield from _at("published", record.published)
        case _:
            pass


def _at(
    what: str, date: str | None, status: str = "", *, of_source: bool = False
) -> Iterator[Dated]:
    if date:
        span = bounds(date)
        yield Dated(what, date, span.first or "", span.last or "", status, of_source)


def _statuses(
    links: Links, history: Iterable[Change[RelationStatus] | Change[DealStatus]]
) -> Iterator[Dated]:
    for change in history:
        date = change.date or _published(links, change.evidence)
        yield from _at("status", date, change.status.value, of_source=change.date is None)


def _published(links: Links, quotes: Iterable[Quote]) -> str | None:
    """Return the date of the earliest of the quotes' sources."""
    sources = (links.dataset.by_id.get(quote.source) for quote in quotes)
    dates = (one.published for one in sources if isinstance(one, Source) and one.published)
    return min(dates, key=lambda date: bounds(date).first or "", default=None)


def _period(links: Links, figure: Figure) -> Iterator[Dated]:
    if not isinstance(figure.period, Around):
        yield from _at("period", figure.period, figure.status.value)
        return
    before, after = figure.period.before, figure.period.after
    first, last = _span_of_deal(links, before or after or "")
    around = Dated("period", "", "", "", figure.status.value)
    if before:
        yield replace(around, last=last, anchor=before, side="before")
    elif after:
        yield replace(around, first=first, anchor=after, side="after")


def _span_of_deal(links: Links, deal_id: str) -> tuple[str, str]:
    """Return the first and last day that a deal's dates can mean; empty where it has none.

    Its own dates go before those of its statuses, which may tell of rumours.
    """
    deal = links.dataset.by_id.get(deal_id)
    told = tuple(dated(links, deal)) if isinstance(deal, Deal) else ()
    found = tuple(one for one in told if one.what != "status") or told
    firsts, lasts = [one.first for one in found], [one.last for one in found]
    return min(filter(None, firsts), default=""), max(filter(None, lasts), default="")
