from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]


def verdicts(data: Path, capsys: Captured) -> set[str]:
    main(["quotes", "gazette", "--format", "json", "--data", str(data)])
    return {quote["verdict"] for quote in json.loads(capsys.readouterr().out)}


def test_quotes_are_found_in_the_copy(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert verdicts(bare, capsys) == {"unchecked"}
    assert main(["attach", "gazette", str(article), "--data", str(bare)]) == 0
    shown = capsys.readouterr().out
    assert "quotes   9 of 9 found\n" in shown
    kept = tmp_path / "xdg-data/scale-explorer/sources/mill/gazette.txt"
    assert kept.read_text() == article.read_text()
    assert verdicts(bare, capsys) == {"here"}


def test_another_edition_is_a_note(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    main(["check", str(bare), "--lock", "--text", f"gazette={article}"])
    capsys.readouterr()
    later = tmp_path / "later.txt"
    later.write_text(article.read_text().replace("Some are leaving already", "None has left"))
    argv = ["attach", "gazette", str(later), "--format", "json", "--data", str(bare)]
    assert main(argv) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["edition"], found["found"]) == ("different", 7)
    assert set(found["missing"]) == {"Some are leaving already"}


def test_the_same_edition_is_told(bare: Path, article: Path, capsys: Captured) -> None:
    main(["check", str(bare), "--lock", "--text", f"gazette={article}"])
    assert main(["attach", "gazette", str(article), "--data", str(bare)]) == 0
    assert "edition  the one that the data set was checked against" in capsys.readouterr().out


def test_an_unrelated_text_is_refused(bare: Path, tmp_path: Path, capsys: Captured) -> None:
    weather = tmp_path / "weather.txt"
    weather.write_text("Rain.")
    assert main(["attach", "gazette", str(weather), "--data", str(bare)]) == 2
    assert "None of the 9 quotes from gazette is in" in capsys.readouterr().err
    assert verdicts(bare, capsys) == {"unchecked"}


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["gazete", "/dev/null"], 1, "Did you mean gazette?"),
        (["gazette", "missing.txt"], 3, "missing.txt does not exist"),
        (["gazette", "/dev/zero"], 3, "no regular file"),
        (["gazette", "/"], 3, "is a folder where a file is expected"),
    ],
)
def test_what_cannot_be_attached_is_told(
    argv: list[str], status: int, told: str, bare: Path, capsys: Captured
) -> None:
    assert main(["attach", *argv, "--data", str(bare)]) == status
    assert told in capsys.readouterr().err


def test_a_set_with_its_own_text_needs_no_copy(mill: str, capsys: Captured) -> None:
    assert main(["attach", "gazette", "/dev/null", "--data", mill]) == 2
    assert "holds the text of gazette itself" in capsys.readouterr().err
