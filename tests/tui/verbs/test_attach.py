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


@pytest.fixture
def later(bare: Path, article: Path, tmp_path: Path, capsys: Captured) -> Path:
    """Another edition than the one that the set is locked against."""
    main(["check", str(bare), "--lock", "--text", f"gazette={article}"])
    capsys.readouterr()
    path = tmp_path / "later.txt"
    path.write_text(article.read_text().replace("Some are leaving already", "None has left"))
    return path


def test_another_edition_is_a_note(bare: Path, later: Path, capsys: Captured) -> None:
    argv = ["attach", "gazette", str(later), "--format", "json", "--data", str(bare)]
    assert main(argv) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["edition"], found["quotes"], found["found"]) == ("different", 9, 7)
    (missing,) = found["missing"]
    assert missing["exact"] == "Some are leaving already"
    assert set(missing["claims"]) == {"bakers-leave", "bakers-fear.led_to.bakers-leave"}
    assert missing["locked"]


def test_what_a_copy_lacks_is_told_with_its_closest_passage(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(article.read_text().replace("Some are leaving", "Some were leaving"))
    assert main(["attach", "gazette", str(other), "--data", str(bare)]) == 1
    assert capsys.readouterr().out.endswith(
        "\nNot found in this copy\n"
        "“Some are leaving already”\n"
        "    quote:    Some are leaving already\n"
        "                   ^^^\n"
        "    closest:  Some were leaving already\n"
        "                   ^^^^\n"
        "    for bakers-leave, bakers-fear.led_to.bakers-leave\n"
    )


def test_what_the_authors_locked_stays_locked(bare: Path, later: Path, capsys: Captured) -> None:
    main(["attach", "gazette", str(later), "--data", str(bare)])
    told = capsys.readouterr().out
    assert "quotes   7 of 9 found, a different edition\n" in told
    assert told.endswith("stays ✓ locked, marked as not in your copy.\n")
    assert verdicts(bare, capsys) == {"here", "locked_elsewhere"}
    assert main(["quotes", "bakers-leave", "--data", str(bare)]) == 0
    shown = capsys.readouterr().out
    assert "✓ found by the set’s authors; your copy, another edition, lacks it" in shown


def test_a_copy_can_be_taken_away_again(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    main(["attach", "gazette", str(article), "--data", str(bare)])
    remove = ["attach", "gazette", "--remove", "--format", "json", "--data", str(bare)]
    capsys.readouterr()
    assert main(remove) == 0
    removed = json.loads(capsys.readouterr().out)["removed"]
    assert removed.endswith("scale-explorer/sources/mill/gazette.txt")
    assert not (tmp_path / "xdg-data/scale-explorer/sources/mill").exists()
    assert verdicts(bare, capsys) == {"unchecked"}
    assert main(remove) == 1
    assert capsys.readouterr().err == "No copy of gazette is attached.\n"


def test_the_copy_of_a_source_that_the_set_has_no_more_can_be_taken_away(
    bare: Path, article: Path, tmp_path: Path, capsys: Captured
) -> None:
    main(["attach", "gazette", str(article), "--data", str(bare)])
    for path in bare.glob("*.toml"):
        path.write_text(path.read_text().replace('"gazette"', '"herald"'))
    assert main(["attach", "gazette", "--remove", "--data", str(bare)]) == 0
    capsys.readouterr()
    assert main(["attach", "gazete", "--remove", "--data", str(bare)]) == 1
    assert "There is no source 'gazete'" in capsys.readouterr().err
    assert not (tmp_path / "xdg-data/scale-explorer/sources/mill").exists()


@pytest.mark.parametrize("more", [[], ["/dev/null", "--remove"]])
def test_one_attaches_or_removes(more: list[str], bare: Path, capsys: Captured) -> None:
    assert main(["attach", "gazette", *more, "--data", str(bare)]) == 2
    assert "takes a FILE to keep, or --remove" in capsys.readouterr().err


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
