"""`why` as a picture: SVG, Mermaid and DOT, which their own readers take."""

from __future__ import annotations

import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]

MERMAID = """\
---
title: "Why: Some bakers leave"
---
flowchart LR
    n0["Some bakers leave"]
    n1["Other bakers fear for their flour<br>fears"]
    n2["Hill Bakery buys 30 #37; of Old Mill<br>≈ #36;3 M · completed"]
    n1 -.->|"so"| n0
    n2 -->|"so"| n1
"""
DOT = """\
digraph "Why: Some bakers leave" {
    rankdir=LR;
    node [shape=box];
    "bakers-leave" [label="Some bakers leave"];
    "bakers-fear" [label="Other bakers fear for their flour\\nfears"];
    "hill-buys-mill" [label="Hill Bakery buys 30 % of Old Mill\\n≈ $3 M · completed"];
    "bakers-fear" -> "bakers-leave" [label="so", style=dashed];
    "hill-buys-mill" -> "bakers-fear" [label="so"];
}
"""


def told(capsys: Captured, *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_it_is_a_mermaid_diagram(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", "mermaid", "--data", mill)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == MERMAID


def test_it_is_a_graph_for_graphviz(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", "dot", "--data", mill)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == DOT


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_it(capsys: Captured) -> None:
    said = told(capsys, "why", "scale-ai", "--format", "dot")
    read = subprocess.run(
        ["dot", "-Tplain"], input=said, text=True, capture_output=True, check=True
    )
    kinds = [line.partition(" ")[0] for line in read.stdout.splitlines()]
    assert (kinds.count("node"), kinds.count("edge"), read.stderr) == (20, 21, "")


def test_it_is_a_picture(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", "svg", "--data", mill)
    root = ET.fromstring(said)  # noqa: S314 - the program's own
    texts = " ".join(root.itertext())
    assert root.get("aria-label") == "Why: Some bakers leave"
    assert "Some bakers leave" in texts
    assert "so" in texts
    assert {"heavy", "dashed"} <= {
        word for each in root.iter() for word in each.get("class", "").split()
    }


def test_markdown_has_the_picture_above_the_list(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", "markdown", "--data", mill)
    picture, fence, listed = said.partition("```\n\n")
    assert fence
    assert "┄ so ►" in picture
    assert listed.startswith("## Because\n\n- because: Other bakers fear for their flour\n")


@pytest.mark.parametrize("form", ["svg", "mermaid", "dot", "markdown", "csv", "json"])
@pytest.mark.parametrize("view", ["why:bakers-leave", "drawn:bakers-leave"])
def test_an_export_of_the_view_is_the_same(
    mill: str, capsys: Captured, view: str, form: str
) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", form, "--data", mill)
    assert told(capsys, "export", view, "--format", form, "--data", mill) == said


def test_an_export_keeps_what_a_filter_keeps(mill: str, capsys: Captured) -> None:
    kept = ("--filter", "!is:inferred", "--data", mill)
    said = told(capsys, "export", "drawn:bakers-leave", *kept, "--format", "csv")
    assert [line.split(",")[4] for line in said.splitlines()[1:]] == ["hill-buys-mill"]
    said = told(capsys, "export", "drawn:bakers-leave", *kept, "--format", "dot")
    assert said.count("->") == 2, "with what leads there from the record"


def test_where_no_link_matches_that_is_said(mill: str, capsys: Captured) -> None:
    words = ["export", "drawn:bakers-leave", "--filter", "zebra", "--data", mill]
    assert main(words) == 1
    assert "matches" in capsys.readouterr().err


def test_footnoted_it_is_its_reasons(mill: str, capsys: Captured) -> None:
    said = told(capsys, "export", "drawn:bakers-leave", "--footnoted", "--data", mill)
    assert said == told(capsys, "export", "why:bakers-leave", "--footnoted", "--data", mill)
    assert "Some are leaving already" in said


def test_no_text_of_the_picture_begins_or_ends_with_blanks(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--format", "svg", "--data", mill)
    texts = [each.text or "" for each in ET.fromstring(said).iter() if each.tag.endswith("}text")]  # noqa: S314
    assert texts
    assert all(text == text.strip(" ") for text in texts)


def test_the_list_says_which_half_of_a_chain_is_empty(mill: str, capsys: Captured) -> None:
    said = told(capsys, "why", "bakers-leave", "--data", mill)
    assert said.endswith("What follows\nNothing is recorded that follows.\n")
    assert "Causes 2 links · follows none recorded · stated 1 link" in said
    said = told(capsys, "why", "hill-buys-mill", "--data", mill)
    assert "\nBecause\nNo cause is recorded.\n\nWhat follows\n" in said
    said = told(capsys, "why", "bakers-leave", "--filter", "!is:inferred", "--data", mill)
    assert "No cause" not in said
