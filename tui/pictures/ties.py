"""Ties as keys and rows: what the cursor can be on in a network, and what Enter does there."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.exploring.branching import REST, Branch, Tree
from scale_explorer.data.exploring.neighbourhood import AMONG, Bunch, Neighbourhood
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.edges import EdgeRow
from scale_explorer.data.store.rows.records import RecordRow

from ..scene import OPENS
from .star import CENTRE


def edge_key(edge: EdgeRow) -> str:
    """Return the key of a tie of the record in the middle."""
    return f"{edge.type}:{'out' if edge.outward else 'in'}:{edge.claim}:{edge.far}"


def among_key(edge: EdgeRow) -> str:
    """Return the key of a tie among the neighbours."""
    return f"among:{edge.type}:{edge.claim}:{edge.near}:{edge.far}"


def tie_key(branch: Branch) -> str:
    """Return the key of the tie that leads to a branch."""
    edge = branch.edge
    return f"{branch.key}:{edge.type}:{'out' if edge.outward else 'in'}:{edge.claim}"


def rows_of(centre: RecordRow, near: Neighbourhood, tree: Tree) -> Iterator[ClaimRow]:
    """Yield a row for every key: the middle, ties, ties among neighbours, and the tree."""
    yield _row(CENTRE, centre.id, centre.id, centre.title, centre.quotes, centre.flags)
    for bunch in near.bunches:
        yield from _bunch_rows(bunch)
    for edge in near.among:
        yield _tie_row(among_key(edge), edge, edge.claim)
    if near.among_left_out or near.among_opened:
        yield _row(AMONG)
    for branch in tree.branches:
        yield _row(branch.key, branch.edge.claim, flags=frozenset({OPENS}))
        yield from _branch_rows(branch)
    if tree.left_out or tree.all_shown:
        yield _row(REST)


def _bunch_rows(bunch: Bunch) -> Iterator[ClaimRow]:
    for edge in bunch.edges:
        yield _tie_row(edge_key(edge), edge, edge.far)
    if bunch.can_fold:
        yield _row(bunch.key)


def _branch_rows(branch: Branch) -> Iterator[ClaimRow]:
    """Yield the rows of what leads on from a branch."""
    for each in branch.branches:
        if each.counts:
            yield _row(each.key, each.edge.claim, flags=frozenset({OPENS}))
        yield _tie_row(tie_key(each), each.edge, each.edge.far)
        yield from _branch_rows(each)
    if branch.left_out or branch.all_shown:
        yield _row(branch.rest)


def _tie_row(key: str, edge: EdgeRow, target: str) -> ClaimRow:
    return ClaimRow(
        key=key, section="", claim=edge.claim, target=target, label=edge.far_name,
        role=edge.verb, amount=edge.amount, when=edge.when, state=edge.state, extra="",
        quotes=edge.quotes, depth=0, flags=edge.flags,
    )  # fmt: skip


def _row(  # noqa: PLR0913, PLR0917 - a row is wide
    key: str,
    claim: str | None = None,
    target: str | None = None,
    label: str = "",
    quotes: int = 0,
    flags: frozenset[str] = frozenset(),
) -> ClaimRow:
    return ClaimRow(
        key=key, section="", claim=claim, target=target, label=label, role="", amount="", when="",
        state="", extra="", quotes=quotes, depth=0, flags=flags,
    )  # fmt: skip
