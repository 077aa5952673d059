"""One import from its sources to its sums, and the file of what was left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.rejects import TOLD, Rejects
from scale_explorer.data.importing.run import Import, Imported, NothingError, StrictError
from scale_explorer.data.importing.sink import Refusal, Refused
from scale_explorer.data.watch import SILENT
from scale_explorer.models.kinds import Kind

from .gathering import Gathering, written

GOOD = {"kind": "company", "id": "a", "name": "A"}
BAD = {"kind": "company", "id": "b"}


def run(path: Path, sink: Gathering, *, strict: bool = False) -> Imported:
    with Rejects(path.with_name("out.index")) as rejects:
        return Import(find_sources([str(path)]).sources, rejects, SILENT, strict).into(sink)


def test_sums_tell_what_became_of_all(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, BAD, BAD, {"kind": "x"})
    refused = Refused(Refusal.NO_END, "r", "nobody", 0, 7)
    sums = run(path, Gathering([refused]))
    assert (sums.read, sums.kept) == (4, {Kind.COMPANY: 1})
    assert sums.rejected == {"invalid_record": 2, "unknown_kind": 1, "dangling_reference": 1}
    assert sums.unresolved == 1
    assert sums.rejects == tmp_path / "out.index.rejects.jsonl"
    told = [json.loads(line) for line in (sums.rejects or path).read_text().splitlines()]
    assert [each["line"] for each in told] == [2, 3, 4, 7]
    assert told[0]["raw"] == json.dumps(BAD)
    assert told[3]["reason"] == "r is left out: it names a record that is nowhere: nobody"


def test_only_the_first_are_told_and_all_are_kept(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, *[BAD] * (TOLD + 5))
    sums = run(path, Gathering())
    assert len(sums.first) == TOLD
    assert sums.rejects is not None
    assert len(sums.rejects.read_text().splitlines()) == TOLD + 5


def test_without_rejects_an_old_file_of_them_goes(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD)
    old = tmp_path / "out.index.rejects.jsonl"
    old.write_text("old")
    assert run(path, Gathering()).rejects is None
    assert not old.exists()


def test_strict_stops_at_the_first_and_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD, BAD, BAD)
    old = tmp_path / "out.index.rejects.jsonl"
    old.write_text("old")
    sink = Gathering()
    with pytest.raises(StrictError, match=r"x\.jsonl:2.*name is missing; nothing was written"):
        run(path, sink, strict=True)
    assert not sink.finished
    assert old.read_text() == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == [old.name, "x.jsonl"]


def test_strict_holds_for_what_the_sink_refuses_too(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", GOOD)
    sink = Gathering([Refused(Refusal.CLASH, "a", "", 0, 1)])
    with pytest.raises(StrictError, match="another record has this id"):
        run(path, sink, strict=True)
    assert not sink.finished


def test_nothing_at_all_is_no_import(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", BAD)
    sink = Gathering()
    with pytest.raises(NothingError, match=r"x\.jsonl:1.*\nNone of 1 records can be taken over"):
        run(path, sink)
    assert not sink.finished
    assert [each.name for each in tmp_path.iterdir()] == ["x.jsonl"]


def test_a_file_of_what_has_no_place_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "x.json", {"id": "a", "schema": "Sanction", "properties": {}})
    with pytest.raises(NothingError, match="1 entities have no place"):
        run(path, Gathering())


def lines_of(sums: Imported) -> list[dict[str, str | int]]:
    assert sums.rejects is not None
    return [json.loads(line) for line in sums.rejects.read_text().splitlines()]


def indexed(*paths: Path) -> Imported:
    output = paths[0].with_name("out.index")
    sources = find_sources([str(path) for path in paths]).sources
    with Rejects(output) as rejects, IndexWriter(output, "A", SILENT, sources) as writer:
        return Import(sources, rejects, SILENT).into(writer)


def test_what_is_known_in_the_end_has_its_line_and_tells_where_the_other_is(tmp_path: Path) -> None:
    twin = {**GOOD, "name": "B"}
    ends = {"kind": "relationship", "type": "owns", "subject": "a"}
    lost, named = {**ends, "id": "r", "object": "nobody"}, {**ends, "id": "c", "object": "a"}
    c = {"kind": "company", "id": "c", "name": "C"}
    one = written(tmp_path / "x.jsonl", GOOD, lost, twin)
    other = written(tmp_path / "y.jsonl", named, c, twin)
    told = lines_of(indexed(one, other))
    assert [each["raw"] for each in told] == list(map(json.dumps, (lost, twin, named, twin)))
    assert [each["code"] for each in told] == ["dangling_reference", *["duplicate_id"] * 3]
    assert [str(each["reason"]).partition(" is left out: ")[2] for each in told] == [
        "it names a record that is nowhere: nobody",
        f"another record has this id: {one}:1",
        f"another record has this id: {other}:2",
        f"another record has this id: {one}:1",
    ]  # fmt: skip


def test_what_cannot_be_read_again_is_rejected_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.importing.run.LATER", 2)
    path = written(tmp_path / "x.jsonl", GOOD, GOOD)
    refused = [Refused(Refusal.CLASH, f"r{line}", "", 0, line, (0, 1)) for line in (9, 1, 2)]
    told = lines_of(run(path, Gathering(refused)))
    assert {each["record"]: each["raw"] for each in told} == {
        "r9": "", "r1": json.dumps(GOOD), "r2": "",
    }  # fmt: skip
