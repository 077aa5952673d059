from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]

WRONG = """\
[[figure]]
id = "rent"
subject = "old-mil"
measure = "spend"
value = "$5"
evidence = ["the rent is $5"]
"""
KNOWN = """
[[expect]]
that = "{mill-revenue} < {mill-price}"
known = "the price is for a part"
"""
TWO_SOURCES = """\
[dataset]
id = "two"
title = "Two"

[[source]]
id = "first"
title = "First"

[[source]]
id = "second"
title = "Second"

[[company]]
id = "a"
name = "alpha"
evidence = [{ source = "first", exact = "alpha" }]

[[company]]
id = "b"
name = "beta"
evidence = [{ source = "second", exact = "beta" }]
"""


@pytest.fixture
def wrong(copied: Path) -> Path:
    """A set with a dangling reference, a quote that is not there, and a known failure."""
    (copied / "wrong.toml").write_text(WRONG + KNOWN)
    return copied


def test_a_sound_set_is_fine_and_the_sums_are_told(mill: str, capsys: Captured) -> None:
    assert main(["check", mill]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Checked 9 of 9 quotes, 3 figures, ")
    assert out.endswith(" 0 expectations: 0 errors, 0 warnings, 0 known.\n")


def test_findings_read_like_a_compiler_s(wrong: Path, capsys: Captured) -> None:
    assert main(["check", str(wrong)]) == 1
    first, second, *_ = capsys.readouterr().out.split("\n\n")
    assert first == (
        f"{wrong}/wrong.toml:3:12: error[dangling_reference]: "
        "subject names old-mil, which the set does not hold\n"
        "  |\n"
        '3 | subject = "old-mil"\n'
        "  |            ^^^^^^^\n"
        "  = hint: did you mean old-mill?"
    )
    assert second.startswith(f"{wrong}/wrong.toml:6:14: error[quote_not_in_source]: “the rent is")


def test_on_a_terminal_weights_are_coloured(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def coloured() -> str:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        main(["check", str(wrong)])
        return capsys.readouterr().out

    monkeypatch.setenv("COLUMNS", "500")
    shown = coloured()
    assert "\x1b[1;31m error[dangling_reference]:\x1b[0m" in shown
    assert "\x1b[2m known[expectation_failed]:\x1b[0m" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    plain = coloured()
    assert plain == re.sub(r"\x1b\[[0-9;]*m", "", shown)


def test_the_closest_passage_is_shown_with_the_words_that_differ(
    copied: Path, capsys: Captured
) -> None:
    (copied / "wrong.toml").write_text(WRONG.replace("the rent is $5", "Some Are going already"))
    assert main(["check", str(copied)]) == 1
    shown = capsys.readouterr().out
    assert (
        "    quote:    Some Are going already\n"
        "                   ^^^^^^^^^\n"
        "    closest:  Some are leaving already\n"
        "                   ^^^^^^^^^^^\n"
    ) in shown
    main(["check", "--format", "json", str(copied)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    (nearest,) = (each["nearest"] for each in findings if each["nearest"])
    assert nearest == {
        "quote": "Some Are going already",
        "passage": "Some are leaving already",
        "quote_differs": [[5, 14]],
        "passage_differs": [[5, 16]],
        "difference": "",
    }


def test_what_is_known_stands_apart_with_its_reason(wrong: Path, capsys: Captured) -> None:
    main(["check", str(wrong)])
    before, known = capsys.readouterr().out.split("\nKnown\n")
    assert "expectation_failed" not in before
    assert "known[expectation_failed]" in known
    assert "  = known: the price is for a part\n" in known
    assert known.endswith("2 errors, 0 warnings, 1 known.\n")


def test_json_holds_findings_and_sums(wrong: Path, capsys: Captured) -> None:
    assert main(["check", "--format", "json", str(wrong)]) == 1
    found = json.loads(capsys.readouterr().out)
    codes = {finding["code"]: finding for finding in found["findings"]}
    assert set(codes) == {"dangling_reference", "quote_not_in_source", "expectation_failed"}
    assert codes["dangling_reference"]["record"] == "rent"
    place = [codes["dangling_reference"][key] for key in ("line", "column", "end_column")]
    assert place == [3, 12, 19]
    assert (found["checked"]["quotes"], found["checked"]["errors"]) == (10, 2)


def test_csv_is_a_row_a_finding(wrong: Path, capsys: Captured) -> None:
    assert main(["check", "--format", "csv", "--data", str(wrong)]) == 1
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["severity"] for row in rows} == {"error"}
    assert len(rows) == 3


def test_warnings_count_only_when_strict(copied: Path, capsys: Captured) -> None:
    text = copied / "gazette.txt"
    text.write_text(f"{text.read_text()}Some are leaving already.\n")
    assert main(["check", str(copied)]) == 0
    assert "warning[quote_ambiguous]" in capsys.readouterr().out
    assert main(["check", str(copied), "--strict"]) == 1


def test_a_set_that_cannot_be_checked_says_so(bare: Path, capsys: Captured) -> None:
    assert main(["check", str(bare)]) == 1
    shown = capsys.readouterr().out
    assert "error[nothing_checked]" in shown
    assert "Checked 0 of 9 quotes" in shown


def test_a_lock_proves_the_quotes_where_the_text_is_not(
    bare: Path, article: Path, capsys: Captured
) -> None:
    assert main(["check", str(bare), "--lock", "--text", f"gazette={article}"]) == 0
    out, err = capsys.readouterr()
    assert "Checked 9 of 9 quotes" in out
    assert err == f"{bare}/lock.json holds 9 quotes of 1 source.\n"
    assert "Miller" not in (bare / "lock.json").read_text()
    assert main(["check", str(bare)]) == 0
    assert "Checked 9 of 9 quotes (all by the lock), 3 figures" in capsys.readouterr().out
    assert main(["quotes", "mill-price", "--format", "json", "--data", str(bare)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["verdict"] == "locked"


def test_a_given_text_takes_the_place_of_the_set_s_own(
    mill: str, tmp_path: Path, capsys: Captured
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of the kind.\n")
    assert main(["check", mill, "--text", f"gazette={other}"]) == 1
    assert capsys.readouterr().out.count("error[quote_not_in_source]") == 9


def test_a_set_with_wrong_quotes_is_not_locked(copied: Path, capsys: Captured) -> None:
    main(["check", str(copied), "--lock"])
    before = (copied / "lock.json").read_bytes()
    text = copied / "gazette.txt"
    text.write_text(text.read_text().replace("Some are leaving already", "None has left"))
    capsys.readouterr()
    assert main(["check", str(copied), "--lock"]) == 1
    out, err = capsys.readouterr()
    assert out.count("error[quote_not_in_source]") == 2
    assert err == f"{copied}/lock.json was not written: 2 quotes are not in the text.\n"
    assert (copied / "lock.json").read_bytes() == before


def test_a_lock_tells_what_it_cannot_prove(copied: Path, capsys: Captured) -> None:
    text = copied / "gazette.txt"
    text.write_text(f"{text.read_text()}Some are leaving already.\n")
    assert main(["check", str(copied), "--lock"]) == 0
    assert capsys.readouterr().err == (
        f"{copied}/lock.json holds 7 quotes of 1 source.\n"
        "Not in it: 2 quotes not found in just one place of the text.\n"
    )


def test_a_lock_tells_of_quotes_without_a_text(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TWO_SOURCES)
    text = tmp_path / "alpha.txt"
    text.write_text("alpha")
    main(["check", str(path), "--lock", "--text", f"first={text}"])
    assert "\nNot in it: 1 quote whose text is not here.\n" in capsys.readouterr().err


def test_locking_again_keeps_what_was_locked_of_other_sources(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TWO_SOURCES)
    for source, words in (("first", "alpha"), ("second", "beta")):
        text = tmp_path / f"{words}.txt"
        text.write_text(words)
        main(["check", str(path), "--lock", "--text", f"{source}={text}"])
    assert f"{tmp_path}/two.lock.json holds 2 quotes of 2 sources.\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["--lock"], 2, "no source text to lock against"),
        (["--text", "gazette"], 2, "--text takes SOURCE=FILE, not 'gazette'"),
        (["--text", "=x"], 2, "--text takes SOURCE=FILE"),
        (["--text", "gazete=/dev/null"], 1, "There is no source 'gazete'. Did you mean gazette?"),
        (["--text", "gazette=missing.txt"], 3, "missing.txt does not exist"),
        (["--text", "gazette=/dev/zero"], 3, "no regular file"),
    ],
)
def test_wrong_options_are_told(
    argv: list[str], status: int, told: str, bare: Path, capsys: Captured
) -> None:
    assert main(["check", str(bare), *argv]) == status
    out, err = capsys.readouterr()
    assert (out, told in err) == ("", True)
    assert not (bare / "lock.json").exists()
