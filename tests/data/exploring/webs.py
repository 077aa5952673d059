"""Chains of reasons made at random."""

from __future__ import annotations

from hypothesis import strategies as st

from scale_explorer.data.exploring.layering import Web


@st.composite
def webs(draw: st.DrawFn, *, circles: bool = False, most: int = 12) -> Web:
    """Return a web in which every node is tied to the first one, the start, one way or the other.

    Without circles, causes have lower numbers than their effects.
    """
    count = draw(st.integers(1, most))
    numbers = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(numbers, numbers), max_size=3 * most))
    if not circles:
        pairs = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    start = draw(numbers)
    edges = dict.fromkeys((f"n{cause}", f"n{effect}") for cause, effect in pairs)
    order = draw(st.permutations([f"n{number}" for number in range(count)]))
    return Web((f"n{start}",), tuple(order), tuple(edges))
