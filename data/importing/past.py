"""How records with a history stood as of a day, worded by the functions that word a checked set.

Few records of a large register have more than one status. Each is made a record of the models
again, with the ends and sources that it names, some hundred at a time.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from scale_explorer.models.dataset import RECORD_CLASSES, Dataset, Header
from scale_explorer.models.deal import Deal
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship

from ..analysis.links import Links
from ..store.day_tables import past_of
from .schema import SORTS

_AT_ONCE: Final = 200
_KINDS: Final = {number: kind for kind, number in SORTS.items()}
_NONE: Final = Header(id="index", title="index")

_WITH_HISTORY: Final = """SELECT i.row, i.id, i.sort, i.title, a.id, b.id, i.role, i.first, i.last,
    i.since, i.rest, m.type, m.modality, m.prefer, m.flags
    FROM item i JOIN manner m USING (manner) LEFT JOIN item a ON a.row = i.subject
    LEFT JOIN item b ON b.row = i.object
    WHERE i.sort IN (:relationship, :deal) AND i.rest LIKE '%"history"%'
    AND json_array_length(i.rest, '$.history') > 1 ORDER BY i.row"""

_Row = tuple[Any, ...]


def write_past(connection: sqlite3.Connection) -> None:
    """Write how records with several statuses read from each of their days on."""
    sorts = {kind.value: SORTS[kind] for kind in (Kind.RELATIONSHIP, Kind.DEAL)}
    rows = connection.execute(_WITH_HISTORY, sorts)
    changed: Counter[str] = Counter()
    while some := rows.fetchmany(_AT_ONCE):
        past = list(_past(connection, some, changed))
        connection.executemany("INSERT INTO past VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", past)
    if not changed:
        return
    connection.executemany(
        "INSERT INTO day VALUES (?, 0, ?, 0, -1)"
        " ON CONFLICT DO UPDATE SET changed = excluded.changed",
        sorted(changed.items()),
    )
    connection.execute("CREATE INDEX past_by_since ON past (since, row)")


def _past(
    connection: sqlite3.Connection, rows: Iterable[_Row], changed: Counter[str]
) -> Iterator[_Row]:
    claims = [(_claim(row), row[0], _day(row[9]), row[14]) for row in rows]
    named = _named(connection, (claim for claim, *_ in claims))
    links = Links(Dataset(_NONE, (*(claim for claim, *_ in claims), *named)))
    for claim, number, since, flags in claims:
        past = list(past_of(links, claim, number, frozenset(flags.split())))
        changed.update({day for day in (str(row[2]) for row in past) if day > since})
        yield from past


def _day(number: int | None) -> str:
    """Return a day that is a number, such as 20250613, as ISO 8601."""
    if number is None:
        return ""
    return f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"


def _claim(row: _Row) -> Relationship | Deal:
    _, id_, sort, title, subject, object_, role, first, last, _, rest, *manner, _ = row
    type_, modality, prefer = manner
    shared = {**json.loads(rest), "id": id_, "type": type_, "modality": modality, "prefer": prefer}
    if _KINDS[sort] is Kind.DEAL:
        return Deal.model_validate({"title": title, **shared})
    ends = {"subject": subject, "object": object_, "role": role or "", "start": first, "end": last}
    return Relationship.model_validate({**shared, **ends})


def _named(
    connection: sqlite3.Connection, claims: Iterable[Relationship | Deal]
) -> Iterator[Record]:
    """Yield what some claims name: their ends, and the sources of their statuses."""
    ids: set[str] = set()
    for claim in claims:
        ids.update(quote.source for change in claim.history for quote in change.evidence)
        if isinstance(claim, Relationship):
            ids.update((claim.subject, claim.object))
    for id_ in sorted(ids):
        found = connection.execute(
            "SELECT sort, title, rest FROM item WHERE id = ? AND title IS NOT NULL", (id_,)
        ).fetchone()
        if found is not None:
            sort, title, rest = found
            called = {"name": title, "title": title}
            class_ = RECORD_CLASSES[_KINDS[sort]]
            fields = {each: told for each, told in called.items() if each in class_.model_fields}
            yield class_.model_validate({**fields, **json.loads(rest or "{}"), "id": id_})
