"""How a history changed: `status ending (Jun 2025) added`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TypeAlias

from scale_explorer.models.dates import readable
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.history import Change as Entry
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus

from ..analysis.wording import words as in_words
from .change import Detail
from .compared import Compared
from .quotes import told_quotes
from .wording import in_another_order

AnyEntry: TypeAlias = Entry[RelationStatus] | Entry[DealStatus]


def told_history(compared: Compared) -> Iterator[Detail]:
    """Yield statuses added, taken away and dated anew, and what carries those that stay."""
    one, other = _history(compared.named), _history(compared.new)
    places = sorted(_paired(one, other))
    first = _history(compared.old)
    for place, at in places:
        entry, later = one[place], other[at]
        if entry.date != later.date:
            dates = _date(entry), _date(later)
            words = f"status {in_words(later.status)}: {' → '.join(dates)}"
            yield Detail("history", words, *dates)
        whose = f" of the status {in_words(later.status)}"
        quotes = (first[place].evidence, entry.evidence), later.evidence
        yield from told_quotes(*compared.sides(*quotes), "history", whose)
    for entry in _others(one, {place for place, _ in places}):
        yield Detail("history", f"status {_said(entry)} taken away", _said(entry))
    for entry in _others(other, {at for _, at in places}):
        yield Detail("history", f"status {_said(entry)} added", "", _said(entry))
    stay = [at for _, at in places]
    if stay != sorted(stay):
        yield in_another_order("history", "statuses", [*map(_said, one)], [*map(_said, other)])


def _others(entries: Sequence[AnyEntry], places: Container[int]) -> Iterator[AnyEntry]:
    return (entry for place, entry in enumerate(entries) if place not in places)


def _history(record: Record) -> Sequence[AnyEntry]:
    return record.history if isinstance(record, Relationship | Deal) else ()


def _paired(before: Sequence[AnyEntry], now: Sequence[AnyEntry]) -> Iterator[tuple[int, int]]:
    """Yield the places of entries of one status and date, then of others of one status."""
    gone, come = dict(enumerate(before)), dict(enumerate(now))
    for exact in (True, False):
        waiting: dict[tuple[str, str], list[int]] = {}
        for at in reversed(come):  # the first is taken first, from the end
            waiting.setdefault(_key(come[at], exact=exact), []).append(at)
        for place in list(gone):
            if found := waiting.get(_key(gone[place], exact=exact)):
                at = found.pop()
                del gone[place], come[at]
                yield place, at


def _key(entry: AnyEntry, *, exact: bool) -> tuple[str, str]:
    return str(entry.status), (entry.date or "") if exact else ""


def _said(entry: AnyEntry) -> str:
    date = f" ({readable(entry.date)})" if entry.date else ""
    return f"{in_words(entry.status)}{date}"


def _date(entry: AnyEntry) -> str:
    return readable(entry.date) if entry.date else "no date"
