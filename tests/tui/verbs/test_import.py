"""`import SOURCE… -o FILE`: one index of files of any size, or nothing but what was there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.target import held
from scale_explorer.data.opening import open_store
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.cli import main

LINES = (
    {"kind": "dataset", "id": "x", "title": "A register"},
    {"kind": "company", "id": "a", "name": "Birch Mills"},
    {"kind": "company", "id": "b", "name": "Alder Mills"},
    {"kind": "relationship", "type": "owns", "subject": "a", "object": "b"},
    {
        "kind": "figure",
        "id": "f",
        "subject": "a",
        "measure": "revenue",
        "value": "about $5 million",
    },
)
BAD = {"kind": "company", "id": "c"}
NOWHERE = {"kind": "relationship", "type": "owns", "subject": "a", "object": "nobody"}


def register(path: Path, *more: dict[str, Any]) -> str:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in (*LINES, *more)))
    return str(path)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("xdg"))


def test_an_index_opens_with_all_that_was_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, index = register(tmp_path / "x.jsonl"), tmp_path / "x.index"
    assert main(["import", source, "-o", str(index)]) == 0
    out, err = capsys.readouterr()
    assert "A register" in out
    assert "2 companies" in out
    assert err == ""
    with open_store(str(index)) as store:
        assert dict(store.summary().counts) == {
            Kind.COMPANY: 2, Kind.RELATIONSHIP: 1, Kind.FIGURE: 1,
        }  # fmt: skip
    assert main(["show", "a", "--data", str(index)]) == 0
    assert "Alder Mills" in capsys.readouterr().out
    assert names(tmp_path) == ["x.index", "x.jsonl"]


def test_importing_again_makes_the_same_file(tmp_path: Path) -> None:
    source, index = register(tmp_path / "x.jsonl"), tmp_path / "x.index"
    assert main(["import", source, "-o", str(index)]) == 0
    before = index.read_bytes()
    assert main(["import", source, source, "-o", str(index)]) == 0
    assert main(["import", source, "-o", str(index)]) == 0
    assert index.read_bytes() == before


def test_what_is_left_out_is_told_and_kept_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, index = register(tmp_path / "x.jsonl", BAD, NOWHERE), tmp_path / "x.index"
    assert main(["import", source, "-o", str(index), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["rejected"] == {"invalid_record": 1, "dangling_reference": 1}
    assert (told["read"], told["unresolved"]) == (6, 1)
    assert told["rejects"] == f"{index}.rejects.jsonl"
    assert f"{source}:6: error[invalid_record]: name is missing" in err
    assert "a.owns.nobody is left out" in err
    assert "2 records left out; all stand in" in err
    assert len(Path(told["rejects"]).read_text().splitlines()) == 2


def test_strict_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = tmp_path / "x.index"
    for bad in (BAD, NOWHERE):
        source = register(tmp_path / "x.jsonl", bad)
        assert main(["import", source, "-o", str(index), "--strict"]) == 3
        assert "nothing was written" in capsys.readouterr().err
        assert names(tmp_path) == ["x.jsonl"]


def test_a_file_of_something_else_stays_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, other = register(tmp_path / "x.jsonl"), tmp_path / "letter.txt"
    other.write_text("Dear Ann")
    assert main(["import", source, "-o", str(other)]) == 3
    assert "--force replaces it" in capsys.readouterr().err
    assert other.read_text() == "Dear Ann"
    assert main(["import", source, "-o", str(other), "--force"]) == 0
    assert main(["import", source, "-o", source, "--force"]) == 2


def test_a_second_import_of_one_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = register(tmp_path / "x.jsonl")
    with held(tmp_path / "x.index"):
        assert main(["import", source, "-o", str(tmp_path / "x.index")]) == 3
    assert "Another import is writing" in capsys.readouterr().err
    assert names(tmp_path) == ["x.jsonl"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("where", ["take", "finish"])
def test_whatever_ends_it_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, where: str
) -> None:
    source, index = register(tmp_path / "x.jsonl"), tmp_path / "x.index"
    assert main(["import", source, "-o", str(index)]) == 0
    before = index.read_bytes()

    def failing(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(IndexWriter, where, failing)
    status = main(["import", register(tmp_path / "x.jsonl", BAD), "-o", str(index)])
    assert status == (130 if isinstance(error, KeyboardInterrupt) else 3)
    assert index.read_bytes() == before
    assert names(tmp_path) == ["x.index", "x.jsonl"]


@pytest.mark.parametrize(
    ("number", "status", "told"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, -15, ""), (signal.SIGHUP, -1, "")],
)
def test_whatever_ends_it_nothing_is_left_but_what_was_there(
    tmp_path: Path, number: int, status: int, told: str
) -> None:
    index = tmp_path / "x.index"
    command = [sys.executable, "-m", "scale_explorer", "import", "-", "-o", str(index)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        process.stdin.write("".join(f"{json.dumps(each)}\n" for each in LINES))
        process.stdin.flush()
        until = time.monotonic() + 60
        while not any(each.is_dir() for each in tmp_path.glob(".importing-*")):
            assert time.monotonic() < until
            time.sleep(0.01)
        os.kill(process.pid, number)
        process.stdin.close()
        process.stdin = None
        _, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert said == (f"scale-explorer: {told}\n" if told else "")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    index = tmp_path / "x.index"
    assert main(["import", register(tmp_path / "x.jsonl"), "-o", str(index)]) == 0
    before = index.read_bytes()
    most = len(before) // 2
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))"
    run = "import sys; from scale_explorer.tui.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{limited}; {run}", "import", tmp_path / "x.jsonl", "-o", index],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "MB are free there). What was there is as it was." in done.stderr
    assert index.read_bytes() == before
    assert names(tmp_path) == ["x.index", "x.jsonl"]


def test_a_link_to_an_index_stays_one(tmp_path: Path) -> None:
    source, index, link = register(tmp_path / "x.jsonl"), tmp_path / "x.index", tmp_path / "link"
    assert main(["import", source, "-o", str(index)]) == 0
    link.symlink_to("x.index")
    (tmp_path / "x.jsonl").write_text('{"kind": "company", "id": "a", "name": "Other"}\n')
    assert main(["import", source, "-o", str(link)]) == 0
    assert link.is_symlink()
    with open_store(str(index)) as store:
        assert [row.title for row in store.records(Kind.COMPANY)] == ["Other"]


def test_a_folder_says_of_each_file_what_it_was_taken_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    register(folder / "x.jsonl")
    (folder / "notes.txt").write_text("words")
    (folder / "strange.json").write_text('{"a": 1}\n')
    command = ["import", str(folder), "-o", str(tmp_path / "x.index")]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "Taken for" in told
    assert "the object has neither a kind" in told
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sources"] == [{"file": str(folder / "x.jsonl"), "format": "JSON lines"}]
    assert [Path(each["file"]).name for each in found["left"]] == ["notes.txt", "strange.json"]


def test_quotes_that_are_not_in_their_text_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quote = {"source": "s", "exact": "no such words"}
    source = register(
        tmp_path / "x.jsonl",
        {"kind": "source", "id": "s", "title": "S", "text": "s.txt"},
        {"kind": "company", "id": "c", "name": "C", "evidence": [quote]},
    )
    (tmp_path / "s.txt").write_text("other words")
    assert main(["import", source, "-o", str(tmp_path / "x.index")]) == 0, "nothing was left out"
    out, err = capsys.readouterr()
    assert "1 not in their texts" in out
    assert "x.jsonl:7: warning[quote_not_in_source]: “no such words” is not in the text of s" in err
    assert "1 quote not in the texts of their sources." in err


def test_it_tells_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "x.jsonl"]) == 2
    assert "-o" in capsys.readouterr().err
    assert main(["import", "none.jsonl", "-o", "x.index"]) == 3
    assert "does not exist" in capsys.readouterr().err


def test_a_clash_in_toml_tells_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = '[dataset]\nid = "x"\ntitle = "X"\n\n[[company]]\nid = "a"\nname = '
    for name, called in (("one.toml", "A"), ("two.toml", "B")):
        (tmp_path / name).write_text(f'{head}"{called}"\n')
    names_of = [str(tmp_path / each) for each in ("one.toml", "two.toml")]
    assert main(["import", *names_of, "-o", str(tmp_path / "x.index")]) == 1
    assert "two.toml:6:" in capsys.readouterr().err
