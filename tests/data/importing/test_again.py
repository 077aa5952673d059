"""What an import leaves out in the end is read once more: as it was, whole, and before all ends."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scale_explorer.data.finding import Finding
from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.rejects import Rejects
from scale_explorer.data.importing.run import Import
from scale_explorer.data.importing.uninterrupted import uninterrupted
from scale_explorer.data.watch import SILENT, Phase, Watch
from scale_explorer.models.errors import DataError

from .gathering import written

GOOD = {"kind": "company", "id": "a", "name": "A"}
TWIN = {**GOOD, "name": "Another"}
OTHER = {"kind": "person", "id": "p", "name": "P"}
BAD = {"kind": "company", "id": "b"}
MUCH = [{"kind": "company", "id": f"c{at}", "name": "C" * 200} for at in range(4000)]


class Doing:
    """A watch that does something when a phase begins, and knows how far each came."""

    def __init__(self, phase: Phase, do: Callable[[], object]) -> None:
        self.steps: dict[Phase, list[tuple[int, int]]] = {}
        self._phase, self._do = phase, do

    def step(self, phase: Phase, done: int, total: int) -> None:
        begins = phase not in self.steps
        self.steps.setdefault(phase, []).append((done, total))
        if begins and phase is self._phase:
            self._do()

    def found(self, finding: Finding) -> None:
        pass


def indexed(path: Path, watch: Watch = SILENT) -> list[tuple[str, str]]:
    """Import a file; return the code and the line of each that is left out."""
    output = path.with_name("out.index")
    sources = find_sources([str(path)]).sources
    with Rejects(output) as rejects, IndexWriter(output, "A", watch, sources) as writer:
        sums = Import(sources, rejects, watch).into(writer)
    assert sums.rejects is not None
    told = map(json.loads, sums.rejects.read_text().splitlines())
    return [(each["code"], each["raw"]) for each in told]


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.fixture
def _interrupted_by_ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_who_stops_the_second_reading_finds_all_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, BAD, TWIN)
    indexed(path)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    written(path, OTHER, BAD, GOOD, TWIN, TWIN)
    with pytest.raises(KeyboardInterrupt):
        indexed(path, Doing(Phase.AGAIN, interrupt))
    after = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert after == before | {path.name: path.read_bytes()}


def test_a_watch_hears_how_far_the_second_reading_is(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, *MUCH, TWIN)
    size = path.stat().st_size
    watch = Doing(Phase.AGAIN, lambda: None)
    indexed(path, watch)
    assert len(watch.steps[Phase.AGAIN]) > 2
    assert watch.steps[Phase.AGAIN][-1] == (size, size)


@pytest.mark.usefixtures("_interrupted_by_ctrl_c")
def test_an_interrupt_between_the_index_and_its_rejects_waits_for_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = Rejects.finish

    def interrupted(rejects: Rejects) -> Path | None:
        placed = finish(rejects)
        signal.raise_signal(signal.SIGINT)
        return placed

    monkeypatch.setattr(Rejects, "finish", interrupted)
    path = written(tmp_path / "x.jsonl", GOOD, BAD, TWIN)
    with pytest.raises(KeyboardInterrupt):
        indexed(path)
    names = ["out.index", "out.index.rejects.jsonl", "x.jsonl"]
    assert sorted(each.name for each in tmp_path.iterdir()) == names


@pytest.mark.usefixtures("_interrupted_by_ctrl_c")
def test_what_came_while_nobody_could_interrupt_interrupts_then() -> None:
    done: list[bool] = []

    def work() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append(True)

    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with pytest.raises(KeyboardInterrupt):
        work()
    assert done
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_without_a_place_for_the_rejects_there_is_no_index(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, BAD)
    (tmp_path / "out.index.rejects.jsonl").mkdir()
    with pytest.raises(DataError, match=r"rejects\.jsonl"):
        indexed(path)
    assert not (tmp_path / "out.index").exists()


def to_another(path: Path) -> None:
    """Write other records into a file."""
    written(path, OTHER, GOOD, TWIN)


def in_its_place(path: Path) -> None:
    """Put another file of the same size and time in the place of one."""
    known = path.stat()
    other = written(path.with_name("other"), TWIN, GOOD)
    assert other.stat().st_size == known.st_size
    os.utime(other, ns=(known.st_atime_ns, known.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("change", [to_another, in_its_place, Path.unlink])
def test_no_line_is_that_of_another_record(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, TWIN)
    watch = Doing(Phase.BUILDING, lambda: change(path))
    assert indexed(path, watch) == [("duplicate_id", "")]


def test_a_file_that_changes_in_the_second_reading_gives_only_what_was_read(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, TWIN, *MUCH, TWIN)
    watch = Doing(Phase.AGAIN, lambda: written(path, *[OTHER] * 10_000))
    assert indexed(path, watch) == [("duplicate_id", json.dumps(TWIN)), ("duplicate_id", "")]


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_row_of_several_lines_is_kept_whole(tmp_path: Path, sign: str) -> None:
    twin = sign.join(["company", "a", '"Another ""A"""', '"one\nand, two\n\nlines"'])
    rows = [["type", "id", "name", "summary"], ["company", "a", "A", '"x\ny"']]
    path = tmp_path / "entities.csv"
    path.write_text("\n".join([*map(sign.join, rows), twin, sign.join(["person", "p", "P", ""])]))
    assert indexed(path) == [("duplicate_id", twin.replace("\n", " "))]


def test_a_row_of_statements_is_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    lost = '"r\n1",r1,Ownership,owner,nobody'
    path.write_text(
        "id,canonical_id,schema,prop,value\n"
        '"1\n2",a,Company,name,A\n'
        f"{lost}\n3,r1,Ownership,asset,a\n"
    )
    assert indexed(path) == [("dangling_reference", lost.replace("\n", " "))]
