"""Records that came more than once: the same one is kept once, another of its id is refused."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from .manners import said
from .sink import Refusal, Refused

Row = tuple[Any, ...]

_NAMED = "manner, title, detail, first, last, rest"
_CLAIM = "manner, subject, object, role, amount, first, last, rest"
"""The cells by which one record is the same as another of its id."""


def settle_doubles(
    connection: sqlite3.Connection,
    refused: Callable[[Refused], None],
    settle: Callable[[str, int], object],
) -> tuple[int, int]:
    """Leave one record of each id in the staging tables; return how many merged and clashed.

    Quotes of records that say the same are put together; `settle` is told the table and number of
    each record that has others' quotes now.
    """
    connection.execute("CREATE INDEX s.named_by_id ON named (id, seq)")
    connection.execute("CREATE INDEX s.claim_by_id ON claim (id, seq)")
    merged = clashes = 0
    for table, cells in (("named", _NAMED), ("claim", _CLAIM)):
        for first, *others in _groups(connection, table, cells):
            for other in others:
                same = _is_same(connection, table, first, other)
                merged += same
                clashes += not same
                if not same:
                    record, file, line = other[1:4]
                    stays = (first[2], first[3])
                    refused(Refused(Refusal.CLASH, record, record, file, line, stays))
                elif _hand_over(connection, table, first[0], other[0]):
                    settle(table, first[0])
                _drop(connection, table, other[0])
    return merged, clashes + _across(connection, refused)


def _groups(connection: sqlite3.Connection, table: str, cells: str) -> Iterator[list[Row]]:
    adds = "adds" if table == "named" else "0"
    doubled = f"SELECT id FROM s.{table} GROUP BY id HAVING count(*) > 1"  # noqa: S608 - our names
    sql = (
        f"SELECT seq, id, file, line, {adds}, {cells} FROM s.{table} WHERE id IN ({doubled})"  # noqa: S608 - our names
        " ORDER BY id, seq"
    )
    rows: Iterable[Row] = connection.execute(sql)
    for _, group in groupby(rows, key=itemgetter(1)):
        yield list(group)


def _is_same(connection: sqlite3.Connection, table: str, first: Row, other: Row) -> bool:
    """Say whether another record of an id says nothing else, or only adds to the first."""
    if _content(first) == _content(other):
        return True
    if table != "named" or not other[4]:
        return False
    return _added(connection, first, other)


def _added(connection: sqlite3.Connection, first: Row, other: Row) -> bool:
    """Let the first record take over the fields that it lacks."""
    (known,) = connection.execute("SELECT rest FROM s.named WHERE seq = ?", first[:1]).fetchone()
    fields, more = _object(known), _object(other[-1])
    for key, value in more.items():
        if isinstance(value, list) and isinstance(fields.get(key), list):
            values = cast("Iterable[Any]", value)
            fields[key] += [each for each in values if each not in fields[key]]
        else:
            fields.setdefault(key, value)
    rest = json.dumps(fields, ensure_ascii=False)
    connection.execute("UPDATE s.named SET rest = ? WHERE seq = ?", (rest, first[0]))
    for moved in ("piece", "field"):
        _by_record(connection, moved)
        connection.execute(f"UPDATE s.{moved} SET seq = ? WHERE seq = ?", (first[0], other[0]))  # noqa: S608 - our names
    return True


def _content(row: Row) -> Row:
    """Return what a record says, whatever quotes it rests on: these are put together."""
    manner, *rest = row[5:]
    return (None if manner is None else said(manner), *rest)


def _hand_over(connection: sqlite3.Connection, table: str, first: int, other: int) -> bool:
    """Let the record that stays have the quotes of the one that goes, each once; say if any."""
    _by_record(connection, "quote")
    known = "SELECT id FROM s.quote WHERE seq = :first"
    values = {"first": first, "other": other}
    moved = connection.execute(
        f"UPDATE s.quote SET seq = :first WHERE seq = :other AND id NOT IN ({known})",  # noqa: S608 - fixed
        values,
    ).rowcount
    if not moved:
        return False
    held = "nullif((SELECT count(*) FROM s.quote WHERE seq = :first), 0)"
    connection.execute(f"UPDATE s.{table} SET quotes = {held} WHERE seq = :first", values)  # noqa: S608 - our names
    return True


def _by_record(connection: sqlite3.Connection, table: str) -> None:
    """Find the rows of a record without a look at all others; most imports have no doubles."""
    connection.execute(f"CREATE INDEX IF NOT EXISTS s.{table}_by_seq ON {table} (seq)")


def _object(text: str | None) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(text or "{}"))


def _across(connection: sqlite3.Connection, refused: Callable[[Refused], None]) -> int:
    """Refuse claims whose id something with a name has."""
    sql = """SELECT c.seq, c.id, c.file, c.line, n.file, n.line
             FROM s.claim c JOIN s.named n ON n.id = c.id"""
    found = connection.execute(sql).fetchall()
    for seq, record, file, line, *stays in found:
        refused(Refused(Refusal.CLASH, record, record, file, line, (stays[0], stays[1])))
        _drop(connection, "claim", seq)
    return len(found)


def _drop(connection: sqlite3.Connection, table: str, seq: int) -> None:
    connection.execute(f"DELETE FROM s.{table} WHERE seq = ?", (seq,))  # noqa: S608 - our names
