"""`path A B` in every format, and what it answers where there is no path."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.exploring.tie_words import TYPES
from scale_explorer.data.store import path_limits
from scale_explorer.tui.arguments import path_verb
from scale_explorer.tui.arguments.path_verb import TIE_TYPES
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]
DATA = Path(__file__).parents[2] / "data" / "mill"


def ask(*words: str) -> int:
    return main(["path", *words, "--data", str(DATA)])


def answer(capsys: Captured, *words: str) -> dict[str, Any]:
    ask(*words, "--format", "json")
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    "form", ["table", "json", "jsonl", "csv", "markdown", "svg", "mermaid", "dot"]
)
def test_it_reads_like_this(form: str, capsys: Captured, snapshot: SnapshotAssertion) -> None:
    assert ask("elm", "cedar", "--format", form) == 0
    assert capsys.readouterr().out == snapshot


def test_no_path_is_an_answer(capsys: Captured) -> None:
    assert ask("dana-fox", "cedar", "--max-steps", "2") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Not connected within 2 steps" in told.err
    found = answer(capsys, "dana-fox", "cedar", "--max-steps", "2")
    assert (found["connected"], found["exhausted"], found["paths"]) == (False, False, [])
    assert found["reached"]["from"] > 1


def test_types_direction_limit_and_filter(capsys: Captured) -> None:
    ends = ("elm", "cedar")
    assert len(answer(capsys, *ends)["paths"]) == 2
    assert answer(capsys, *ends, "--limit", "1")["more"] is True
    types = ("--type", "customer_of", "--type", "invested_in")
    assert len(answer(capsys, *ends, *types)["paths"]) == 1
    assert answer(capsys, *ends, "--directed")["connected"] is False
    filtered = answer(capsys, *ends, "!is:planned")["paths"]
    assert [path["records"] for path in filtered] == [["elm", "birch", "cedar-buys-stake", "cedar"]]


def test_names_serve_as_ids(capsys: Captured) -> None:
    assert answer(capsys, "Elm Cakes", "CEDAR")["from"]["id"] == "elm"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("elm", "elm"), "two different ones"),
        (("elm", "birch-valuation"), "birch-valuation is a figure; paths lead between"),
        (("elm", "ceder"), "Did you mean cedar"),
        (("elm", "cedar", "--max-steps", "0"), "from 1 to 12"),
        (("elm", "cedar", "--limit", "1000"), "from 1 to 100"),
        (("elm", "cedar", "--type", "marries"), "invalid choice"),
        (("elm", "cedar", "type:marries"), "No type marries"),
        (("elm",), "B"),
    ],
)
def test_what_cannot_be_asked_is_told(words: tuple[str, ...], told: str, capsys: Captured) -> None:
    assert ask(*words) in {1, 2}
    assert told in capsys.readouterr().err


def test_it_is_exported_as_the_app_shows_it(capsys: Captured) -> None:
    data = ("--data", str(DATA))
    assert (
        main(["export", "path:elm cedar", "--filter", "!type:party", "--format", "csv", *data]) == 0
    )
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert [row["to"] for row in rows] == ["birch", "cedar"]
    assert main(["export", "path:elm", *data]) == 2
    assert "two ends" in capsys.readouterr().err


def test_help_tells_the_limits_and_types_that_hold() -> None:
    told = (path_verb.STEPS, path_verb.MOST_STEPS, path_verb.PATHS, path_verb.MOST_PATHS)
    limits = path_limits
    assert told == (limits.STEPS, limits.MOST_STEPS, limits.PATHS, limits.MOST_PATHS)
    assert TIE_TYPES == TYPES
