"""`add-source`: further articles for a set of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def rain(tmp_path: Path) -> str:
    path = tmp_path / "rain.txt"
    path.write_text("It will rain.")
    return str(path)


def quotes(data: Path, capsys: Captured) -> object:
    capsys.readouterr()
    main(["quotes", "old-mill", "--format", "json", "--data", str(data)])
    return json.loads(capsys.readouterr().out)


def test_a_source_is_added_and_no_quote_is_lost(copied: Path, rain: str, capsys: Captured) -> None:
    before = quotes(copied, capsys)
    assert main(["add-source", rain, "--data", str(copied)]) == 0
    said = capsys.readouterr()
    assert f"next     scale-explorer --data {copied} --at rain\n" in said.out
    assert "quotes now name their source" in said.err
    assert quotes(copied, capsys) == before
    assert main(["check", str(copied)]) == 0


def test_the_answer_as_json(copied: Path, rain: str, capsys: Captured) -> None:
    assert main(["add-source", rain, "--data", str(copied), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["changed"] == ["dataset.toml", "records.toml"]
    assert told["quotes_named"] > 5
    assert told["sources"][0]["id"] == "rain"


def test_a_set_that_comes_with_the_program_is_refused(rain: str, capsys: Captured) -> None:
    for data in ([], ["--data", "tutorial"]):
        assert main(["add-source", rain, *data]) == 2
        assert "scale-explorer init makes a set of your own" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        ([], 2, "ARTICLE"),
        (["none.txt"], 3, "none.txt does not exist"),
        (["/dev/zero"], 3, "no regular file"),
        (["rain.txt", "rain.txt"], 2, "the same text"),
        (["copied/gazette.txt"], 2, "in the set already, as source gazette"),
    ],
)
@pytest.mark.usefixtures("rain")
def test_what_cannot_be_added_changes_nothing(
    argv: list[str], status: int, told: str, copied: Path, capsys: Captured
) -> None:
    before = (copied / "dataset.toml").read_bytes()
    files = [str(copied.parent / each) for each in argv]
    assert main(["add-source", *files, "--data", str(copied)]) == status
    assert told in capsys.readouterr().err
    assert (copied / "dataset.toml").read_bytes() == before
    assert not (copied / "sources").exists()


def test_a_set_that_may_not_be_written_is_told(copied: Path, rain: str, capsys: Captured) -> None:
    (copied / "dataset.toml").chmod(0o444)
    assert main(["add-source", rain, "--data", str(copied)]) == 3
    assert "may not be written" in capsys.readouterr().err
    assert not (copied / "sources").exists()
