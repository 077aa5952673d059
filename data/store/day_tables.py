"""The rows of the compiled file that tell from when on things hold, and when that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus

from ..analysis.amounts import headline, remarked
from ..analysis.known_since import ALWAYS, first_day, statuses
from ..analysis.links import Links
from ..analysis.phrasing import relation_title, relation_verb
from ..analysis.qualities import with_status
from ..analysis.wording import state, when
from .contents import Contents
from .tables import Cells, flags


def past_rows(contents: Contents) -> Iterator[Cells]:
    """Yield how each record with a history read from each of its days on."""
    for record in contents.records:
        if isinstance(record, Relationship | Deal) and record.history:
            number, qualities = contents.numbers[record.id], flags(contents, record)
            yield from past_of(contents.links, record, number, qualities)


def past_of(
    links: Links, record: Relationship | Deal, number: int, qualities: frozenset[str]
) -> Iterator[Cells]:
    """Yield how a record of a number read from each of its days on; `qualities` are of now."""
    for position, (since, status) in enumerate([(ALWAYS, ""), *statuses(links, record)]):
        yield (
            number,
            position,
            *since,
            status.replace("_", "-"),
            _title_when(links, record, status),
            _verb_when(links, record, status),
            when(_so_far(record, position, since.first)),
            state(record, status),
            " ".join(sorted(with_status(qualities, record, status))),
        )


def _so_far(claim: Relationship | Deal, position: int, since: str) -> Relationship | Deal:
    """Return a claim without the dates that lie ahead of a day."""
    told: dict[str, object] = {"history": claim.history[:position]}
    for ahead in ("end", "completed"):
        if first_day(getattr(claim, ahead, None)) > since:
            told[ahead] = None
    return claim.model_copy(update=told)


def _title_when(links: Links, claim: Relationship | Deal, status: str) -> str:
    if isinstance(claim, Deal):
        return claim.title
    then = RelationStatus(status) if status else RelationStatus.UNKNOWN
    return relation_title(links, claim, then)


def _verb_when(links: Links, claim: Relationship | Deal, status: str) -> str:
    if isinstance(claim, Deal):
        return ""
    then = RelationStatus(status) if status else RelationStatus.UNKNOWN
    return relation_verb(links, claim, then)


def day_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every day at which records begin to count, or those that count change."""
    added: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for record in contents.records:
        since = contents.days[record.id].first
        added[since] += 1
        changed.update({day for day in _later(contents, record) if day > since})
    for day in sorted({*added, *changed} - {""}):
        yield day, added[day], changed[day]


def _later(contents: Contents, record: Record) -> Iterator[str]:
    if isinstance(record, Relationship | Deal):
        yield from (
            (since.first for since, _ in statuses(contents.links, record)) if record.history else ()
        )


def told_since(contents: Contents, page: Record, label: str, claim: str | None) -> str:
    """Return the day from which a fact at the head of a page is so; empty for always.

    A status, and on other pages what goes with a tie, holds from the last status on; its size from
    the day of the figure.
    """
    record = contents.dataset.by_id.get(claim or "")
    if not isinstance(record, Relationship | Deal):
        return ""
    dates = {"until": getattr(record, "end", None), "completed": getattr(record, "completed", None)}
    if label in dates:
        return first_day(dates[label])
    if record is page:
        return _last(contents, record) if label in {"status", "as of"} else ""
    size = headline(contents.links, record)
    return max(_last(contents, record), contents.days[size.id].first if size else "")


def _last(contents: Contents, claim: Relationship | Deal) -> str:
    return max(_later(contents, claim), default="")


def remark_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the derived figures of which the remark beside each figure tells."""
    numbers = contents.numbers
    for figure in contents.dataset.of(Figure):
        for derived in dict.fromkeys(remarked(contents.links, figure)):
            if derived in numbers:
                yield numbers[figure.id], numbers[derived]
