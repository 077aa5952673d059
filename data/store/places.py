# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Which records and lines a list has, and the reading of some of them by their numbers.

Without a filter or a lens that is arithmetic: records of a kind are numbered without a gap, and so
are the lines of a page. With one, rows are tested in order until enough have been found, so that
what matches often costs as little as what matches once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from time import monotonic
from typing import cast

from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..query import Filter, Word
from . import columns
from .conditions import (
    IN_TURN,
    RECORDS,
    TRIGRAM,
    TYING,
    Condition,
    Value,
    every,
    letters,
    matching,
    matching_lines,
    seen,
    seen_lines,
    trigrams,
)
from .connections import Connections
from .name_order import BEGUN, beginning, order_key
from .ordering import Dated, Size, ordered
from .protocol import never
from .rows.claims import ClaimRow
from .rows.lens import PLAIN_LENS, Lens
from .rows.order import Order
from .rows.records import RecordRow

CALLED_BY_ENDS = frozenset({Kind.RELATIONSHIP, Kind.FIGURE})
"""Kinds whose records may be called by what they tie or are about."""
Numbers = tuple[Sequence[int], bool]
"""Ascending numbers, and whether they are all there are."""

PROBE = 5_000
"""Records that are tested first, which tells how many match."""
ENOUGH = 200
"""Claims of an index with some words that are looked for, unless all are asked for: some screens.

They are called by their ends, so that to test one costs as much as to test twenty names.
"""
AT_MOST = 0.4
"""Seconds for which they are tested then: three million would take twenty."""
_REACH = 20
"""So many times as many are tested where that finds enough; else it is quicker to look them up."""


FEW = 300
"""Records with some letters that are tested one by one: within a millisecond or two."""


def having(file: Connections, text: str) -> Numbers:
    """Return the first records with the letters of an expression, and whether these are all."""
    sql = "SELECT rowid FROM record_letters WHERE record_letters MATCH :letters LIMIT :limit"
    rows = file.select(sql, {"letters": text, "limit": FEW + 1})
    found = [cast("int", row) for (row,) in rows]
    return found[:FEW], len(found) <= FEW


def spelled(file: Connections, word: str, stopped: Callable[[], bool]) -> Numbers:
    """Return the first records of an index that hold a word too short for the index of letters.

    Each that has words of its own is looked at, a million in a fifth of a second.
    """
    named = [kind.value for kind in Kind if kind not in CALLED_BY_ENDS]
    sql = """SELECT i.row FROM json_each(:kinds) e JOIN kind k ON k.kind = e.value
             CROSS JOIN item i ON i.row BETWEEN k.first AND k.last
             WHERE instr(i.words, :word) > 0 LIMIT :limit"""
    values = {"kinds": json.dumps(named), "word": word, "limit": FEW + 1}
    found = file.numbers(sql, values, stopped)
    return found[:FEW], len(found) <= FEW and not stopped()


def _unknown(_: str) -> Numbers:
    return (), False


@dataclass(frozen=True, slots=True)
class Search:
    """How far one looks: for `most` of what matches, or None for all, until `stopped` says so.

    In an index names are `ordered`. `having` tells which records have the letters of an expression,
    at most `FEW`, as the index of letters knows them; `spelled`, which have a shorter word. Both
    know a claim of an index by nothing but its ends; `told` says which have a word in their role.
    """

    file: Connections
    most: int | None
    stopped: Callable[[], bool]
    ordered: bool = False
    having: Callable[[str], Numbers] = _unknown
    spelled: Callable[[str], Numbers] = _unknown
    told: Callable[[str], Numbers] = _unknown

    def numbers(self, sql: str, values: Mapping[str, object]) -> Numbers:
        """Return what a query finds; one more than is wanted tells that there are more."""
        if self.stopped():
            return (), False
        limit = -1 if self.most is None else self.most + 1
        found = self.file.numbers(f"{sql} LIMIT :limit", {**values, "limit": limit}, self.stopped)
        if self.stopped():
            return found, False
        complete = self.most is None or len(found) <= self.most
        return found if complete else found[: self.most], complete


def listed_rows(kind: Kind, wanted: Filter, lens: Lens, search: Search) -> Numbers:
    """Return the numbers of records of a kind.

    Where one stopped looking, names that begin so are among them: they are found at once, and are
    as many as are called best, so that those are no others.
    """
    found, complete = _listed(kind, wanted, lens, search)
    enough = complete or len(found) >= BEGUN
    if enough or not search.ordered or lens != PLAIN_LENS or kind not in ENTITY_KINDS:
        return found, complete
    names = beginning(search.file, _begin_of(wanted), BEGUN, (kind,))
    return sorted({*found, *(row for row, _, _ in names)}), False


def _begin_of(wanted: Filter) -> str:
    """Return how the names begin that one may be typing; nothing where they need not."""
    words = [term.text for term in wanted.terms if isinstance(term, Word) and not term.negated]
    begin = " ".join(words) if len(words) == len(wanted.terms) else ""
    return begin if order_key(begin) == begin else ""


def _listed(kind: Kind, wanted: Filter, lens: Lens, search: Search) -> Numbers:
    bounds = search.file.first(
        "SELECT first, last FROM kind WHERE kind = :kind", {"kind": kind.value}
    )
    if bounds is None:
        return (), True
    first, last = cast("tuple[int, int]", bounds)
    if not wanted.terms and lens == PLAIN_LENS:
        return range(first, last + 1), True
    found = _looked_up(kind, (first, last), wanted, lens, search)
    return found if found is not None else _tested(kind, (first, last), wanted, lens, search)


def _looked_up(
    kind: Kind, bounds: tuple[int, int], wanted: Filter, lens: Lens, search: Search
) -> Numbers | None:
    """Return what is found by the words of a filter; None where each record has to be tested."""
    by_ends = kind in CALLED_BY_ENDS
    if by_ends and bounds[1] - bounds[0] < PROBE:
        return None  # of few records that are called by their ends more is looked in than words
    if by_ends and search.stopped():
        return (), False
    few = _fewest(kind, wanted, search)
    if few is not None and not few:
        return (), True
    if few is not None:
        asked = _among(few, bounds, wanted, lens, by_ends=by_ends)
        return (search if by_ends else replace(search, stopped=never)).numbers(*asked)
    if (text := letters(wanted)) and not by_ends:
        which = every((_within("f.rowid", *bounds), matching(wanted, IN_TURN, lens)))
        return search.numbers(*_having(text, which, lens))
    return None


def _fewest(kind: Kind, wanted: Filter, search: Search) -> Sequence[int] | None:
    """Return the few records that may match, or may be ends of what does; None where many may.

    Each end may have some of the words, so it is a word that few records have.
    """
    if kind in CALLED_BY_ENDS:
        return _fewest_ends(kind, wanted, search)
    found = [search.having(text)] if (text := letters(wanted)) else []
    if not text and kind is not Kind.REASON and not search.stopped():
        found = list(map(search.spelled, wanted.words))
    return min((rows for rows, complete in found if complete), key=len, default=None)


def _fewest_ends(kind: Kind, wanted: Filter, search: Search) -> Sequence[int] | None:
    """Return the few records that have a word, in what they are called or in their role.

    Short words are asked for where no other is rare: to look them up takes longer.
    """
    words = wanted.words
    for some in (
        [word for word in words if len(word) >= TRIGRAM],
        [word for word in words if len(word) < TRIGRAM],
    ):
        found = [rows for word in some if (rows := _ends(kind, word, search)) is not None]
        if found:
            return min(found, key=len)
    return None


def _ends(kind: Kind, word: str, search: Search) -> Sequence[int] | None:
    if search.stopped():
        return None
    called = search.having(trigrams(word)) if len(word) >= TRIGRAM else search.spelled(word)
    if not called[1] or kind is not Kind.RELATIONSHIP:  # no others have roles
        return called[0] if called[1] else None
    told, complete = search.told(word)
    return [*called[0], *told] if complete else None


def _among(
    few: Sequence[int], bounds: tuple[int, int], wanted: Filter, lens: Lens, *, by_ends: bool
) -> tuple[str, dict[str, Value]]:
    """Select those that match of few records, or of what these are the ends of."""
    rows = _SOME
    if by_ends:
        rows += f" UNION SELECT b.claim FROM borne b WHERE b.near IN ({_SOME})"
    some = Condition(f"r.row IN ({rows})", {"numbers": json.dumps(list(few))})
    which = every((some, _within("+r.row", *bounds), matching(wanted, IN_TURN, lens)))
    return _those(which, lens)


_SOME = "SELECT value FROM json_each(:numbers)"


def _having(text: str, which: Condition, lens: Lens) -> tuple[str, dict[str, Value]]:
    """Select what has words: the index hands on one after the other, where IN would gather all."""
    having = Condition("f.record_letters MATCH :letters", {"letters": text})
    where = every((having, which, _seen(lens)))
    table = "record_letters f CROSS JOIN record r ON r.row = f.rowid"
    return f"SELECT r.row FROM {table} WHERE {where.sql} ORDER BY f.rowid", where.values


def _tested(
    kind: Kind, bounds: tuple[int, int], wanted: Filter, lens: Lens, search: Search
) -> Numbers:
    """Test one record after the other; where few match, look up which may and test those."""
    first, last = bounds
    in_turn = matching(wanted, IN_TURN, lens)
    probe = min(last, first + PROBE - 1)
    some = search.numbers(*_those(every((_within("r.row", first, probe), in_turn)), lens))
    if probe == last or not some[1] or search.stopped():
        return some
    if search.ordered and search.most is not None and kind in CALLED_BY_ENDS and wanted.words:
        if len(some[0]) >= ENOUGH:
            return some[0], False
        stopped = _or_after(AT_MOST, search.stopped)
        search = replace(search, most=min(search.most, ENOUGH), stopped=stopped)
    if search.most is None or len(some[0]) * _REACH < search.most:
        in_turn = matching(wanted, TYING if kind in CALLED_BY_ENDS else RECORDS, lens)
    found = search.numbers(*_those(every((_within("r.row", first, last), in_turn)), lens))
    return found if len(found[0]) >= len(some[0]) else (some[0], False)


def _or_after(seconds: float, stopped: Callable[[], bool]) -> Callable[[], bool]:
    """Return what says so when it is said, or when some time has gone by."""
    end = monotonic() + seconds
    return lambda: monotonic() > end or stopped()


def _those(which: Condition, lens: Lens) -> tuple[str, dict[str, Value]]:
    where = every((which, _seen(lens)))
    return f"SELECT r.row FROM record r WHERE {where.sql} ORDER BY r.row", where.values


def _within(place: str, first: int, last: int) -> Condition:
    return Condition(f"{place} BETWEEN :first AND :last", {"first": first, "last": last})


def _seen(lens: Lens) -> Condition:
    """Return the condition of a lens; with `+` no index of days is used, and all rows sorted."""
    return seen(lens, since="+r.since")


def line_places(owner: int, wanted: Filter, lens: Lens, search: Search) -> Numbers:
    """Return the places of lines on a page."""
    if not wanted.terms and lens == PLAIN_LENS:
        # In this form it is one step to the end of the page, where lines are a view too.
        sql = "SELECT position FROM line WHERE owner = :owner ORDER BY position DESC LIMIT 1"
        last = search.file.first(sql, {"owner": owner})
        return range(0 if last is None else cast("int", last[0]) + 1), True
    table = "line l" if lens == PLAIN_LENS else "line l CROSS JOIN record r ON r.row = l.claim"
    place = Condition("l.owner = :owner", {"owner": owner})
    where = every((place, matching_lines(wanted, lens), seen_lines(lens)))
    sql = f"SELECT l.position FROM {table} WHERE {where.sql} ORDER BY l.position"
    return search.numbers(sql, where.values)


def lines_in_order(
    file: Connections, owner: int, wanted: Filter, lens: Lens, order: Order
) -> Sequence[int]:
    """Return the places of lines on a page, in another order than the page's own.

    All of them: which comes first is only known of all.
    """
    place = Condition("l.owner = :owner", {"owner": owner})
    where = every((place, matching_lines(wanted, lens), seen_lines(lens)))
    sql = (
        "SELECT l.position, l.depth, r.since FROM line l CROSS JOIN record r ON r.row = l.claim"
        f" WHERE {where.sql} ORDER BY l.position"
    )
    lines = cast("list[Dated]", file.select(sql, where.values))
    sizes = _sizes(file, where, lens) if order is Order.LARGEST else {}
    return ordered(lines, headings_of(file, owner), order, sizes)


def _sizes(file: Connections, which: Condition, lens: Lens) -> dict[int, Size]:
    """Return the unit and size of the amounts that lines tell, by their places.

    Of a range that is the middle; of one with an open end, the other.
    """
    sql = (
        "SELECT l.position, a.unit, a.low, a.high"
        " FROM line l CROSS JOIN record r ON r.row = l.claim"
        " CROSS JOIN amount a ON a.row = ifnull(r.sized, r.row)"
        f" WHERE {which.sql} AND {columns.amount(lens, 'l.amount')} <> ''"
    )
    rows = cast("list[tuple[int, str, float, float]]", file.select(sql, which.values))
    known = ((place, unit, tuple(filter(isfinite, ends))) for place, unit, *ends in rows)
    return {place: (unit, sum(ends) / len(ends)) for place, unit, ends in known if ends}


def headings_of(file: Connections, owner: int) -> tuple[tuple[str, int], ...]:
    """Return the headings of a page, each with the place of its first line."""
    sql = "SELECT title, first FROM section WHERE owner = :owner ORDER BY position"
    return tuple(cast("list[tuple[str, int]]", file.select(sql, {"owner": owner})))


def read_records(file: Connections, lens: Lens, numbers: Sequence[int]) -> tuple[RecordRow, ...]:
    """Return the records of some numbers, which are visible through the lens."""
    sql = f"{columns.records(lens)} WHERE r.row IN ({_SOME}) ORDER BY r.row"
    rows = file.select(sql, {"numbers": json.dumps(list(numbers)), **seen(lens).values})
    return tuple(columns.record_row(row) for row in rows)


def read_lines(
    file: Connections, owner: int, lens: Lens, numbers: Sequence[int]
) -> tuple[ClaimRow, ...]:
    """Return the lines of a page at some places, in that order; all visible through the lens."""
    where = f"l.owner = :owner AND l.position IN ({_SOME})"
    sql = f"{columns.lines(lens)} WHERE {where}"
    values = {"owner": owner, "numbers": json.dumps(list(numbers)), **seen(lens).values}
    rows = {row.key: row for row in map(columns.claim_row, file.select(sql, values))}
    keys = map(columns.key, numbers)
    return tuple(rows[key] for key in keys if key in rows)
