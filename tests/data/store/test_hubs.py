"""Searches on a file with records of many ties, as the compiler writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store import paths
from scale_explorer.data.store.connections import Connections, Row
from scale_explorer.data.store.path_limits import TIES
from scale_explorer.data.store.path_rows import Walk
from scale_explorer.data.store.sqlite import SQLiteStore

MANY = 300


def company(name: str) -> str:
    return f'[[company]]\nid = "{name}"\nname = "{name.upper()}"\n'


def tie(name: str, subject: str, other: str) -> str:
    ends = f'subject = "{subject}"\nobject = "{other}"'
    return f'[[relationship]]\nid = "{name}"\ntype = "customer_of"\n{ends}\n'


@pytest.fixture(scope="module")
def stars(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    """A – HUB – STAR – B, where hub and star have hundreds of customers; A and C are tied often."""
    folder = tmp_path_factory.mktemp("stars")
    around = [f"{of}{number}" for of in ("x", "y") for number in range(MANY)]
    names = ("a", "b", "c", "hub", "star", *around)
    ties = [("a", "hub"), ("hub", "star"), ("b", "star"), *[("a", "c")] * (TIES + 3)]
    ties += [(each, "hub" if each[0] == "x" else "star") for each in around]
    head = '[dataset]\nid = "stars"\ntitle = "Stars"\n'
    records = [*map(company, names), *(tie(f"t{n}", *ends) for n, ends in enumerate(ties))]
    (folder / "stars.toml").write_text(head + "".join(records))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        store = open_store(str(folder / "stars.toml"))
    yield store
    store.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each query of a search returned."""
    counts: list[int] = []
    select = Connections.select

    def counted(file: Connections, sql: str, values: dict[str, object] | None = None) -> list[Row]:
        found = select(file, sql, values)
        counts.append(len(found))
        return found

    monkeypatch.setattr(Connections, "select", counted)
    return counts


def test_hubs_are_kept_with_how_many_ties_they_have(stars: SQLiteStore) -> None:
    file = cast("Connections", vars(stars)["_file"])
    sql = "SELECT r.id, h.ties FROM hub h JOIN record r USING (row) ORDER BY r.id"
    assert file.select(sql) == [("hub", MANY + 2), ("star", MANY + 2)]


def test_between_hubs_ties_are_looked_up_and_not_read(stars: SQLiteStore, read: list[int]) -> None:
    found = stars.paths("a", "b", Walk(steps=3))
    assert [path.records for path in found.found] == [("a", "hub", "star", "b")]
    assert sum(read) < MANY


def test_a_hub_is_read_in_pages(
    stars: SQLiteStore, read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PAGE", 100)
    assert not stars.paths("x7", "y7", Walk(types=frozenset({"owns"}))).found
    found = stars.paths("x7", "y7", Walk(steps=12))
    assert [path.records for path in found.found] == [("x7", "hub", "star", "y7")]
    assert max(read) <= 100
    assert found.reached[0] + found.reached[1] > MANY


def test_of_many_ties_of_two_records_some_are_listed(stars: SQLiteStore) -> None:
    (hop,) = stars.paths("a", "c").found[0].hops
    assert (len(hop.ties), hop.more) == (TIES, 3)
    (hop,) = stars.paths("a", "hub").found[0].hops
    assert (len(hop.ties), hop.more) == (1, 0)
