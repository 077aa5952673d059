"""A graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Ids are replaced by numbers and texts are quoted with entities, so that no name can be read as
syntax, as Markdown, as an icon or as a formula. Mermaid looks for directives and styles in the
whole text before it parses it, so these must not show in labels either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..exploring.graph import Edge, Graph, Node


def mermaid(graph: Graph) -> Iterator[str]:
    """Yield the lines of a flowchart from left to right."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    yield from front_matter(graph.title)
    yield "flowchart LR"
    yield from (f"    {numbers[node.id]}{_box(node)}" for node in graph.nodes)
    yield from (f"    {_arrow(edge, numbers[edge.source], numbers[edge.target])}"
                for edge in graph.edges)  # fmt: skip


def front_matter(title: str) -> Iterator[str]:
    """Yield the lines that name a diagram."""
    yield "---"
    yield f"title: {_yaml(title)}"
    yield "---"


def _box(node: Node) -> str:
    label = f"{quoted(node.label)}<br>{quoted(node.detail)}" if node.detail else quoted(node.label)
    return f'["{label}"]'


def _arrow(edge: Edge, source: str, target: str) -> str:
    line = "-.->" if edge.inferred else "-->"
    label = f'|"{quoted(edge.label)}"|' if edge.label else ""
    return f"{source} {line}{label} {target}"


_SPECIAL = frozenset('"#&;:<>\\`|[]{}()$*_~@%')
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)", re.MULTILINE)
"""What begins an item of a list in Markdown, which Mermaid refuses to draw."""


def quoted(text: str) -> str:
    """Write whatever has a meaning in labels as the number of its character; never nothing."""
    plain = "".join(_numbered(each) if each in _SPECIAL else each for each in text)
    plain = plain.replace("%%", _numbered("%") * 2)
    listed = _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}{_numbered(found[2][-1])}", plain)
    return "<br>".join(listed.splitlines()) or " "


def _numbered(character: str) -> str:
    return f"#{ord(character)};"


def _yaml(text: str) -> str:
    """Write a text as a double-quoted YAML scalar."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = " ".join(escaped.splitlines())
    return f'"{escaped}"'
