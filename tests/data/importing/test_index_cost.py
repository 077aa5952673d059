"""What an index is asked for a page or a day is looked up, however many records there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from scale_explorer.data.importing import index_file
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.watch import Phase
from scale_explorer.models.kinds import Kind


def _made(path: Path, count: int) -> sqlite3.Connection:
    """Return an index of so many products of one company, with figures and days."""
    with IndexWriter(path, "X") as writer:
        writer.add(Item(Kind.COMPANY, "c", {"name": "Company", "country": "CH"}))
        for each in range(count):
            day = f"20{each % 20:02d}-01-{each % 28 + 1:02d}"
            maker, product = f"m{each % (count // 10)}", f"p{each}"
            writer.add(Item(Kind.PRODUCT, product, {"name": f"Product {each}", "tags": ["x"]}))
            if each < count // 10:
                writer.add(Item(Kind.COMPANY, maker, {"name": f"Maker {each}", "country": "DE"}))
            ends = {"type": "makes", "subject": maker, "object": product, "start": day}
            writer.add(Item(Kind.RELATIONSHIP, f"r{each}", ends))
            sold = {"subject": product, "measure": "revenue", "value": "$1 million", "period": day}
            writer.add(Item(Kind.FIGURE, f"f{each}", sold))
        writer.finish(print)
    connection = sqlite3.connect(path)
    connection.create_function("told", 3, lambda *_ends: "")
    return connection


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[sqlite3.Connection]]:
    """An index of some records, and one of ten times as many."""
    folder = tmp_path_factory.mktemp("indexes")
    made = [_made(folder / f"{count}.index", count) for count in (300, 3_000)]
    yield made
    for each in made:
        each.close()


_PAGES = [
    "SELECT position FROM line WHERE owner = {0} ORDER BY position DESC LIMIT 1",
    (
        "SELECT l.label, t.id FROM line l JOIN record r ON r.row = l.claim LEFT JOIN record t"
        " ON t.row = l.target WHERE l.owner = {0}"
        " AND l.position IN (SELECT value FROM json_each('[0, 1, 2]'))"
    ),
    "SELECT l.claim FROM line l WHERE l.owner = {0}",
    "SELECT title, first FROM section WHERE owner = {0} ORDER BY position",
    (
        "SELECT r.row,"
        " (SELECT f.value FROM facet f WHERE f.row = r.row AND f.name = 'type' LIMIT 1)"
        " FROM item r WHERE r.row = {0}"
    ),
    "SELECT e.event, e.what FROM event_of o JOIN event e ON e.event = o.event WHERE o.owner = {0}",
]
_OTHERS = [
    "SELECT row FROM begun WHERE since = '2003-01-04' LIMIT 3",
    "SELECT f.row FROM facet f WHERE f.name = 'country' AND f.value >= 'c' AND f.value < 'd'",
]


@pytest.mark.parametrize("sql", _PAGES)
@pytest.mark.parametrize("record", ["m3", "r7", "f7"])
def test_pages_cost_the_same_however_many_records_there_are(
    indexes: list[sqlite3.Connection], sql: str, record: str
) -> None:
    _the_same(indexes, sql, record)


@pytest.mark.parametrize(
    "name",
    ["kind", "id", "country", "tag", "type", "measure", "status", "modality", "is", "role", "year",
     "unit", "subject", "object", "source"],
)  # fmt: skip
@pytest.mark.parametrize("record", ["m3", "r7", "f7"])
def test_what_a_record_has_in_a_field_costs_the_same_however_many_there_are(
    indexes: list[sqlite3.Connection], name: str, record: str
) -> None:
    test = f"f.row = i.row AND f.name = '{name}' AND f.value >= '' AND f.value < 'z'"
    sql = f"SELECT EXISTS (SELECT 1 FROM facet f WHERE {test}) FROM item i WHERE i.row = {{0}}"  # noqa: S608
    _the_same(indexes, sql, record)


@pytest.mark.parametrize("sql", _OTHERS)
def test_days_and_fields_cost_the_same_however_many_records_there_are(
    indexes: list[sqlite3.Connection], sql: str
) -> None:
    _the_same(indexes, sql, "c")


def _the_same(indexes: list[sqlite3.Connection], sql: str, record: str) -> None:
    few, many = (_cost(each, sql, record) for each in indexes)
    assert few > 0
    assert many < 1.5 * few


def _cost(index: sqlite3.Connection, sql: str, record: str) -> int:
    """Return how many steps of SQLite's machine a query takes."""
    (row,) = index.execute("SELECT row FROM item WHERE id = ?", (record,)).fetchone()
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    index.set_progress_handler(count, 1)
    found = index.execute(sql.format(row)).fetchall()
    index.set_progress_handler(None, 0)
    assert found
    return steps


class Heard:
    """A watch that keeps what it is told."""

    def __init__(self) -> None:
        self.steps: list[tuple[Phase, int, int]] = []

    def step(self, phase: Phase, done: int, total: int) -> None:
        self.steps.append((phase, done, total))

    def found(self, finding: object) -> None:
        raise AssertionError(finding)


def test_building_is_told_in_its_turn_and_how_much_of_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "_INSTRUCTIONS", 1)
    heard = Heard()
    with IndexWriter(tmp_path / "x.index", "X", watch=heard) as writer:
        for number in range(6_000):
            writer.add(Item(Kind.PRODUCT, f"p{number}", {"name": f"Product {number}"}))
        assert heard.steps == []
        writer.finish(print)
    assert {phase for phase, _, _ in heard.steps} == {Phase.BUILDING}
    shares = [done for _, done, total in heard.steps if total]
    assert shares == sorted(shares)
    (total,) = {total for _, _, total in heard.steps} - {0}
    assert shares[0] == 0
    assert max(shares) < total
    assert len(set(shares)) > 10
