"""`network`: the ties of a record as a picture, as a graph, and a tie a line."""

from __future__ import annotations

import csv
import io
import json

import pytest
from syrupy.assertion import SnapshotAssertion

from scale_explorer.tui.arguments.formats import DRAWINGS, Format
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]


def answered(capsys: Captured, *words: str) -> str:
    assert main(["network", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", DRAWINGS)
def test_every_format(
    form: Format, mill: str, capsys: Captured, snapshot: SnapshotAssertion
) -> None:
    assert answered(capsys, "old-mill", "--format", form.value, "--data", mill) == snapshot


def test_depth_reaches_further(mill: str, capsys: Captured) -> None:
    told = {
        depth: [json.loads(line) for line in answered(
            capsys, "old-mill", "--depth", depth, "--format", "jsonl", "--data", mill
        ).splitlines()]
        for depth in ("1", "2", "3")
    }  # fmt: skip
    assert {tie["depth"] for tie in told["1"]} == {1}
    assert {tie["near"] for tie in told["1"]} == {"old-mill"}
    assert {tie["depth"] for tie in told["2"]} == {1, 2}
    assert told["2"][: len(told["1"])] == told["1"]
    assert len(told["3"]) >= len(told["2"]) > len(told["1"])


def test_depth_opens_the_tree(mill: str, capsys: Captured) -> None:
    closed, opened = (
        answered(capsys, "old-mill", "--depth", depth, "--data", mill) for depth in ("1", "2")
    )
    assert "▸" in closed
    assert "▾" not in closed
    assert "▾" in opened


def test_a_filter_keeps_ties_and_csv_has_the_same(mill: str, capsys: Captured) -> None:
    words = ("old-mill", "type:leads", "--data", mill)
    (row,) = csv.DictReader(io.StringIO(answered(capsys, *words, "--format", "csv")))
    (tie,) = json.loads(answered(capsys, *words, "--format", "json"))
    assert (row["claim"], row["verb"], row["outward"]) == ("ada-miller.leads.old-mill", "leads", "")
    assert (tie["claim"], tie["verb"], tie["outward"]) == (row["claim"], row["verb"], False)
    assert (row["amount"], tie["amount"]) == ("", None)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["old-mill", "nowhere"], 1, "No tie matches."),
        (["old-mill", ">10m"], 2, "Of ties a filter takes words"),
        (["old-mill", "--depth", "4"], 2, "invalid choice"),
        (["old-mil"], 1, "Did you mean old-mill"),
    ],
)
def test_what_cannot_be_answered(
    words: list[str], status: int, said: str, mill: str, capsys: Captured
) -> None:
    assert main(["network", *words, "--data", mill]) == status
    out, told = capsys.readouterr()
    assert not out
    assert said in told


def test_a_record_without_ties(capsys: Captured, bare_company: str) -> None:
    assert main(["network", "lonely", "--data", bare_company]) == 1
    assert capsys.readouterr() == ("", "There is no tie to lonely.\n")


@pytest.fixture
def bare_company(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set with one company that nothing is said of."""
    file = tmp_path_factory.mktemp("bare") / "set.toml"
    record = '[[company]]\nid = "lonely"\nname = "Lonely"\n'
    file.write_text(f'[dataset]\nid = "x"\ntitle = "X"\n{record}')
    return str(file)


def test_more_than_can_be_told_is_said(
    mill: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.exploring.reach.MOST", 2)
    assert main(["network", "old-mill", "--format", "jsonl", "--data", mill]) == 0
    out, told = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert told.startswith("Only the first 2 ties are told")


def test_it_is_exported_as_the_view_is(mill: str, capsys: Captured) -> None:
    for form in ("svg", "mermaid", "dot", "markdown", "csv", "json"):
        own = answered(capsys, "old-mill", "--format", form, "--data", mill)
        assert main(["export", "network:old-mill", "--format", form, "--data", mill]) == 0
        assert capsys.readouterr().out == own
    kept = ["--filter", "type:leads", "--format", "csv", "--data", mill]
    assert main(["export", "network:old-mill", *kept]) == 0
    assert capsys.readouterr().out == answered(
        capsys, "old-mill", "type:leads", "--format", "csv", "--data", mill
    )


def test_it_looks_through_a_lens(mill: str, capsys: Captured) -> None:
    whole = answered(capsys, "old-mill", "--format", "jsonl", "--data", mill)
    off = "ada-miller.leads.old-mill"
    told = answered(capsys, "old-mill", "--without", off, "--format", "jsonl", "--data", mill)
    assert told.splitlines() == [line for line in whole.splitlines() if off not in line]
    assert off in whole


@pytest.mark.parametrize("verb", [("network", "old-mill"), ("path", "old-mill", "hill-bakery")])
def test_a_type_that_there_is_not_is_told_alike_with_those_near_it(
    verb: tuple[str, ...], mill: str, capsys: Captured
) -> None:
    for name, told in (("zzz", "zzz: use one of owns,"), ("owms", "owms: owns?")):
        assert main([*verb, f"type:{name}", "--data", mill]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert told in shown.err
        assert f"No type {name}: " in shown.err
