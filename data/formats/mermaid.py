"""A graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

Ids are replaced by numbers and texts are quoted with entities, so that no name can be read as
syntax.
"""

from __future__ import annotations

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


_SPECIAL = frozenset('"#&;<>\\`|[]{}()')


def quoted(text: str) -> str:
    """Write whatever has a meaning in labels as the number of its character."""
    return "".join(f"#{ord(each)};" if each in _SPECIAL else each for each in text)


def _yaml(text: str) -> str:
    """Write a text as a double-quoted YAML scalar."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
