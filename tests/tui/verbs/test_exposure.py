"""`exposure`: counterparties in every format, exactly."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

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
    assert "no figure for xAI" in capsys.readouterr().out


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


def test_the_price_of_an_order_stands_in_every_format_apart_from_spend(capsys: Captured) -> None:
    line = ["exposure", "kelpwright", "--data", "tutorial", "--format"]
    told: dict[str, str] = {}
    for form in DRAWINGS:
        assert main([*line, form.value]) == 0
        told[form.value] = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert all("36 M" in told[form] for form in ("table", "markdown", "svg", "mermaid", "dot"))
    assert "order price" in told["svg"]
    (row,) = (row for row in csv.DictReader(io.StringIO(told["csv"])) if row["order"])
    assert (row["low"], row["order price low"], row["order price unit"]) == ("", "35500000", "EUR")
    (customer,) = (
        one for one in json.loads(told["json"])["counterparties"] if one["side"] == "customers"
    )
    (order,) = customer["orders"]
    assert (customer["amounts"], order["deal"]) == ([], "saltlark-orders-petrels")
    assert order["compared"][0]["whose"] == "counterparty"


@pytest.mark.parametrize("argv", [["exposure", "scale-ai"], ["exposure", "google"]])
def test_computed_numbers_are_short_and_nobody_stated_them(
    argv: list[str], capsys: Captured
) -> None:
    for verb in (argv, ["what-if", "--without", "google.customer_of.scale-ai"]):
        assert main([*verb, "--format", "json"]) == 0
        ranges: list[dict[str, str]] = []
        shares: list[dict[str, dict[str, str]]] = []

        def keep(
            found: dict[str, Any],
            ranges: list[dict[str, str]] = ranges,
            shares: list[dict[str, dict[str, str]]] = shares,
        ) -> object:
            if "low_open" in found:
                ranges.append(found)
            if "whose" in found or "computed" in found:
                shares.append(found)
            return found

        json.loads(capsys.readouterr().out, object_hook=keep)
        ends = [end for each in ranges for end in (each["low"], each["high"]) if end]
        assert ends
        assert all(len(end.replace(".", "")) <= 15 for end in ends)
        assert shares
        assert all(each["value"]["stated"] is None for each in shares)
    assert main(["show", "google-share-of-revenue-2024", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)["record"]["computed"]
    assert (shown["stated"], shown["low"], shown["high"]) == (None, "15.5083", "18.9765")


def test_a_view_goes_into_a_file_in_the_format_of_its_ending(
    tmp_path: Path, capsys: Captured
) -> None:
    for ending, begins in (
        ("svg", "<svg"), ("md", "# Exposure"), ("csv", "side,"), ("json", "{"), ("txt", "Exposure"),
        ("dot", "digraph"), ("mmd", "---"),
    ):  # fmt: skip
        path = tmp_path / f"scale.{ending}"
        assert main(["exposure", "scale-ai", "-o", str(path)]) == 0
        assert path.read_text(encoding="utf-8").startswith(begins), ending
    capsys.readouterr()
    assert main(["exposure", "scale-ai", "-o", str(path)]) == 3
    assert "--force replaces it" in capsys.readouterr().err
    assert main(["exposure", "scale-ai", "-o", str(path), "--force", "--format", "json"]) == 0
    assert path.read_text(encoding="utf-8").startswith("{")
    assert main(["exposure", "scale-ai", "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("Exposure")


@pytest.mark.parametrize(
    "argv",
    [["why", "google"], ["network", "google"], ["path", "google", "meta"], ["chart", "scale-ai"],
     ["timeline"], ["what-if", "--without", "google"]],
)  # fmt: skip
def test_its_siblings_do_the_same(argv: list[str], tmp_path: Path) -> None:
    path = tmp_path / "view.md"
    assert main([*argv, "-o", str(path)]) == 0
    assert path.stat().st_size


@pytest.mark.parametrize(
    "argv", [["exposure", "scale-ai"], ["why", "meta-buys-stake"], ["network", "meta"],
             ["timeline", "meta"], ["chart", "scale-ai"], ["path", "google", "meta"]]
)  # fmt: skip
def test_every_picture_that_leaves_the_program_has_a_head(
    argv: list[str], capsys: Captured
) -> None:
    lens = ["--as-of", "2025-06-13", "--without", "microsoft.customer_of.scale-ai"]
    assert main([*argv, *lens, "--format", "svg"]) == 0
    root = ET.fromstring(capsys.readouterr().out)  # noqa: S314 - what was just made
    texts = [each.text or "" for each in root.iter() if each.tag.endswith("text")]
    title = next(each.text or "" for each in root.iter() if each.tag.endswith("title"))
    assert title.startswith(texts[0])
    assert any(
        text.startswith("Seen as of 13 Jun 2025, without microsoft.customer_of") for text in texts
    )
