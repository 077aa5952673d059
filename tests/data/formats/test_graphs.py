"""Graphs for other programs: what their own parsers understand is what was meant."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.exploring.graph import Edge, Graph, Node
from scale_explorer.data.formats.dot import dot
from scale_explorer.data.formats.mermaid import mermaid

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / ".venv" / "mermaid"
SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = (
    'say "hi"', "it's [a] {b} (c) <d> |e|", "back\\slash\\", "\\N \\G \\l \\r", "a --> b", "end",
    "graph", "subgraph x", "رياح المرجان", "汐凪ロボット", "👩\u200d👩\u200d👧 family",
    "%% comment", "`code`",
    "`**bold**`", "#35; #quot; #", "&amp; &lt; &", "<script>alert(1)</script>", "a<br>b",
    'click n0 href "javascript:alert(1)"', ";", "style n0 fill:#f00", "classDef x fill:#f00", "---",
    "A:::b", "@{ shape: rect }", "$$x^2$$", "**bold** _it_", "- item", "1. first", "2) second",
    "# head", "https://example.org", "%%{init: {}}%%", "fa:fa-car", "o--o", '\\"', '"', "x" * 300,
)  # fmt: skip

PLAIN = Graph(
    'The "story"',
    (Node("a", "Acme [1]", "company", "valued & sold"), Node("b", "Birch\\Mills"), Node("c", "C")),
    (Edge("a", "b", "owns"), Edge("b", "c", "may own", inferred=True), Edge("c", "a")),
)


def hostile(inferred: bool = False) -> Graph:  # noqa: FBT001, FBT002 - a kind of line
    nodes = tuple(Node(str(place), text) for place, text in enumerate(HOSTILE))
    edges = tuple(
        Edge(str(place), str((place + 1) % len(HOSTILE)), text, inferred=inferred)
        for place, text in enumerate(HOSTILE)
    )
    return Graph('A "title": \\ ---', nodes, edges)


def test_mermaid_is_written_like_this() -> None:
    assert "\n".join(mermaid(PLAIN)) == (
        '---\ntitle: "The \\"story\\""\n---\nflowchart LR\n'
        '    n0["Acme #91;1#93;<br>valued #38; sold"]\n'
        '    n1["Birch#92;Mills"]\n'
        '    n2["C"]\n'
        '    n0 -->|"owns"| n1\n'
        '    n1 -.->|"may own"| n2\n'
        "    n2 --> n0"
    )


def test_dot_is_written_like_this() -> None:
    assert "\n".join(dot(PLAIN)) == (
        'digraph "The \\"story\\"" {\n    rankdir=LR;\n    node [shape=box];\n'
        '    "a" [label="Acme [1]\\nvalued &amp; sold"];\n'
        '    "b" [label="Birch\\\\Mills"];\n'
        '    "c" [label="C"];\n'
        '    "a" -> "b" [label="owns"];\n'
        '    "b" -> "c" [label="may own", style=dashed];\n'
        '    "c" -> "a" [label=""];\n'
        "}"
    )


@given(text=st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_no_text_leaves_its_place_in_mermaid(text: str) -> None:
    graph = Graph(text, (Node("a", text, detail=text), Node(text, "b")), (Edge("a", text, text),))
    lines = list(mermaid(graph))
    title, start, end, first, second, edge = lines[1], lines[0], lines[2], *lines[4:]
    assert (start, end) == ("---", "---")
    assert re.fullmatch(r'title: "(?:[^"\\\n]|\\.)*"', title)
    label = r'[^"\[\]{}()|\\`;\n]*(?:#\d+;[^"\[\]{}()|\\`;\n]*)*'
    assert re.fullmatch(rf' +n0\["{label}"\]', first)
    assert re.fullmatch(r' +n\d\["b"\]', second)
    assert re.fullmatch(rf' +n0 -->(?:\|"{label}"\|)? n\d', edge)


@given(text=st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_no_text_leaves_its_quotes_in_dot(text: str) -> None:
    graph = Graph(text, (Node(text, text, detail=text),), (Edge(text, text, text),))
    string = r'"(?:[^"\\\n]|\\.)*"'
    first, *_, node, edge, last = dot(graph)
    assert re.fullmatch(rf"digraph {string} \{{", first)
    assert re.fullmatch(rf"    {string} \[label={string}\];", node)
    assert re.fullmatch(rf"    {string} -> {string} \[label={string}\];", edge)
    assert last == "}"


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_what_was_meant() -> None:
    graph = hostile()
    made = subprocess.run(
        ["dot", "-Tsvg"], input="\n".join(dot(graph)), text=True, capture_output=True, check=True
    )
    assert not made.stderr
    drawn = ET.fromstring(made.stdout).iter(f"{SVG}text")  # noqa: S314 - made by Graphviz here
    assert sorted("".join(each.itertext()) for each in drawn) == sorted(2 * HOSTILE)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_inferred_ties_dashed() -> None:
    made = subprocess.run(
        ["dot", "-Tsvg"], input="\n".join(dot(PLAIN)), text=True, capture_output=True, check=True
    )
    assert made.stdout.count("stroke-dasharray") == 1


@pytest.mark.skipif(
    shutil.which("node") is None or not (TOOLS / "node_modules" / "mermaid").is_dir(),
    reason="Mermaid is not installed: npm install --prefix .venv/mermaid mermaid jsdom",
)
@pytest.mark.parametrize("inferred", [False, True])
def test_mermaid_reads_what_was_meant(inferred: bool) -> None:  # noqa: FBT001 - a parameter
    graph = hostile(inferred)
    script = Path(__file__).with_name("mermaid_reads.mjs")
    made = subprocess.run(
        ["node", str(script), str(TOOLS)],
        input="\n".join(mermaid(graph)), text=True, capture_output=True, check=True,
    )  # fmt: skip
    told = json.loads(made.stdout)
    assert told["kind"].startswith("flowchart")
    assert told["nodes"] == list(HOSTILE)
    assert [text for _, _, text, _ in told["edges"]] == list(HOSTILE)
    assert {stroke for *_, stroke in told["edges"]} == {"dotted" if inferred else "normal"}
