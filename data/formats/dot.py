"""A graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Iterator

from ..exploring.graph import Edge, Graph, Node


def dot(graph: Graph) -> Iterator[str]:
    """Yield the lines of a directed graph from left to right."""
    yield f"digraph {_quoted(graph.title)} {{"
    yield "    rankdir=LR;"
    yield "    node [shape=box];"
    yield from map(_node, graph.nodes)
    yield from map(_edge, graph.edges)
    yield "}"


def _node(node: Node) -> str:
    label = _label("\n".join(filter(None, (node.label, node.detail))))
    return f"    {_quoted(node.id)} [label={label}];"


def _edge(edge: Edge) -> str:
    dashed = ", style=dashed" if edge.inferred else ""
    ends = f"{_quoted(edge.source)} -> {_quoted(edge.target)}"
    return f"    {ends} [label={_label(edge.label)}{dashed}];"


def _label(text: str) -> str:
    """Write a text as a label, in which entities such as `&lt;` would be read as in HTML."""
    return _quoted(text.replace("&", "&amp;"))


def _quoted(text: str) -> str:
    """Write a text as a quoted string, in which a backslash before anything may mean something."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = "\\n".join(escaped.splitlines())
    return f'"{lines}"'
