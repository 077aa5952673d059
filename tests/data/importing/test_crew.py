"""Reading in several processes comes to the same as reading in one, and leaves none behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scale_explorer.data.importing.crew import Crew
from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.lines import of_bytes
from scale_explorer.data.importing.manners import Manner, said
from scale_explorer.data.importing.portion import BYTES, LINES, Portion, cut, read_portion
from scale_explorer.data.importing.rejects import Rejects
from scale_explorer.data.importing.run import Import, Imported, StrictError
from scale_explorer.data.watch import SILENT
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from .gathering import json_lines, written


def _tables(count: int) -> Iterator[dict[str, Any]]:
    yield {"kind": "dataset", "title": "Many"}
    for each in range(count):
        yield {"kind": "company", "id": f"c{each}", "name": f"Company {each}", "tags": ["x"]}
        yield {"kind": "relationship", "type": "owns", "subject": f"c{each}", "object": "c0"}
        yield {"kind": "figure", "id": f"f{each}", "subject": f"c{each}", "measure": "revenue",
               "value": f"${each + 1} million", "period": "2024"}  # fmt: skip
        if each % 50 == 7:
            yield {"kind": "company", "id": f"bad{each}"}


def _imported(source: Path, target: Path, crew: Crew | None, *, strict: bool = False) -> Imported:
    with Rejects(target) as rejects, IndexWriter(target, "Many") as writer:
        return Import(find_sources([str(source)]).sources, rejects, SILENT, strict, crew).into(
            writer
        )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few lines be a portion."""
    monkeypatch.setattr("scale_explorer.data.importing.portion.LINES", 100)


class Counted(Crew):
    """Tells how many processes there were before they were ended."""

    most = 0

    def disband(self) -> None:
        self.most = max(self.most, len(self.pids))
        super().disband()


@pytest.mark.usefixtures("small")
def test_several_processes_write_the_same_file_as_one(tmp_path: Path) -> None:
    source = written(tmp_path / "many.jsonl", *_tables(1_000))
    index, rejects = tmp_path / "x.index", tmp_path / "x.index.rejects.jsonl"
    alone = _imported(source, index, None)
    written_alone = index.read_bytes(), rejects.read_bytes()
    with Counted(2, alone=1) as crew:
        several = _imported(source, index, crew)
        assert (crew.most, crew.pids) == (2, ())
    assert (several.read, several.kept, several.rejected) == (
        alone.read,
        alone.kept,
        alone.rejected,
    )
    assert alone.rejected == {"invalid_record": 20}
    assert (index.read_bytes(), rejects.read_bytes()) == written_alone


def _pids(crew: Crew) -> tuple[int, ...]:
    assert all(_runs(pid) for pid in crew.pids)
    return crew.pids


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.usefixtures("small")
def test_no_process_is_left_when_an_import_stops(tmp_path: Path) -> None:
    good = [each for each in _tables(1_000) if "name" in each or each["kind"] != "company"]
    source = written(tmp_path / "many.jsonl", *good, {"kind": "x"})
    pids: tuple[int, ...] = ()
    with Crew(2, alone=1) as crew, pytest.raises(StrictError) as caught:  # noqa: PT012
        try:
            _imported(source, tmp_path / "x.index", crew, strict=True)
        finally:
            pids = _pids(crew)
    assert caught.value.finding.code == "unknown_kind"
    assert len(pids) > 0
    assert not any(map(_runs, pids))


@pytest.mark.usefixtures("small")
def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    source = written(tmp_path / "many.jsonl", *_tables(1_000))

    def portions(crew: Crew) -> Iterator[Portion]:
        for number, lines in cut(of_bytes(source.read_bytes())):
            for pid in crew.pids:
                os.kill(pid, signal.SIGKILL)
            yield Portion("many.jsonl", 0, number, lines, number)

    with (
        Crew(2, alone=1) as crew,
        pytest.raises(DataError, match="ended by SIGKILL; there may be too little memory"),
    ):
        for _ in crew.read(portions(crew)):
            pass


def test_a_small_file_is_read_without_other_processes(tmp_path: Path) -> None:
    source = written(tmp_path / "few.jsonl", *_tables(100))
    with Crew(2) as crew:
        _imported(source, tmp_path / "x.index", crew)
        assert crew.pids == ()


def test_one_processor_reads_alone(tmp_path: Path) -> None:
    source = written(tmp_path / "few.jsonl", *_tables(100))
    with Crew(1, alone=0) as crew:
        assert _imported(source, tmp_path / "x.index", crew).read == 302
        assert crew.pids == ()


def test_what_comes_of_lines_depends_on_nothing_else() -> None:
    lines = json_lines(_tables(60)).splitlines()
    portion = Portion("x.jsonl", 3, 41, lines, 1_000)
    first, again = read_portion(portion), read_portion(portion)
    assert first == again
    assert (first.read, first.kept) == (182, 180)
    told = [(each.finding.record, each.finding.place) for each in first.rejected]
    assert [(record, place.line if place else 0) for record, place in told] == [
        ("bad7", 41 + 1 + 3 * 8), ("bad57", 41 + 1 + 3 * 58 + 1),
    ]  # fmt: skip
    rows = first.shaped.tables["claim"]
    assert rows[0][0] == 1_002
    assert rows[0][-2:] == (3, 43)


def test_portions_are_of_so_many_lines_or_bytes() -> None:
    short = [(number, b"x") for number in range(1, 2 * LINES + 2)]
    assert [(number, len(lines)) for number, lines in cut(short)] == [
        (1, LINES), (LINES + 1, LINES), (2 * LINES + 1, 1),
    ]  # fmt: skip
    long = [(number, b"x" * (BYTES // 4)) for number in range(1, 8)]
    assert [(number, len(lines)) for number, lines in cut(long)] == [(1, 5), (6, 2)]
    assert list(cut([])) == []


def test_a_manner_has_the_same_number_everywhere_and_is_found_by_it() -> None:
    manner = Manner(
        Kind.FIGURE, "revenue", "planned", "certain", "normal", "about", inferred=True, sources=2
    )
    assert Manner.of(manner.number) == manner
    rests_on_less = Manner(Kind.FIGURE, "revenue", "planned", "certain", "normal", "about")
    assert said(manner.number) == said(rests_on_less.number)
    other = Manner(
        Kind.FIGURE, "revenue", "planned", "certain", "normal", "exact", inferred=True, sources=2
    )
    assert said(other.number) != said(manner.number)
