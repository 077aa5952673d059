# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Which records and lines a list has, and the reading of some of them by their numbers.

Without a filter or a lens that is arithmetic: records of a kind are numbered without a gap, and so
are the lines of a page. With one, rows are tested in order until enough have been found, so that
what matches often costs as little as what matches once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from scale_explorer.models.kinds import Kind

from ..query import Field, Filter, Quality, Term
from . import columns
from .conditions import (
    IN_TURN,
    RECORDS,
    Condition,
    every,
    letters,
    matching_lines,
    on_term,
    seen,
    seen_lines,
)
from .connections import Connections
from .rows import PLAIN_LENS, ClaimRow, Lens, RecordRow

Numbers = tuple[Sequence[int], bool]
"""Ascending numbers, and whether they are all there are."""

_COMMON = 20_000
"""Records with a quality from which on it is quicker to test each than to gather them first."""


@dataclass(frozen=True, slots=True)
class Search:
    """How far one looks: for `most` of what matches, or None for all, until `stopped` says so."""

    most: int | None
    stopped: Callable[[], bool]

    def numbers(self, file: Connections, sql: str, values: dict[str, object]) -> Numbers:
        """Return what a query finds; one more than is wanted tells that there are more."""
        limit = -1 if self.most is None else self.most + 1
        found = file.numbers(f"{sql} LIMIT :limit", {**values, "limit": limit}, self.stopped)
        if self.stopped():
            return found, False
        complete = self.most is None or len(found) <= self.most
        return found if complete else found[: self.most], complete


def listed_rows(
    file: Connections, kind: Kind, wanted: Filter, lens: Lens, search: Search
) -> Numbers:
    """Return the numbers of records of a kind."""
    bounds = file.first("SELECT first, last FROM kind WHERE kind = :kind", {"kind": kind.value})
    if bounds is None:
        return (), True
    first, last = cast("tuple[int, int]", bounds)
    if not wanted.terms and lens == PLAIN_LENS:
        return range(first, last + 1), True
    table, place, indexed = "record r", "r.row", Condition()
    if text := letters(wanted):
        # The index hands on one match after the other, where IN would gather them all.
        table, place = "record_letters f CROSS JOIN record r ON r.row = f.rowid", "f.rowid"
        indexed = Condition("f.record_letters MATCH :letters", {"letters": text})
    within = Condition(f"{place} BETWEEN :first AND :last", {"first": first, "last": last})
    # With `+` no index on days is used, which would have all rows sorted again.
    terms = _on_terms(file, wanted, lens, by_words=bool(text))
    where = every((indexed, within, *terms, seen(lens, since="+r.since")))
    sql = f"SELECT r.row FROM {table} WHERE {where.sql} ORDER BY {place}"
    return search.numbers(file, sql, {**where.values})


def _on_terms(
    file: Connections, wanted: Filter, lens: Lens, *, by_words: bool
) -> Iterator[Condition]:
    """Yield the conditions of a filter; what few records have is looked up, all else tested."""
    for number, term in enumerate(wanted.terms):
        in_turn = by_words or _is_common(file, term)
        yield on_term(term, IN_TURN if in_turn else RECORDS, f"t{number}", lens)


def _is_common(file: Connections, term: Term) -> bool:
    if not isinstance(term, Field | Quality) or term.negated:
        return False
    name, value = ("is", term.name) if isinstance(term, Quality) else (term.name, term.value)
    some = "SELECT 1 FROM facet WHERE name = :name AND value >= :value AND value < :end LIMIT :most"
    bounds = {"name": name, "value": value, "end": f"{value}\U0010ffff", "most": _COMMON}
    return file.first(f"SELECT count(*) FROM ({some})", bounds) == (_COMMON,)


def line_places(
    file: Connections, owner: int, wanted: Filter, lens: Lens, search: Search
) -> Numbers:
    """Return the places of lines on a page."""
    if not wanted.terms and lens == PLAIN_LENS:
        last = file.first("SELECT max(position) FROM line WHERE owner = :owner", {"owner": owner})
        count = 0 if last is None or last[0] is None else cast("int", last[0]) + 1
        return range(count), True
    table = "line l" if lens == PLAIN_LENS else "line l CROSS JOIN record r ON r.row = l.claim"
    place = Condition("l.owner = :owner", {"owner": owner})
    where = every((place, matching_lines(wanted, lens), seen_lines(lens)))
    sql = f"SELECT l.position FROM {table} WHERE {where.sql} ORDER BY l.position"
    return search.numbers(file, sql, {**where.values})


def headings_of(file: Connections, owner: int) -> tuple[tuple[str, int], ...]:
    """Return the headings of a page, each with the place of its first line."""
    sql = "SELECT title, first FROM section WHERE owner = :owner ORDER BY position"
    return tuple(cast("list[tuple[str, int]]", file.select(sql, {"owner": owner})))


_SOME = "SELECT value FROM json_each(:numbers)"


def read_records(file: Connections, lens: Lens, numbers: Sequence[int]) -> tuple[RecordRow, ...]:
    """Return the records of some numbers, which are visible through the lens."""
    sql = f"{columns.records(lens)} WHERE r.row IN ({_SOME}) ORDER BY r.row"
    rows = file.select(sql, {"numbers": json.dumps(list(numbers)), **seen(lens).values})
    return tuple(columns.record_row(row) for row in rows)


def read_lines(
    file: Connections, owner: int, lens: Lens, numbers: Sequence[int]
) -> tuple[ClaimRow, ...]:
    """Return the lines of a page at some places, which are visible through the lens."""
    where = f"l.owner = :owner AND l.position IN ({_SOME})"
    sql = f"{columns.lines(lens)} WHERE {where} ORDER BY l.position"
    values = {"owner": owner, "numbers": json.dumps(list(numbers)), **seen(lens).values}
    return tuple(columns.claim_row(row) for row in file.select(sql, values))
