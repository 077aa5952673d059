"""`check --coverage`: the sentences that no claim cites, as a share and one by one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]

CAPTION = (
    'text = "gazette.txt"\nasserts_nothing = [{ exact = "A picture", reason = "a caption" }]\n'
)


@pytest.fixture
def longer(copied: Path) -> Path:
    """A set with a caption that is set apart, and a sentence that nothing cites."""
    text, dataset = copied / "gazette.txt", copied / "dataset.toml"
    text.write_text(f"{text.read_text()}\nA picture\n\nThe river is high.\n")
    dataset.write_text(dataset.read_text().replace('text = "gazette.txt"\n', CAPTION))
    return copied


def test_notes_are_told_only_when_asked_for(longer: Path, capsys: Captured) -> None:
    for argv in ([], ["--strict"], ["--format", "json"], ["--format", "csv"]):
        assert main(["check", str(longer), *argv]) == 0
        out = capsys.readouterr().out
        assert "sentence_without_claim" not in out
        assert "overage" not in out


def test_coverage_lists_share_sentences_and_reasons(longer: Path, capsys: Captured) -> None:
    assert main(["check", str(longer), "--coverage", "--strict"]) == 0
    _, listed = capsys.readouterr().out.split("Coverage\n")
    assert listed.startswith(
        "gazette: 4 of 5 asserting sentences cited, 80 %, 1 set apart (in the text).\n"
        f"    {longer}/gazette.txt:8: note[sentence_without_claim]:"
        " no claim cites “The river is high.” (¶ 4)\n"
        "    set apart: ¶ 3, "
    )
    assert ": a caption\n" in listed


def test_json_tells_it_by_places(longer: Path, capsys: Captured) -> None:
    main(["check", str(longer), "--coverage", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    text = (longer / "gazette.txt").read_text()
    (known,) = found["coverage"]
    ((uncovered,), (apart,)) = known.pop("uncovered"), known.pop("set_apart")
    assert known == {
        "source": "gazette", "known_from": "text", "asserting": 5, "covered": 4, "percent": 80,
    }  # fmt: skip
    assert text[uncovered["start"] : uncovered["end"]] == "The river is high."
    assert text[apart["start"] : apart["end"]] == "A picture"
    assert (uncovered["paragraph"], apart["why"]) == (4, "a caption")
    assert [finding["severity"] for finding in found["findings"]] == ["note"]


def test_every_format_lists_the_notes(longer: Path, capsys: Captured) -> None:
    main(["check", str(longer), "--coverage", "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["severity"], row["record"], row["line"]) == ("note", "gazette", "8")
    main(["check", str(longer), "--coverage", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out)["code"] == "sentence_without_claim"
    main(["check", str(longer), "--coverage", "--format", "markdown"])
    assert "## Coverage\n" in capsys.readouterr().out


def test_in_a_clone_the_lock_tells(longer: Path, capsys: Captured) -> None:
    main(["check", str(longer), "--lock"])
    (longer / "gazette.txt").unlink()
    dataset = longer / "dataset.toml"
    dataset.write_text(dataset.read_text().replace('text = "gazette.txt"\n', ""))
    capsys.readouterr()
    assert main(["check", str(longer), "--coverage"]) == 0
    out = capsys.readouterr().out
    assert "gazette: 4 of 5 asserting sentences cited, 80 %, 1 set apart (by the lock)." in out
    assert "dataset.toml:8: note[sentence_without_claim]: no claim cites the sentence at ¶ 4" in out
    assert "river" not in out


def test_without_text_and_lock_it_says_so_loudly(bare: Path, capsys: Captured) -> None:
    main(["check", str(bare), "--coverage"])
    assert "gazette: UNKNOWN. Neither its text nor a lock" in capsys.readouterr().out
    main(["check", str(bare), "--coverage", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["coverage"] == [{"source": "gazette", "known_from": None}]


@pytest.mark.parametrize(("least", "status"), [("80", 0), ("80%", 0), ("81", 1)])
def test_a_share_can_be_asked_for(longer: Path, least: str, status: int, capsys: Captured) -> None:
    assert main(["check", str(longer), "--min-coverage", least]) == status
    out, err = capsys.readouterr()
    assert "\ngazette: 4 of 5" in out or out.startswith("Coverage\ngazette: 4 of 5")
    assert err == ("Less than 81 % covered, or unknown: gazette.\n" if status else "")


def test_an_unknown_share_is_never_enough(bare: Path, article: Path, capsys: Captured) -> None:
    main(["check", str(bare), "--lock", "--text", f"gazette={article}"])
    assert main(["check", str(bare), "--min-coverage", "100"]) == 0
    lock = json.loads((bare / "lock.json").read_text())
    del lock["sources"]["gazette"]["sentences"]
    (bare / "lock.json").write_text(json.dumps(lock | {"version": 1}))
    capsys.readouterr()
    assert main(["check", str(bare), "--min-coverage", "0"]) == 1
    assert "or unknown: gazette" in capsys.readouterr().err


@pytest.mark.parametrize("least", ["101", "-1", "x", "9.5", "٣"])
def test_a_share_is_a_whole_number_up_to_a_hundred(least: str, mill: str, capsys: Captured) -> None:
    assert main(["check", mill, f"--min-coverage={least}"]) == 2
    assert "a whole number from 0 to 100" in capsys.readouterr().err
