"""A page's tree from its first node to its last, without recursion: it may be of any depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from selectolax.lexbor import LexborNode

Step: TypeAlias = tuple[LexborNode, bool]
"""A node, and whether it begins here; text and whatever else has no children only begins."""


def steps(
    root: LexborNode, skipped: Callable[[LexborNode], bool] = lambda _: False
) -> Iterator[Step]:
    """Yield where each node begins, and where each element ends; skipped ones with all in them."""
    node: LexborNode | None = root
    while node is not None:
        inner = None
        if not (node.is_element_node and skipped(node)):
            yield node, True
            inner = node.first_child if node.is_element_node else None
            if inner is None and node.is_element_node:
                yield node, False
        if inner is not None:
            node = inner
            continue
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                yield node, False
        node = None if node is None or node.mem_id == root.mem_id else node.next
