"""The quotes of a record as fields, and how one of them is changed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from .subject import Fields, Subject


class Place(NamedTuple):
    """Where a quote is: in which record, in which change of status (-1: none), and which one."""

    record: int
    change: int
    quote: int


def quotes(subject: Subject) -> Iterator[tuple[Place, Fields]]:
    """Yield every quote of every claim."""
    for record, fields in enumerate(subject.fields):
        if "name" in fields or ("title" in fields and "parties" not in fields):
            continue  # an entity or a source
        for change, holder in _holders(fields):
            for place, quote in enumerate(holder.get("evidence", ())):
                yield Place(record, change, place), quote


def _holders(fields: Fields) -> Iterator[tuple[int, Fields]]:
    yield -1, fields
    yield from enumerate(fields.get("history", ()))


def holder_in(fields: Fields, change: int) -> dict[str, Any]:
    """Return what holds the evidence: the record itself, or one of its statuses."""
    return fields if change < 0 else fields["history"][change]


def with_quote(subject: Subject, place: Place, quote: Fields) -> Fields:
    """Return a record's fields with another quote in one place."""
    fields = deepcopy(subject.fields[place.record])
    holder_in(fields, place.change)["evidence"][place.quote] = quote
    return fields


def without_quote(subject: Subject, place: Place) -> Fields:
    """Return a record's fields with one quote less."""
    fields = deepcopy(subject.fields[place.record])
    del holder_in(fields, place.change)["evidence"][place.quote]
    return fields


def with_only(subject: Subject, record: int, quote: Fields) -> Fields:
    """Return a record's fields with one quote and no other."""
    fields = deepcopy(subject.fields[record])
    for change, holder in _holders(fields):
        holder["evidence"] = [quote] if change < 0 else []
    return fields


def with_more(subject: Subject, record: int, quote: Fields) -> Fields:
    """Return a record's fields with one quote more."""
    fields = deepcopy(subject.fields[record])
    fields["evidence"] = [*fields.get("evidence", ()), quote]
    return fields
