"""A graph in layers, from causes to effects: layers by longest path, few crossings between them.

After Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
Structures" (1981): lines that pass a layer have a place in it, and each layer is ordered by the
mean place of what its members are tied to (their barycentre).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from scale_explorer.models.frozen import dataclass

_SWEEPS = 6


class Pass(NamedTuple):
    """Where all lines from `source` pass a layer in which none of them ends; not one of its own."""

    source: str
    layer: int


Slot = str | Pass
"""What has a place in a layer."""

Edge = tuple[str, str]
"""From a cause to its effect."""


@dataclass(frozen=True)
class Web:
    """Nodes, the edges between them, and the nodes that all is seen from."""

    starts: tuple[str, ...]
    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def causes(self) -> dict[str, tuple[str, ...]]:
        """The causes of each node, in the order of the edges."""
        return _beside(self.nodes, ((effect, cause) for cause, effect in self.edges))

    @cached_property
    def effects(self) -> dict[str, tuple[str, ...]]:
        """The effects of each node, in the order of the edges."""
        return _beside(self.nodes, self.edges)


def _beside(nodes: Iterable[str], pairs: Iterable[Edge]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {node: {} for node in nodes}
    for node, other in pairs:
        found[node][other] = None
    return {node: tuple(others) for node, others in found.items()}


@dataclass(frozen=True, slots=True)
class Layers:
    """Nodes and passing lines from left to right, and from top to bottom in each layer."""

    slots: tuple[tuple[Slot, ...], ...]

    @property
    def layer_of(self) -> dict[Slot, int]:
        """The number of the layer in which something stands."""
        return {slot: number for number, layer in enumerate(self.slots) for slot in layer}


def has_circle(web: Web) -> bool:
    """Say whether a chain comes back to where it was, so that no layers are in order."""
    return len(_sorted(web)) < len(web.nodes)


def _sorted(web: Web) -> tuple[str, ...]:
    """Return causes before their effects (Kahn 1962); what lies on or behind a circle is missing.

    A node that has itself as a cause lies on one.
    """
    missing = {node: len(causes) for node, causes in web.causes.items()}
    found = [node for node in web.nodes if not missing[node]]
    for node in found:  # it grows while it is read
        for effect in web.effects[node]:
            missing[effect] -= 1
            if not missing[effect]:
                found.append(effect)
    return tuple(found)


def layers(web: Web) -> Layers:
    """Put a chain without circles into layers, every cause left of its effects."""
    numbers = _numbers(web)
    rows: list[list[Slot]] = [[] for _ in range(max(numbers.values(), default=-1) + 1)]
    for node in web.nodes:
        rows[numbers[node]].append(node)
    for line in dict.fromkeys(_passes(web.edges, numbers)):
        rows[line.layer].append(line)
    pieces = tuple(dict.fromkeys(piece for edge in web.edges for piece in _pieces(*edge, numbers)))
    return Layers(tuple(map(tuple, _untangled(rows, pieces))))


def _numbers(web: Web) -> dict[str, int]:
    """Return the layer of each node: as near to the starts as its longest path lets it be."""
    order = _sorted(web)
    numbers = dict.fromkeys(order, 0)
    for node in order:
        for effect in web.effects[node]:
            numbers[effect] = max(numbers[effect], numbers[node] + 1)
    led_to = _effects_of(web, web.starts)
    for node in reversed(order):  # causes alone stand right before what they explain
        if node not in led_to and web.effects[node]:
            numbers[node] = min(numbers[effect] for effect in web.effects[node]) - 1
    return numbers


def _effects_of(web: Web, nodes: Iterable[str]) -> set[str]:
    found = set(nodes)
    waiting = list(found)
    while waiting:
        for effect in web.effects[waiting.pop()]:
            if effect not in found:
                found.add(effect)
                waiting.append(effect)
    return found


def _passes(edges: Iterable[Edge], numbers: Mapping[str, int]) -> Iterator[Pass]:
    for source, target in edges:
        for layer in range(numbers[source] + 1, numbers[target]):
            yield Pass(source, layer)


def _pieces(source: str, target: str, numbers: Mapping[str, int]) -> Iterator[tuple[Slot, Slot]]:
    """Cut an edge where it passes a layer: each piece leads from one layer to the next."""
    here: Slot = source
    for layer in range(numbers[source] + 1, numbers[target]):
        there = Pass(source, layer)
        yield here, there
        here = there
    yield here, target


# Fewer crossings.

_Ties = Mapping[Slot, Sequence[Slot]]


def _untangled(
    rows: list[list[Slot]], pieces: Sequence[tuple[Slot, Slot]]
) -> Sequence[Sequence[Slot]]:
    """Sweep to and fro, and return the order that had the fewest crossings."""
    before: dict[Slot, list[Slot]] = {slot: [] for row in rows for slot in row}
    behind: dict[Slot, list[Slot]] = {slot: [] for row in rows for slot in row}
    for source, target in pieces:
        behind[source].append(target)
        before[target].append(source)
    best, fewest = rows, crossings(rows, behind)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        rows = _swept(rows, before) if sweep % 2 == 0 else _swept(rows[::-1], behind)[::-1]
        if (found := crossings(rows, behind)) < fewest:
            best, fewest = rows, found
    return best


def _swept(rows: Sequence[list[Slot]], ties: _Ties) -> list[list[Slot]]:
    """Order each row by where its slots are tied to in the one before it."""
    swept = [rows[0]]
    for row in rows[1:]:
        places = {slot: place for place, slot in enumerate(swept[-1])}
        centres = {
            slot: _mean([places[tied] for tied in ties[slot]], place)
            for place, slot in enumerate(row)
        }
        swept.append(sorted(row, key=centres.__getitem__))
    return swept


def _mean(places: Sequence[int], without: int) -> float:
    return sum(places) / len(places) if places else float(without)


def crossings(rows: Sequence[Sequence[Slot]], behind: _Ties) -> int:
    """Count how often the pieces between each two rows cross."""
    total = 0
    for row, following in pairwise(rows):
        places = {slot: place for place, slot in enumerate(following)}
        passed: list[int] = []
        for slot in row:
            ends = sorted(places[target] for target in behind[slot])
            total += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return total


def downwards(web: Web) -> tuple[str, ...]:
    """Return the nodes from the top down: what starts the chain with its causes right above it.

    Causes stand above their effects, but for circles, and effects close to their causes.
    """
    order: dict[str, None] = {}
    for node in (*web.starts, *reversed(_finished(web))):
        _search(node, web.causes, order)
    return tuple(order)


def _finished(web: Web) -> tuple[str, ...]:
    """Return the nodes as a search along the effects leaves them, deepest first."""
    found: dict[str, None] = {}
    ties = {node: others[::-1] for node, others in web.effects.items()}
    for node in reversed((*web.starts, *web.nodes)):
        _search(node, ties, found)
    return tuple(found)


def _search(node: str, ties: Mapping[str, Sequence[str]], left: dict[str, None]) -> None:
    """Go along ties depth first; add what is left behind, after all that was reached from it."""
    if node in left:
        return
    entered = {node}
    path = [(node, iter(ties[node]))]
    while path:
        here, ahead = path[-1]
        following = next((each for each in ahead if each not in entered and each not in left), None)
        if following is None:
            path.pop()
            left[here] = None
        else:
            entered.add(following)
            path.append((following, iter(ties[following])))
