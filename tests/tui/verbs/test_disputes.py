"""What the verbs tell of disputes."""

from __future__ import annotations

import json

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("verb", ["show", "quotes"])
def test_both_sides_are_told_with_which_leads_and_why(verb: str, capsys: Captured) -> None:
    assert main([verb, "yard-price-in-weekly", "--data", "tutorial"]) == 0
    shown = capsys.readouterr().out
    head, dispute = shown.split("≠ Disputed: two amounts")
    assert dispute.index("put the price at $31 million") < dispute.index("$24\u00a0M · yard-price")
    assert "$24\u00a0M leads: the set’s author prefers it. The texts disagree." in dispute
    assert "put the price" in head or verb == "show"


def test_a_computed_side_is_told_by_its_formula(capsys: Captured) -> None:
    assert main(["show", "meta-partnership-price"]) == 0
    shown = capsys.readouterr().out
    assert "implied-stake-price = Meta buys a 49 % stake in Scale AI: stake × Scale" in shown
    assert "Neither leads: they are figures of different things. 49 %" in shown


def test_a_page_marks_what_is_disputed(capsys: Captured) -> None:
    assert main(["show", "shionagi-buys-yard", "--data", "tutorial"]) == 0
    lines = capsys.readouterr().out.splitlines()
    disputed = [line.split()[0] for line in lines if "≠" in line]
    assert disputed[:3] == ["price"] * 3
    assert not any("≠" in line for line in lines if line.startswith("stake"))


def test_show_as_json_has_the_disputes(capsys: Captured) -> None:
    assert main(["show", "yard-price", "--data", "tutorial", "--format", "json"]) == 0
    (dispute,) = json.loads(capsys.readouterr().out)["disputes"]
    assert (dispute["kind"], dispute["leads"]) == ("figures", "own")
    assert dispute["own"]["record"] == "yard-price"
    assert dispute["other"]["record"] == "yard-price-in-weekly"
    words = dispute["other"]["quote"]["exact"]
    assert "$31" not in [words[start:end] for start, end in dispute["other"]["differs"]]
    assert "31" in [words[start:end] for start, end in dispute["other"]["differs"]]


def test_quotes_as_json_name_the_claims_that_dispute_theirs(capsys: Captured) -> None:
    assert main(["quotes", "kelpwright", "--data", "tutorial", "--format", "json"]) == 0
    told = {each["claim"]: each["disputed_by"] for each in json.loads(capsys.readouterr().out)}
    assert told["yard-staff"] == ["yard-staff-in-weekly"]
    assert told["yard-would-move"] == ["shionagi-denies-the-move"]
    assert told["shionagi-denies-the-move"] == ["yard-would-move"]
    assert told["kelpwright"] == []


def test_disputed_figures_are_listed_by_a_filter(capsys: Captured) -> None:
    command = ["list", "figures", "is:disputed", "--data", "tutorial", "--format", "json"]
    assert main(command) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [
        "yard-price", "yard-price-in-weekly", "yard-staff", "yard-staff-in-weekly",
    ]  # fmt: skip
