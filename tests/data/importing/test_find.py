"""What is to be imported is found by name and content, or refused with what to do."""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from scale_explorer.data.importing.find import find_sources, title_of
from scale_explorer.data.importing.sources import Meter, Reading
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.kinds import Kind

from .gathering import sorted_out, written

FTM = {"id": "a", "schema": "Company", "properties": {"name": ["A"]}}
OURS = {"kind": "company", "id": "a", "name": "A"}
STATEMENT = {"canonical_id": "a", "schema": "Company", "prop": "name", "value": "A"}
MILL = Path(__file__).parents[1] / "mill"


@pytest.mark.parametrize(
    ("name", "table", "form"),
    [
        ("x.jsonl", OURS, "JSON lines"),
        ("x.ijson", FTM, "FollowTheMoney"),
        ("x.json", FTM, "FollowTheMoney"),
        ("x", OURS, "JSON lines"),
        ("x.json", STATEMENT, "FollowTheMoney statements"),
    ],
)
def test_json_lines_are_told_by_what_they_hold(
    tmp_path: Path, name: str, table: dict[str, object], form: str
) -> None:
    (source,) = find_sources([str(written(tmp_path / name, table))]).sources
    items, _ = sorted_out(source.read(Reading(), 0))
    assert (source.format, items[0].id) == (form, "a")
    assert source.size == (tmp_path / name).stat().st_size


def test_a_broken_first_line_hides_no_format(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", OURS)
    path.write_bytes(b"{\n" + path.read_bytes())
    (source,) = find_sources([str(path)]).sources
    items, rejected = sorted_out(source.read(Reading(), 0))
    assert (len(items), len(rejected)) == (1, 1)


def test_a_header_names_the_set(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", {"kind": "dataset", "id": "x", "title": "T\x1b"}, OURS)
    sources = find_sources([str(path)]).sources
    assert title_of(sources, tmp_path / "out.index") == "T␛"
    assert title_of([], tmp_path / "out.index") == "out"


def test_standard_input_is_read_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    content = b'{"kind":"company","id":"a","name":"A"}\n{"kind":"company","id":"b","name":"B"}'
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (source,) = find_sources(["-"]).sources
    items, _ = sorted_out(source.read(Reading(), 0))
    assert [item.id for item in items] == ["a", "b"]


def test_a_set_is_read_with_the_verdicts_of_its_quotes() -> None:
    (source,) = find_sources([str(MILL)]).sources
    items, _ = sorted_out(source.read(Reading(), 0))
    verdicts = {quote["verdict"] for item in items for quote in item.evidence}
    assert "here" in verdicts
    assert all("verdict" in quote for item in items for quote in item.evidence)
    assert any("status" in quote for item in items for quote in item.evidence)
    assert {item.kind for item in items} >= {Kind.COMPANY, Kind.DEAL, Kind.RELATIONSHIP}


def _csv_set(folder: Path, rows: int) -> Path:
    folder.mkdir()
    shutil.copy(MILL / "news.txt", folder)
    head = '[dataset]\nid = "x"\ntitle = "X"\n[[source]]\nid = "s"\ntitle = "S"\n'
    (folder / "set.toml").write_text(head)
    told = "".join(f"company,A {number},words\n" for number in range(rows))
    (folder / "entities.csv").write_text(f"type,name,quote\n{told}")
    return folder


def test_csv_files_of_a_large_set_are_streamed_with_its_only_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _csv_set(tmp_path / "set", 30)
    assert [each.format for each in find_sources([str(folder)]).sources] == ["TOML"]
    monkeypatch.setattr("scale_explorer.data.importing.find.RECORDS", 20)
    sources = find_sources([str(folder)]).sources
    assert [each.format for each in sources] == ["TOML", "entities.csv"]
    items, rejected = sorted_out(sources[1].read(Reading(), 1))
    assert not rejected
    assert len(items) == 30
    assert items[0].evidence == ({"source": "s", "exact": "words"},)


def test_csv_files_alone_are_told_by_name_or_heading(tmp_path: Path) -> None:
    (tmp_path / "relationships.csv").write_text("type,subject,object\nowns,a,b\n")
    (tmp_path / "figures.csv").write_text("subject,measure,value\na,revenue,$5\n")
    assert [each.format for each in find_sources([str(tmp_path)]).sources] == [
        "figures.csv", "relationships.csv",
    ]  # fmt: skip
    other = tmp_path / "other.csv"
    other.write_text("name;type\nA;company\n")
    assert find_sources([str(other)]).sources[0].format == "entities.csv"
    other.write_text("canonical_id,schema,prop,value\na,Company,name,A\n")
    (source,) = find_sources([str(other)]).sources
    items, _ = sorted_out(source.read(Reading(), 0))
    assert (source.format, items[0].fields) == ("FollowTheMoney statements", {"name": "A"})


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.json", b"[\n{}\n]", "jq -c"),
        ("x.json", b'{"a": 1}\n', "neither a kind"),
        ("x.json", b"", "is empty"),
        ("x.json", b"\n \n", "is empty"),
        ("x.json", b"\x89PNG\r\n\0", "is a picture"),
        ("x.json", b"\xff\xfe{\0", "zero|UTF-8"),
        ("x.csv", b"a,b\n", "columns are those of none"),
        ("entities.csv", b"type;nmae\n", "nmae is none"),
        ("x.json", b"{" * 100_000, "not JSON"),
        ("x.json", '{"kind": "company"}'.encode("utf-16"), "is UTF-16.* iconv -f UTF-16"),
        ("x.json", '{"kind": "company"}'.encode("utf-16-be"), "is UTF-16"),
        ("x.csv", "type,name".encode("utf-16"), "is UTF-16"),
    ],
)
def test_what_is_none_of_these_is_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=words):
        find_sources([str(tmp_path / name)])


def test_what_is_packed_missing_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(b"\x1f\x8b")
    with pytest.raises(UsageError, match="gzip -dc"):
        find_sources([str(tmp_path / "x.jsonl.gz")])
    with pytest.raises(DataError, match="does not exist"):
        find_sources([str(tmp_path / "none.jsonl")])
    with pytest.raises(DataError, match="holds neither TOML"):
        find_sources([str(tmp_path)])
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(DataError, match="no regular file"):
        find_sources([str(tmp_path / "pipe.jsonl")])
    with pytest.raises(DataError, match="cannot be opened"):
        find_sources(["a\0b"])
    with pytest.raises(UsageError, match="once only"):
        find_sources(["-", "-"])


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", OURS, {**OURS, "id": "b"})
    (source,) = find_sources([str(path)]).sources
    found = iter(source.read(Reading(), 0))
    next(found)
    with path.open("ab") as file:
        file.write(b"\n")
    with pytest.raises(DataError, match="changed while it was read"):
        list(found)


def test_the_meter_tells_how_much_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", OURS)
    reading = Reading(Meter(path.stat().st_size))
    list(find_sources([str(path)]).sources[0].read(reading, 0))
    assert reading.meter.done == reading.meter.total


def test_a_file_that_the_disk_cannot_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataError, match="/proc/self/mem cannot be read: Input/output error"):
        find_sources(["/proc/self/mem"])
    path = written(tmp_path / "x.jsonl", {"kind": "company", "id": "a", "name": "A"})
    (source,) = find_sources([str(path)]).sources

    def failing(*_arguments: object) -> Iterator[tuple[int, bytes]]:
        yield 1, path.read_bytes()
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("scale_explorer.data.importing.sources.lines", failing)
    with pytest.raises(DataError, match=r"x\.jsonl cannot be read: Input/output error"):
        sorted_out(source.read(Reading(), 0))
