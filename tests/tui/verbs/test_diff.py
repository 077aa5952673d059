"""`diff` on the command line: which versions it compares, and what it answers in each format."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.tui.cli import main
from scale_explorer.tui.memory.visits import keep_visit
from scale_explorer.tui.verbs.drawing.markdown import escaped

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def committed(copied: Path) -> Path:
    """A copy of the set in a repository of its own, with two commits."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    git(copied, "init", "--quiet")
    commit(copied)
    edit(copied, "Hill & Sons")
    commit(copied)
    return copied


def git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ("git", *who, *command), cwd=folder, env=environment, check=True, capture_output=True
    )


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "a commit")


def edit(folder: Path, name: str) -> None:
    for page in folder.glob("*.toml"):
        text = page.read_text(encoding="utf-8")
        lines = [
            f'name = "{name}"' if line.startswith('name = "Hill') else line
            for line in text.split("\n")
        ]
        page.write_text("\n".join(lines), encoding="utf-8")


def changed(capsys: Captured, *command: str) -> list[tuple[str, str, str]]:
    """Return the name before and after in what `diff` tells of the bakery."""
    status = main(["diff", *command, "--format", "json"])
    changes = json.loads(capsys.readouterr().out)
    assert status == (1 if changes else 0)
    return [
        (each["id"], detail["before"], detail["after"])
        for each in changes
        for detail in each["details"]
        if detail["field"] == "name"
    ]


def test_two_sets_that_are_the_same_are_fine(mill: str, copied: Path, capsys: Captured) -> None:
    assert main(["diff", mill, str(copied)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"{mill} → {copied}: nothing changed\n"


def test_without_b_the_last_commit_is_compared_with_what_is_there(
    committed: Path, capsys: Captured
) -> None:
    assert changed(capsys, str(committed)) == []
    edit(committed, "Hill Works")
    assert changed(capsys, str(committed)) == [("hill-bakery", "Hill & Sons", "Hill Works")]


def test_a_revision_alone_is_compared_with_what_is_there(committed: Path, capsys: Captured) -> None:
    edit(committed, "Hill Works")
    told = [("hill-bakery", "Hill Bakery", "Hill Works")]
    assert changed(capsys, f"{committed}@HEAD~1") == told
    assert changed(capsys, "@HEAD~1", "--data", str(committed)) == told


def test_two_revisions_are_compared(committed: Path, capsys: Captured) -> None:
    told = [("hill-bakery", "Hill Bakery", "Hill & Sons")]
    assert changed(capsys, f"{committed}@HEAD~1", f"{committed}/@HEAD") == told
    assert changed(capsys, "--data", str(committed), "@HEAD~1", "@HEAD") == told
    assert changed(capsys, "@HEAD", "@HEAD~1", "--data", str(committed)) == [
        ("hill-bakery", "Hill & Sons", "Hill Bakery")
    ]


def test_people_read_it_by_what_became_of_records(committed: Path, capsys: Captured) -> None:
    assert main(["diff", f"{committed}@HEAD~1", str(committed)]) == 1
    out, err = capsys.readouterr()
    assert "Changed (" in out
    assert "name: Hill Bakery → Hill & Sons" in out
    assert "· hill-bakery\n" in out
    assert f"{committed}@HEAD~1 → {committed}: " in err


def test_a_spreadsheet_has_a_row_a_detail(committed: Path, capsys: Captured) -> None:
    main(["diff", f"{committed}@HEAD~1", str(committed), "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    named = next(row for row in rows if row["field"] == "name")
    assert (named["change"], named["kind"], named["id"]) == ("changed", "company", "hill-bakery")
    assert (named["before"], named["after"]) == ("Hill Bakery", "Hill & Sons")


def test_json_lines_and_markdown_tell_the_same(committed: Path, capsys: Captured) -> None:
    main(["diff", f"{committed}@HEAD~1", str(committed), "--format", "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    main(["diff", f"{committed}@HEAD~1", str(committed), "--format", "markdown"])
    page = capsys.readouterr().out
    assert page.startswith("## ")
    assert all(escaped(each["title"]) in page for each in lines)


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (["nowhere"], 2, "no data set 'nowhere'"),
        (["tutorail", "tutorial"], 2, "Did you mean tutorial"),
        (["tutorial@no-such-revision"], 2, "no revision"),
        (["./nowhere/", "tutorial"], 3, "does not exist"),
        (["tutorial", "--data", "a", "--data", "b"], 0, "nothing changed"),
        (["@HEAD", "--data", "a", "--data", "b"], 2, "one data set, and not 2"),
        (["--data", "a", "--data", "b"], 2, "one data set, and not 2"),
        (["a", "b", "c"], 2, "unrecognized arguments"),
    ],
)
def test_what_cannot_be_compared_is_no_difference(
    command: list[str], status: int, said: str, capsys: Captured
) -> None:
    found = main(["diff", *command])
    err = capsys.readouterr().err
    if "lies in no Git repository" not in err:  # as where the tests are run from an archive
        assert found == status
        assert said in err


def test_a_set_outside_of_a_repository_cannot_be_read_as_of_a_revision(
    copied: Path, capsys: Captured
) -> None:
    assert main(["diff", str(copied)]) == 3
    assert "no Git repository" in capsys.readouterr().err


def test_a_list_keeps_what_is_new_since_the_visit(copied: Path, capsys: Captured) -> None:
    assert main(["list", "companies", "is:new", "--data", str(copied)]) == 1
    assert "There was no visit with the app yet." in capsys.readouterr().err
    store = open_store(str(copied))
    keep_visit((str(copied),), store)
    store.close()
    edit(copied, "Hill Works")
    assert main(["list", "companies", "is:new", "--data", str(copied), "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["hill-bakery"]
    assert "1 changed since your last visit earlier today." in err
    assert main(["list", "companies", "!is:NEW", "--data", str(copied), "--format", "jsonl"]) == 0
    assert "hill-bakery" not in [
        json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()
    ]
