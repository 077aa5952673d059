"""Exposure as a graph: suppliers and owners before the company, the others behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..store.rows.edges import EdgeRow
from ..store.rows.records import RecordRow
from .counterparties import Counterparty
from .exposure_words import share_words
from .graph import Edge, Graph, Node
from .order_words import order_words
from .period import period_of
from .sides import Side

_BEFORE = frozenset({Side.SUPPLIERS, Side.OWNERS})


def exposure_graph(title: str, record: RecordRow, parties: Sequence[Counterparty]) -> Graph:
    """Return the company, each counterparty once, and an edge a tie."""
    nodes = {record.id: Node(record.id, record.short, record.kind.value)}
    for party in parties:
        nodes.setdefault(party.tie.far, _node(party.tie))
    return Graph(title, tuple(nodes.values()), tuple(_edges(record.id, parties)))


def _node(tie: EdgeRow) -> Node:
    return Node(tie.far, tie.far_name, tie.far_kind.value)


def _edges(hub: str, parties: Iterable[Counterparty]) -> Iterator[Edge]:
    for party in parties:
        ends = (party.tie.far, hub) if party.side in _BEFORE else (hub, party.tie.far)
        yield Edge(*ends, ", ".join(_label(party)), "inferred" in party.tie.flags)


def _label(party: Counterparty) -> Iterator[str]:
    """Yield what stands at a tie: the side, the status, and what it comes to."""
    yield party.side.value.removesuffix("s")
    if party.tie.state:
        yield party.tie.state
    if (figure := party.amount) is not None:
        yield f"{figure.shown} {period_of(figure).label}".rstrip()
    if (share := party.share) is not None:
        yield share_words(share)
    if (plan := party.plan) is not None:
        yield f"planned {plan.shown} {period_of(plan).label}".rstrip()
    yield from map(order_words, party.orders)
