"""`export` writes what the app shows, or claims with all that carries them."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from scale_explorer.data.dossier.dossier import Comment, Pin, Put
from scale_explorer.tui.cli import main
from scale_explorer.tui.memory.dossiers import open_dossier

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def export(capsys: Captured, *words: str, status: int = 0) -> str:
    assert main(["export", *words]) == status
    return capsys.readouterr().out


def test_views_are_written_as_their_verbs_tell_them(capsys: Captured) -> None:
    for view, verb in (
        ("google", ["show", "google"]),
        ("figures", ["list", "figures"]),
        ("why:google", ["why", "google"]),
    ):
        for form in ("markdown", "csv", "json"):
            told = export(capsys, view, "--format", form)
            main([*verb, "--format", form])
            assert told == capsys.readouterr().out


def test_the_story_has_its_lines_in_order(capsys: Captured) -> None:
    told = export(capsys, "story")
    assert told.startswith("# Meta buys into Scale AI\n")
    assert "- so: Google prepares to end its partnership with Scale AI" in told
    rows = list(csv.DictReader(io.StringIO(export(capsys, "story", "--format", "csv"))))
    assert [row["claim id"] for row in rows][:2] == ["meta-buys-stake", "clients-share-secrets"]
    assert len(json.loads(export(capsys, "story", "--format", "json"))) == 8


def test_a_filter_keeps_what_matches(capsys: Captured) -> None:
    told = export(capsys, "google", "--filter", "is:planned", "--format", "csv")
    assert (
        0 < len(told.splitlines()) < len(export(capsys, "google", "--format", "csv").splitlines())
    )
    told = export(capsys, "story", "--filter", "spend", "--format", "csv")
    assert len(told.splitlines()) == 2
    words = export(capsys, "why:google", "--filter", "secrets", "--format", "csv")
    assert len(words.splitlines()) < len(
        export(capsys, "why:google", "--format", "csv").splitlines()
    )


def test_html_and_text_have_the_claims_with_their_words(capsys: Captured) -> None:
    page = export(capsys, "google-spend-2024", "--format", "html")
    assert "“Google spent about $150 million”" in page
    assert "$135–165\u00a0M" in page
    text = export(capsys, "figures", "--filter", "year:2024", "--format", "text")
    assert text.startswith("Figures\n=======\n")


def test_several_records_make_a_dossier_of_their_claims(capsys: Captured) -> None:
    told = export(capsys, "google-spend-2024", "Facebook", "google-spend-2024")
    assert told.startswith("# Google’s spend with Scale AI, 2024, Facebook")
    assert told.count("\n## ") == 2
    assert "[^1]: " in told
    assert export(capsys, "google-spend-2024", "--footnoted").count("\n## ") == 1


def test_what_is_pinned_is_exported_in_its_order_with_comments(capsys: Captured) -> None:
    file, _ = open_dossier(())
    for edit in (Put(Pin("google-spend-2024", "x")), Put(Pin("lost", "It was so")),
                 Comment("google-spend-2024", "=cmd")):  # fmt: skip
        file.carry_out(edit)
    told = export(capsys, "dossier")
    assert told.index("## 1. Google’s spend") < told.index("## 2. It was so")
    assert "**Comment:** =cmd" in told
    assert "**✕ Gone:**" in told
    rows = list(csv.DictReader(io.StringIO(export(capsys, "dossier", "--format", "csv"))))
    assert [(row["id"], row["comment"], row["quote"]) for row in rows] == [
        ("google-spend-2024", "'=cmd", "Google spent about $150 million"), ("lost", "", ""),
    ]  # fmt: skip
    items = json.loads(export(capsys, "dossier", "--format", "json"))
    assert [(item["id"], item["gone"]) for item in items] == [
        ("google-spend-2024", False), ("lost", True),
    ]  # fmt: skip
    assert items[0]["record"]["id"] == "google-spend-2024"
    assert items[1]["record"] is None


def test_without_pins_it_says_how_to_pin(capsys: Captured) -> None:
    assert main(["export", "dossier", "-o", "x.md"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "b pins" in told.err
    assert not Path("x.md").exists()


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.html", "<!DOCTYPE"), ("a.CSV", "section,"), ("a.json", "["), ("a.md", "# "), ("a", "# "),
     ("a.txt", "Meta buys into")],
)  # fmt: skip
def test_the_ending_of_the_file_says_the_format(
    name: str, begin: str, folder: Path, capsys: Captured
) -> None:
    assert export(capsys, "story", "-o", name) == ""
    assert (folder / name).read_text(encoding="utf-8").startswith(begin)


def test_a_file_is_replaced_only_when_asked(folder: Path, capsys: Captured) -> None:
    (folder / "a.md").write_text("mine")
    assert main(["export", "story", "-o", "a.md"]) == 3
    assert "exists already; --force replaces it" in capsys.readouterr().err
    assert (folder / "a.md").read_text() == "mine"
    assert main(["export", "story", "-o", "a.md", "--force"]) == 0
    assert f"Wrote {folder / 'a.md'}" in capsys.readouterr().err
    assert (folder / "a.md").read_text(encoding="utf-8").startswith("# Meta")


def test_a_dash_is_standard_output(folder: Path, capsys: Captured) -> None:
    assert export(capsys, "story", "-o", "-").startswith("# Meta")
    assert os.listdir(folder) == []  # noqa: PTH208 - names are enough


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["nobody"], 1, "There is no record 'nobody'"),
        (["why:nobody"], 1, "There is no record 'nobody'"),
        (["dossier", "google"], 2, "alone and whole"),
        (["dossier", "--filter", "x"], 2, "alone and whole"),
        (["figures", "--filter", "no:x"], 2, "There is no field"),
        (["why:google", "--filter", "status:ending"], 2, "words and is:"),
        (["why:google", "--filter", "status:ending", "--format", "html"], 2, "words and is:"),
        (["figures", "--filter", "zzz"], 1, "No figures match"),
        (["google", "--filter", "zzz", "--format", "html"], 1, "No claim matches"),
        (["story", "--format", "table"], 2, "invalid choice"),
        (["story", "-o", "no/such/folder.md"], 3, "no folder of that name"),
        (["story", "-o", ""], 3, "Name a file"),
        ([], 2, "required: VIEW"),
    ],
)
def test_what_cannot_be_is_told(words: list[str], status: int, said: str, capsys: Captured) -> None:
    assert main(["export", *words]) == status
    assert said in capsys.readouterr().err


def test_other_verbs_have_no_pages(capsys: Captured) -> None:
    assert main(["list", "figures", "--format", "html"]) == 2
    assert main(["--format", "text", "check"]) == 2
    assert main(["--format", "html", "export", "story"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE")


@pytest.mark.parametrize("argv", [["export", "story"], ["why", "google-plans-exit"]])
def test_an_ending_that_is_no_format_is_refused(
    argv: list[str], folder: Path, capsys: Captured
) -> None:
    assert main([*argv, "-o", "x.pdf"]) == 2
    told = capsys.readouterr().err
    assert "No format has the ending .pdf: use .md, .html," in told
    assert not (folder / "x.pdf").exists()
    assert main([*argv, "-o", "x.pdf", "--format", "markdown"]) == 0
    assert (folder / "x.pdf").exists()
