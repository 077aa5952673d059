"""`exposure`: counterparties in every format, exactly."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from scale_explorer.tui.arguments.formats import DRAWINGS
from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]
HOSTILE = """
[dataset]
id = "odd"
title = "Odd"
[[company]]
id = "hub"
name = "[/] \\u202e\\u0007 |\\"]-->`"
[[company]]
id = "a"
name = "<script>\\u001b[31m"
[[relationship]]
type = "customer_of"
subject = "a"
object = "hub"
"""


@pytest.mark.parametrize("form", [form.value for form in DRAWINGS])
def test_it_reads_like_this(form: str, capsys: Captured, snapshot: SnapshotAssertion) -> None:
    assert main(["exposure", "scale-ai", "--format", form]) == 0
    assert capsys.readouterr().out == snapshot


def test_json_keeps_the_ends_of_ranges_exactly(capsys: Captured) -> None:
    assert main(["exposure", "scale-ai", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    google = next(one for one in told["counterparties"] if one["counterparty"] == "google")
    assert google["amounts"][0]["value"]["low"] == "135000000"
    assert google["plans"][0]["figure"] == "google-spend-2025"
    assert google["shares"][0]["figure"] == "google-share-of-revenue-2024"
    customers = told["concentration"]["customers"]
    assert (customers["known"], customers["unknown"]) == (1, 5)
    assert customers["top_three"]["high"] is None
    assert told["concentration"]["suppliers"] is None


def test_jsonl_and_csv_have_a_line_a_counterparty(capsys: Captured) -> None:
    assert main(["exposure", "scale-ai", "type:customers", "--format", "jsonl"]) == 0
    ids = [json.loads(line)["counterparty"] for line in capsys.readouterr().out.splitlines()]
    assert main(["exposure", "scale-ai", "type:customers", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["counterparty"] for row in rows] == ids
    assert (rows[0]["share of"], rows[0]["low"]) == ("own revenue", "135000000")
    assert not rows[-1]["low"]


def test_without_a_customer_it_tells_what_is_at_risk(capsys: Captured) -> None:
    line = ["exposure", "scale-ai", "--without", "google", "--without", "xai"]
    assert main([*line, "--format", "json"]) == 0
    risk = json.loads(capsys.readouterr().out)["at_risk"]["revenue"]
    assert risk["unstated"] == ["xai.customer_of.scale-ai"]
    assert [each["period"] for each in risk["amounts"]] == ["2024"]
    assert [each["period"] for each in risk["plans"]] == ["2025"]
    assert main(line) == 0
    assert "no figure for 1 of 2 customers" in capsys.readouterr().out


def test_nothing_found_is_told_by_the_status(capsys: Captured) -> None:
    assert main(["exposure", "us-regulators"]) == 1
    assert "No supplier, customer" in capsys.readouterr().err
    assert main(["exposure", "scale-ai", "zebra"]) == 1
    assert "No counterparty matches." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["google-spend-2024"], "is a figure"),
        (["scale-ai", "year:2024"], "status:"),
        (["nobody"], "nobody"),
    ],
)
def test_what_it_cannot_tell_of_is_refused(line: list[str], said: str, capsys: Captured) -> None:
    assert main(["exposure", *line]) in {1, 2}
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("form", [form.value for form in DRAWINGS])
def test_hostile_names_stay_text(form: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(HOSTILE, encoding="utf-8")
    assert main(["exposure", "hub", "--data", str(path), "--format", form]) == 0
    out = capsys.readouterr().out
    assert not set("\u202e\x07\x1b") & set(out)
    if form in {"svg", "mermaid"}:
        assert "<script>" not in out


def test_a_view_can_be_exported(capsys: Captured) -> None:
    assert main(["export", "exposure:scale-ai", "--format", "mermaid"]) == 0
    assert "flowchart LR" in capsys.readouterr().out
    assert main(["export", "exposure:scale-ai", "--format", "html"]) == 0
    assert "Google spent about $150 million" in capsys.readouterr().out
