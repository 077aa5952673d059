"""A compiled file of any size, written straight into the store's tables: an invented register.

It has companies, all of them but the first customers of that one, so that Browse, the list of a
kind, and a page have as many rows as are asked for. All names are made up. Compiling as many
records would take hours; nothing that checks and grounding add is in it.

    python -m benchmarks.large_file 1000000 big.sqlite
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from scale_explorer.data.store import compile as compiling
from scale_explorer.data.store.rows.sets import SetRow, Verification
from scale_explorer.data.store.seal import seal
from scale_explorer.models.kinds import Kind

HUB = "company-1"
"""The company of which all others are customers."""

_BEGIN = ("Bel", "Cor", "Dun", "Fen", "Gal", "Hol", "Jar", "Kel", "Lor", "Mar", "Nor", "Pel")
_END = ("brand", "combe", "dale", "field", "gate", "horn", "kirk", "mont", "port", "stow", "wick")
_TRADE = ("Mills", "Timber", "Glass", "Rope", "Copper", "Paper", "Salt", "Wool", "Bricks", "Oil")
_STATES = ("current", "ending", "planned")
_NOTHING = {"TEXT": "", "INTEGER": 0, "REAL": 0.0}
_Row = tuple[object, ...]


def write(target: Path, companies: int) -> Path:
    """Write a file of so many companies and their ties; the same size gives the same file."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as connection:
        schema = Path(compiling.__file__).with_name("schema.sql").read_text(encoding="utf-8")
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + schema)
        for table, rows in _tables(companies).items():
            _fill(connection, table, rows)
        connection.execute(
            "INSERT INTO record_letters (record_letters) VALUES ('rebuild')",
        )
        _fill(connection, "meta", [("prints", ""), ("summary", json.dumps(_summary(companies)))])
        connection.commit()
    seal(target)
    return target


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    """Fill the first columns of a table, and all others with nothing."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    nothing = tuple(_NOTHING[kind] if needed else None for _, _, kind, needed, *_ in columns)
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
        ((*row, *nothing[len(row) :]) for row in rows),
    )


def _tables(count: int) -> dict[str, Iterable[_Row]]:
    ties = count - 1
    return {
        "kind": [
            (Kind.COMPANY.value, 1, count),
            *([(Kind.RELATIONSHIP.value, count + 1, count + ties)] if ties else []),
        ],
        "record": _records(count),
        "facet": _facets(count),
        "head": ((row, "Company", "") for row in range(1, count + 1)),
        "line": _lines(count),
        "section": _sections(count),
    }


def _records(count: int) -> Iterator[_Row]:
    for number in range(1, count + 1):
        name, state = _name(number), ""
        claims = count - 1 if number == 1 else 1
        yield (
            number, f"company-{number}", "company", name, name, "Company", "", "", state, 0, claims,
            "", "", "", f"{name.lower()}; company", None,
        )  # fmt: skip
    for number in range(2, count + 1):
        title, state = f"{_name(number)} is a customer of {_name(1)}", _state(number)
        yield (
            count + number - 1, f"tie-{number}", "relationship", title, title, "", "", "", state, 0,
            0, state, _since(number), _since(number), title.lower(), None,
        )  # fmt: skip


def _facets(count: int) -> Iterator[_Row]:
    for number in range(2, count + 1):
        yield count + number - 1, "is", _state(number)


def _lines(count: int) -> Iterator[_Row]:
    half = count // 2
    for number in range(2, count + 1):
        section = "Customers" if number - 2 < half else "Partners"
        yield (1, number - 2, section, *_told(number, number, section, count))
    for number in range(2, count + 1):
        yield (number, 0, "Suppliers", *_told(number, 1, "Suppliers", count))


def _told(number: int, target: int, section: str, count: int) -> _Row:
    """Tell the tie of a company from the side on which `target` is the other end."""
    name = _name(target)
    text = f"{section}; {name}; {_state(number)}".lower()
    return (count + number - 1, target, name, "", "", "", None, "", 0, 0, 0, text, "")


def _sections(count: int) -> Iterator[_Row]:
    half = count // 2
    if half:
        yield 1, 0, "Customers", 0
    if count - 1 > half:
        yield 1, 1, "Partners", half
    yield from ((number, 0, "Suppliers", 0) for number in range(2, count + 1))


def _name(number: int) -> str:
    begin, end = _BEGIN[number * 7 % len(_BEGIN)], _END[number * 5 % len(_END)]
    return f"{begin}{end} {_TRADE[number * 3 % len(_TRADE)]} {number}"


def _state(number: int) -> str:
    return _STATES[number % len(_STATES)]


def _since(number: int) -> str:
    return f"{2000 + number % 25}-01-01"


def _summary(count: int) -> dict[str, object]:
    kinds = ((Kind.COMPANY, count), (Kind.RELATIONSHIP, count - 1))
    row = SetRow(
        id="register", title="An invented register", summary="", lead=0, errors=0, warnings=0,
        counts=tuple((kind, number) for kind, number in kinds if number), known=0,
        verification=Verification(0, 0, 0),
    )  # fmt: skip
    return asdict(row)


if __name__ == "__main__":
    print(write(Path(sys.argv[2]), int(sys.argv[1])))
