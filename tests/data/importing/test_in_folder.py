"""A folder is imported by what is in it, file by file; what is left is told, and why."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.importing import find, in_folder
from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.models.errors import DataError

from .gathering import written

FTM = {"id": "a", "schema": "Company", "properties": {"name": ["A"]}}
OURS = {"kind": "company", "id": "a", "name": "A"}


def taken(folder: Path) -> dict[str, str]:
    found = find_sources([str(folder)])
    return {Path(each.label).name: each.format for each in found.sources}


def left(folder: Path) -> dict[str, str]:
    return {
        str(Path(each.label).relative_to(folder)): each.reason
        for each in find_sources([str(folder)]).left
    }


def test_every_kind_of_file_is_told_by_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    written(tmp_path / "deep" / "b.ijson", FTM)
    written(tmp_path / "a.jsonl", OURS)
    (tmp_path / "set.toml").write_text('[dataset]\nid = "x"\ntitle = "X"\n')
    (tmp_path / "statements.csv").write_text("canonical_id,schema,prop,value\na,Company,name,A\n")
    (tmp_path / "entities.csv").write_text("type,name\ncompany,B\n")
    assert taken(tmp_path) == {
        tmp_path.name: "TOML", "a.jsonl": "JSON lines", "b.ijson": "FollowTheMoney",
        "statements.csv": "FollowTheMoney statements",
    }  # fmt: skip
    (source, *_) = find_sources([str(tmp_path)]).sources
    assert sorted(Path(each).name for each in source.parts) == ["entities.csv", "set.toml"]
    assert left(tmp_path) == {}


def test_what_is_left_is_told_with_the_reason(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", OURS)
    (tmp_path / "pyproject.toml").write_text('[tool]\nname = "x"\n')
    (tmp_path / "text.txt").write_text("words")
    (tmp_path / "b.json.gz").write_bytes(b"\x1f\x8b")
    (tmp_path / "list.json").write_text('{"a": 1}\n')
    (tmp_path / "other.csv").write_text("a,b\n")
    (tmp_path / "x.index.rejects.jsonl").write_text("{}")
    (tmp_path / "lock.json").write_text("{}")
    (tmp_path / "out.jsonl").symlink_to(written(tmp_path.parent / "elsewhere.jsonl", OURS))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / ".hidden.jsonl").write_text("{")
    with closing(sqlite3.connect(tmp_path / "x.index")) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert list(taken(tmp_path)) == ["a.jsonl"]
    told = left(tmp_path)
    assert {name: reason[:20] for name, reason in told.items()} == {
        "pyproject.toml": "it has no table of a", "text.txt": "a text; it is read w",
        "b.json.gz": "is packed; unpack it", "list.json": "line 1: the object h",
        "other.csv": "its columns are thos", "x.index.rejects.jsonl": "what an import left ",
        "lock.json": "the lock of a set", "out.jsonl": "it leads out of the ",
        "pipe": "is no regular file b", "x.index": "an index or another ",
    }  # fmt: skip


def test_a_folder_for_texts_is_looked_into_as_well(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    written(tmp_path / "sources" / "a.jsonl", OURS)
    (tmp_path / "sources" / "entities.csv").write_text("type,name\ncompany,B\n")
    assert list(taken(tmp_path)) == ["a.jsonl"]
    assert left(tmp_path) == {"sources/entities.csv": "it lies in a folder for texts"}


def test_a_folder_of_nothing_tells_what_was_in_it(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('{"a": 1}\n')
    with pytest.raises(DataError, match=r"holds neither TOML(.|\n)*list\.json: line 1: the object"):
        find_sources([str(tmp_path)])


def test_a_csv_file_of_ours_with_a_wrong_heading_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", OURS)
    (tmp_path / "entities.csv").write_text("type,nmae\n")
    with pytest.raises(DataError, match="nmae is none"):
        find_sources([str(tmp_path)])


def test_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        written(tmp_path / f"{number}.jsonl", OURS)
    monkeypatch.setattr(in_folder, "MOST_NAMES", 3)
    with pytest.raises(DataError, match="more than 3 files; name some"):
        find_sources([str(tmp_path)])
    monkeypatch.setattr(in_folder, "MOST_NAMES", 4)
    monkeypatch.setattr(find, "MOST_FILES", 3)
    with pytest.raises(DataError, match="at most 3 are read in one go"):
        find_sources([str(tmp_path)])


def test_an_index_in_the_folder_of_its_sources_is_left(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", OURS)
    with IndexWriter(tmp_path / "a.index", "A") as writer:
        writer.finish(print)
    assert left(tmp_path) == {"a.index": "an index or another database"}
