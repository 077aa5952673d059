"""Every verb that asks a store looks as of a day, without relationships, and through scenarios."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main
from scale_explorer.tui.memory.scenarios import Scenario, open_scenarios

GOOGLE = "google.customer_of.scale-ai"
MICROSOFT = "microsoft.customer_of.scale-ai"
Captured = pytest.CaptureFixture[str]
SPEND = "google-spend-2024"
VERBS = [
    ["list", "figures"],
    ["list", "figures", "--format", "csv"],
    ["list", "figures", "--format", "json"],
    ["show", "scale-ai"],
    ["show", "scale-ai", "--format", "json"],
    ["why", "google-plans-exit"],
    ["search", "150 million"],
    ["quotes", "scale-ai"],
    ["export", "story"],
    ["export", "figures", "--format", "html"],
    ["export", "scale-ai", "--format", "json"],
]


def out(capsys: Captured, *argv: str) -> str:
    main([*argv])
    return capsys.readouterr().out


@pytest.mark.parametrize("argv", VERBS, ids=" ".join)
def test_no_verb_shows_what_falls_away(argv: list[str], capsys: Captured) -> None:
    told = out(capsys, *argv, "--without", GOOGLE)
    assert "google-spend-2024" not in told
    if argv[0] != "show":  # that tells what is at risk
        assert "$150 million" not in told
        assert "≈\N{NO-BREAK SPACE}$150" not in told


@pytest.mark.parametrize("argv", VERBS, ids=" ".join)
def test_no_verb_shows_what_comes_later(argv: list[str], capsys: Captured) -> None:
    told = out(capsys, *argv, "--as-of", "2023")
    assert "google-spend-2024" not in told
    assert "preparing to cut ties" not in told


@pytest.mark.parametrize("argv", VERBS, ids=" ".join)
def test_now_is_as_without_a_date(argv: list[str], capsys: Captured) -> None:
    assert out(capsys, *argv, "--as-of", "now") == out(capsys, *argv)


def test_it_is_told_on_standard_error_how_one_looks(capsys: Captured) -> None:
    assert main(["list", "deals", "--as-of", "2025", "--without", GOOGLE]) == 0
    assert f"Looking as of 31 Dec 2025, without {GOOGLE}." in capsys.readouterr().err


def test_it_may_stand_before_the_verb(capsys: Captured) -> None:
    assert main(["--as-of", "2023", "list", "statements"]) == 1
    assert "Looking as of 31 Dec 2023." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["show", SPEND, "--without", GOOGLE], 1, "is not there without google"),
        (["why", "google-plans-exit", "--as-of", "2020"], 1, "is not there as of 31 Dec 2020"),
        (["export", f"why:{SPEND}", "--without", GOOGLE], 1, "is not there without"),
        (
            ["list", "deals", "--as-of", "soon"],
            2,
            "soon is no date: write 2024, 2024-06 or 2024-06-13",
        ),
        (["list", "deals", "--without", "gogle"], 1, "Did you mean google"),
        (["list", "deals", "--without", "meta-buys-stake"], 2, "is a deal"),
        (["list", "deals", "--scenario", "nothing"], 1, "There is no scenario 'nothing'"),
        (["export", "dossier", "--as-of", "2024"], 2, "alone and whole"),
        (["what-if"], 2, "Nothing is switched off"),
        (["check", "--as-of", "2024"], 2, "as-of"),
    ],
)
def test_a_slip_says_what_to_do(argv: list[str], status: int, told: str, capsys: Captured) -> None:
    assert main(argv) == status
    assert told in capsys.readouterr().err


def test_a_document_has_no_later_statuses(capsys: Captured) -> None:
    now = json.loads(out(capsys, "list", "relationships", "--format", "json"))
    then = json.loads(out(capsys, "list", "relationships", "--format", "json", "--as-of", "2024"))
    now_, then_ = ({each["id"]: each for each in found} for found in (now, then))
    assert [each["status"] for each in now_[GOOGLE]["history"]] == [
        "current", "under_review", "ending",
    ]  # fmt: skip
    assert [each["status"] for each in then_[GOOGLE]["history"]] == [
        "current", "under_review",
    ]  # fmt: skip
    assert "reconsidering" in then_[GOOGLE]["title"]


@pytest.mark.parametrize("view", ["story", "figures", "scale-ai", "exposure:scale-ai"])
def test_what_is_exported_says_how_one_looked(view: str, capsys: Captured) -> None:
    told = out(capsys, "export", view, "--as-of", "2025", "--without", GOOGLE)
    assert told.splitlines()[-1].startswith("Seen as of 31 Dec 2025, without google")
    for form in ("json", "csv"):
        assert "Seen as of" not in out(capsys, "export", view, "--as-of", "2025", "--format", form)


def test_what_moved_is_a_quality(capsys: Captured) -> None:
    listed = ["list", "relationships", "is:moved", "--format", "jsonl"]
    then = out(capsys, *listed, "--as-of", "2025").splitlines()
    assert GOOGLE in {json.loads(line)["id"] for line in then}
    assert out(capsys, *listed) == ""


def test_a_scenario_is_looked_through(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    file, _ = open_scenarios(())
    file.change(lambda all_: all_.with_one(Scenario("Both go", frozenset({GOOGLE, MICROSOFT}))))
    told = json.loads(out(capsys, "what-if", "--scenario", "both go", "--format", "json"))
    assert {each["relationship"] for each in told["without"]} == {GOOGLE, MICROSOFT}


def test_what_if_is_exact_and_tells_what_is_not_known(capsys: Captured) -> None:
    asked = ["what-if", "--without", GOOGLE, "--without", MICROSOFT]
    told = json.loads(out(capsys, *asked, "--format", "json"))
    scale = next(each for each in told["follows"] if each["entity"] == "scale-ai")
    risk = scale["revenue_at_risk"]
    assert risk["unstated"] == [MICROSOFT]
    (amount,) = risk["amounts"]
    assert (amount["value"]["low"], amount["value"]["high"]) == ("135000000", "165000000")
    assert risk["shares"][0]["computed"]
    for_people = out(capsys, *asked)
    assert "no figure is stated for Microsoft" in for_people
    assert "7" in next(line for line in for_people.splitlines() if GOOGLE in line)


def test_what_if_in_every_format(capsys: Captured) -> None:
    asked = ["what-if", "--without", GOOGLE]
    rows = list(csv.reader(io.StringIO(out(capsys, *asked, "--format", "csv"))))
    assert rows[0] == ["relationship", "title", "state", "falls away", "kind"]
    assert {row[3] for row in rows[1:]} > {GOOGLE, SPEND}
    lines = [json.loads(line) for line in out(capsys, *asked, "--format", "jsonl").splitlines()]
    assert lines[0]["relationship"] == GOOGLE
    assert {"google", "scale-ai"} <= {line.get("entity") for line in lines}
    assert "## What follows" in out(capsys, *asked, "--format", "markdown")


MARKED = [
    ["list", "relationships"],
    ["show", "scale-ai"],
    ["why", "google-plans-exit"],
    ["search", "scale", "ai"],
    ["path", "google", "meta"],
    ["network", "scale-ai"],
    ["exposure", "scale-ai"],
    ["timeline"],
    ["chart", "scale-ai"],
]


@pytest.mark.parametrize("argv", MARKED, ids=" ".join)
def test_every_verb_marks_what_the_day_does(argv: list[str], capsys: Captured) -> None:
    for sign in "∆◐":
        assert sign in out(capsys, *argv, "--as-of", "2025-06-13")
        assert sign not in out(capsys, *argv)


@pytest.mark.parametrize("argv", MARKED, ids=" ".join)
def test_every_verb_tells_programs_the_same(argv: list[str], capsys: Captured) -> None:
    told = out(capsys, *argv, "--as-of", "2025-06-13", "--format", "json")
    field = "flags" if argv[0] == "exposure" else "marks"
    assert f'"{field}": [' in told
    assert '"maybe"' in told
    assert '"maybe"' not in out(capsys, *argv, "--format", "json")


@pytest.mark.parametrize("argv", [["list", "deals"], ["show", "meta"], ["timeline"]], ids=" ".join)
def test_a_table_for_programs_has_a_column_of_marks(argv: list[str], capsys: Captured) -> None:
    rows = list(
        csv.DictReader(io.StringIO(out(capsys, *argv, "--as-of", "2025", "--format", "csv")))
    )
    assert {"moved"} <= {row["marks"] for row in rows}
    plain = csv.DictReader(io.StringIO(out(capsys, *argv, "--format", "csv")))
    assert "marks" not in (plain.fieldnames or ())


def test_the_signs_are_explained_where_they_stand(capsys: Captured) -> None:
    main(["list", "deals", "--as-of", "2025"])
    assert "◌ has no date" in capsys.readouterr().err
    assert "◌ has no date" in out(capsys, "export", "deals", "--as-of", "2025")
    main(["list", "deals", "--without", GOOGLE])
    assert "◌" not in capsys.readouterr().err


def test_what_does_not_count_yet_is_told_with_its_day(capsys: Captured) -> None:
    assert main(["show", "google-plans-exit", "--as-of", "2023"]) == 1
    assert "not there as of 31 Dec 2023. It counts from 1 Jan 2025" in capsys.readouterr().err


def test_reasons_that_count_later_are_told(capsys: Captured) -> None:
    merger = ["why", "saltlark-greywhelk-merger", "--data", "tutorial", "--as-of"]
    assert main([*merger, "2025-10-03"]) == 1
    told = capsys.readouterr().err
    assert "2 do later, the first from 12 Oct 2025: --as-of 2025-10-12." in told
    assert "new reason" not in told
    assert main([*merger, "2025-10-12"]) == 0
    assert main(["why", "google-wanted-better-ai", "--without", "google"]) == 1
    assert "rest on what is switched off" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("exposure", "Left out: 1 relationship of Google with Scale AI."),
        ("network", "Left out: all 4 relationships of Google."),
    ],
)
def test_it_is_told_how_many_relationships_are_left_out_and_whose(
    verb: str, told: str, capsys: Captured
) -> None:
    assert main([verb, "scale-ai", "--without", "google"]) == 0
    assert told in capsys.readouterr().err
    assert main([verb, "scale-ai", "--without", GOOGLE]) == 0
    assert "Left out" not in capsys.readouterr().err
    assert main([verb, "--help"]) == 0
    assert "of `exposure A` its own with A" in " ".join(capsys.readouterr().out.split())


def test_counterparties_have_signs_as_of_a_day(capsys: Captured) -> None:
    asked = ["exposure", "scale-ai", "--as-of", "2025"]
    rows = [line for line in out(capsys, *asked).splitlines() if "us-government." in line]
    assert ["U.S. government \N{DOTTED CIRCLE}" in row for row in rows] == [True]
    told = csv.DictReader(io.StringIO(out(capsys, *asked, "--format", "csv")))
    assert {row["counterparty"]: row["marks"] for row in told}["us-government"] == "undated"
    listed = json.loads(out(capsys, *asked, "--format", "json"))["counterparties"]
    assert {one["counterparty"]: one["marks"] for one in listed}["us-government"] == ["undated"]
    assert "marks" not in out(capsys, "exposure", "scale-ai", "--format", "csv")
