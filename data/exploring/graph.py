"""A graph as plain values, in which views hand what they draw to other programs."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with a name; `kind` is the code of what it is, `detail` a further line."""

    id: str
    label: str
    kind: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie from one node to another; an inferred one is drawn dashed."""

    source: str
    target: str
    label: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the edges between them, each of whose ends is a node."""

    title: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
