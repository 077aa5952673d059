"""`new KIND --quote …`: quotes, their sources and positions, and the story."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.loading.parse import parse
from scale_explorer.tui.cli import main

from .adding import new, tables

Captured = pytest.CaptureFixture[str]

PRICE = (
    "figure --subject old-mill --measure revenue --period 2023 --value",
    "$6 million",
    "--quote",
    "Old Mill earned $6 million in 2023",
)


def test_a_quote_gets_a_position_only_where_it_needs_one(copied: Path) -> None:
    assert (
        new(
            copied,
            "company --name x --quote",
            "Old Mill earned",
            "--quote",
            "Hill Bakery",
            "--suffix",
            "bought",
        )
        == 0
    )
    assert tables(copied)["company"][-1]["evidence"] == [
        "Old Mill earned",
        {"exact": "Hill Bakery", "suffix": "bought", "start": 0, "end": 11},
    ]


def test_what_describes_a_quote_belongs_to_the_one_before_it(copied: Path) -> None:
    assert (
        new(
            copied,
            "statement --stance asserts --text x --force --quote-attribution Ada"
            " --source gazette --mention all=old-mill --quote earned --mention it=ada-miller"
            " --mention a=b=old-mill --directness inferred --quote leads --direction refutes",
        )
        == 0
    )
    assert tables(copied)["statement"][-1]["evidence"] == [
        {
            "source": "gazette",
            "exact": "earned",
            "attribution": "Ada",
            "mentions": {"all": "old-mill", "it": "ada-miller", "a=b": "old-mill"},
            "directness": "inferred",
        },
        {
            "source": "gazette",
            "exact": "leads",
            "attribution": "Ada",
            "mentions": {"all": "old-mill"},
            "direction": "refutes",
        },
    ]


def test_of_several_sources_one_must_be_said_and_once_is_enough(
    copied: Path, capsys: Captured
) -> None:
    (copied / "note.txt").write_text("Ida Miller bakes.")
    assert new(copied, "source --id note --text note.txt --title", "A note") == 0
    assert capsys.readouterr().err == (
        "gazette is written into 9 quotes: with two sources it must be said.\n"
    )
    assert main(["check", str(copied)]) == 0
    capsys.readouterr()
    assert new(copied, "company --name x --quote earned") == 2
    assert capsys.readouterr().err.endswith("with --source: gazette, note.\n")
    assert (
        new(
            copied,
            "person --name Ida --quote",
            "Ida Miller",
            "--quote",
            "bakes",
            "--source",
            "note",
        )
        == 0
    )
    assert [each["source"] for each in tables(copied)["person"][-1]["evidence"]] == ["note", "note"]
    assert (
        new(copied, "person --name Ada --quote earned --source gazette --quote bakes --source note")
        == 0
    )


def test_a_set_without_a_source_is_told_how_to_add_one(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "set.toml").write_text('[dataset]\nid = "a"\ntitle = "A"\n')
    assert new(tmp_path / "set.toml", "company --name x --quote y") == 2
    assert "new source --title" in capsys.readouterr().err


def test_lead_puts_a_claim_into_the_story(copied: Path) -> None:
    assert new(copied, *PRICE, "--lead") == 0
    dataset = parse((copied / "dataset.toml").read_bytes(), "dataset.toml")["dataset"]
    assert dataset["lead"] == ["hill-buys-mill", "bakers-fear", "old-mill-revenue-2023"]
