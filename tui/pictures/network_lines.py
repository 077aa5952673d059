"""The lines of a network that are told and not drawn: ties among neighbours, and the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scale_explorer.data.exploring.branching import REST, Branch, Tree
from scale_explorer.data.exploring.neighbourhood import AMONG, Neighbourhood
from scale_explorer.data.exploring.tie_words import object_words
from scale_explorer.data.store.rows.edges import EdgeRow

from ..standing import mark_of
from ..widgets.lines import Span
from ..widgets.rows import Tone
from .further import Further
from .ties import among_key, tie_key

_OPENED, _CLOSED = "▾", "▸"
_ARROWS = {(True, False): "→", (False, False): "←", (True, True): "⇢", (False, True): "⇠"}
"""Whether a tie goes out, and whether it was inferred."""
_NOWHERE = ("Nowhere else in this data set.", "Nowhere else by ties of such types.")
_SIGN = 5
"""Cells of a sign that opens and the count behind it."""


def among_lines(near: Neighbourhood) -> Iterator[Further]:
    """Yield a heading and the ties among the neighbours that are shown."""
    if not near.among:
        return
    names = near.names
    yield _heading("Ties among them")
    for edge in near.among:
        yield Further(_among(edge, names.get(edge.near, edge.near)))
    if near.among_left_out or near.among_opened:
        yield _fold(AMONG, near.among_left_out, unfolded=near.among_opened)


def _among(edge: EdgeRow, subject: str) -> tuple[Span, ...]:
    key = among_key(edge)
    return (
        Span(f"{subject} ", Tone.PLAIN, key),
        Span(f"{'⇢ ' if 'inferred' in edge.flags else ''}{edge.verb} ", Tone.DIM, key),
        Span(_far(edge), Tone.PLAIN, key),
        *_state(edge, key),
    )


def _far(edge: EdgeRow) -> str:
    return object_words(edge.type, edge.far_name) if edge.outward else edge.far_name


def tree_lines(tree: Tree) -> Iterator[Further]:
    """Yield a heading and a line a branch, each with how much it leads to."""
    yield _heading("Where they lead")
    if not tree.branches:
        yield Further((Span(_NOWHERE[tree.narrowed], Tone.DIM),))
    for branch in tree.branches:
        name = Span(branch.edge.far_name, Tone.PLAIN, branch.key)
        yield Further((_sign(branch), name, *_kinds(branch)), opened=branch.opened)
        yield from _below(branch)
    if tree.left_out or tree.all_shown:
        yield _fold(REST, tree.left_out, unfolded=tree.all_shown)


def _below(branch: Branch) -> Iterator[Further]:
    for each in branch.branches:
        opened = each.opened if each.counts else None
        yield Further(_line(each), each.depth - 1, opened)
        yield from _below(each)
    if branch.left_out or branch.all_shown:
        fold = _fold(branch.rest, branch.left_out, unfolded=branch.all_shown)
        yield replace(fold, depth=branch.depth)


def _line(branch: Branch) -> tuple[Span, ...]:
    """Say a tie as a sentence whose other end is the line above it."""
    key, edge = tie_key(branch), branch.edge
    arrow = _ARROWS[edge.outward, "inferred" in edge.flags]
    name, verb = Span(_far(edge), Tone.DIM if branch.known else Tone.PLAIN, key), edge.verb
    said: tuple[Span, ...] = (Span(f"{arrow} {verb} ", Tone.DIM, key), name)
    if not edge.outward:
        said = (Span(f"{arrow} ", Tone.DIM, key), name, Span(f" {verb}", Tone.DIM, key))
    sign = _sign(branch) if branch.counts else Span(" " * _SIGN)
    known = (Span(" · shown", Tone.DIM, key),) if branch.known else ()
    return (sign, *said, *known, *_state(edge, key), *_kinds(branch))


def _sign(branch: Branch) -> Span:
    """Count what leads on, in front of all that may be cut."""
    sign = _OPENED if branch.opened else _CLOSED
    return Span(f"{sign} {branch.count:,} ".ljust(_SIGN), Tone.ACCENT, branch.key)


def _kinds(branch: Branch) -> tuple[Span, ...]:
    """Count what leads on by kind."""
    kinds = " · ".join(f"{each.heading} {each.count:,}" for each in branch.counts)
    return (Span(f"  {kinds}", Tone.DIM),) if kinds else ()


def _state(edge: EdgeRow, key: str) -> tuple[Span, ...]:
    if not edge.state:
        return ()
    mark = mark_of(edge.state)
    return (Span(f"  {mark.sign} {edge.state}", mark.tone, key),)


def _fold(key: str, count: int, *, unfolded: bool) -> Further:
    return Further((Span(folded(count, unfolded=unfolded), Tone.DIM, key),), opened=unfolded)


def folded(count: int, *, unfolded: bool) -> str:
    """Say what a line that folds does: show how many more, or fewer, and what is beyond reach."""
    if not unfolded:
        return f"{_CLOSED} {count:,} more"
    return f"{_OPENED} fewer" + (f" · {count:,} not shown: filter" if count else "")


def _heading(text: str) -> Further:
    return Further((Span(text, Tone.HEADING),))
