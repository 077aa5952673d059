"""As of a day an index says of a record with a history what a checked set says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scale_explorer.data.importing import past
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.query import parse
from scale_explorer.data.store.connections import Connections
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.kinds import Kind

from .test_story import imported

_PAST = """SELECT c.id, p.position, p.since, p.surely, p.status, p.title, p.verb, p.period, p.state,
    p.flags FROM past p JOIN called c ON c.row = p.row ORDER BY c.id, p.position"""
HISTORY = (
    {"status": "planned", "date": "2018-03"}, {"status": "current", "date": "2020"},
)  # fmt: skip


def rows(path: Path) -> Mapping[str, Sequence[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    with closing(Connections(path, kept=True)) as file:
        for row in file.select(_PAST):
            found[str(row[0])].append(row[1:])
    return found


def test_the_bundled_set_stood_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "_AT_ONCE", 2)
    imported(tmp_path / "i", str(resolve("scale-ai"))).close()
    with open_store(None):
        told, wanted = rows(tmp_path / "i"), rows(seek(None).path)
    several = {record for record, stood in wanted.items() if len(stood) > 2}
    assert len(several) >= 4
    assert {record: stood for record, stood in wanted.items() if record in several} == told


def test_a_relationship_has_the_status_of_the_day(tmp_path: Path) -> None:
    ends = {"type": "owns", "subject": "a", "object": "b"}
    with IndexWriter(tmp_path / "i", "I") as writer:
        for key in "ab":
            writer.add(Item(Kind.COMPANY, key, {"name": key.upper()}))
        writer.add(Item(Kind.RELATIONSHIP, "owns", {**ends, "history": HISTORY}))
        writer.finish(print)
    with open_store(str(tmp_path / "i")) as store:
        titles = [
            row.title
            for day in ("2017-01-01", "2019-01-01", "2021-01-01")
            for row in store.records(Kind.RELATIONSHIP, lens=Lens(day))
        ]
        assert titles == ["A is to own B", "A owns B"]
        planned = store.records(Kind.RELATIONSHIP, parse("status:planned"), lens=Lens("2019-01-01"))
        assert [row.id for row in planned] == ["owns"]
        then, now = (store.portrait("owns", Lens(day)) for day in ("2019-01-01", None))
        assert then is not None
        assert now is not None
        assert "current" not in str(then.facts)
        assert "current" in str(now.facts)
        days = store.days()
        assert [(day.day, day.added, day.changed) for day in days] == [
            ("2018-03-01", 1, 0), ("2020-01-01", 0, 1),
        ]  # fmt: skip
