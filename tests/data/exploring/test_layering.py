"""Layers of a chain of reasons: every cause before its effects, and few crossings."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given

from scale_explorer.data.exploring.layering import (
    Layers,
    Pass,
    Slot,
    Web,
    crossings,
    downwards,
    has_circle,
    layers,
)

from .webs import webs


def web(*edges: str, starts: str = "r") -> Web:
    """Return a web of edges such as `a>b`."""
    pairs = tuple((edge[0], edge[2]) for edge in edges)
    nodes = dict.fromkeys((*starts, *(node for pair in pairs for node in pair)))
    return Web(tuple(starts), tuple(nodes), pairs)


def rows_of(found: Layers) -> list[list[str]]:
    return [[slot for slot in row if isinstance(slot, str)] for row in found.slots]


def behind(made: Web, found: Layers) -> dict[Slot, list[Slot]]:
    """Return what each slot leads to in the next layer."""
    numbers = found.layer_of
    ties: dict[Slot, list[Slot]] = {slot: [] for slot in numbers}
    for source, target in made.edges:
        between = range(numbers[source] + 1, numbers[target])
        path: list[Slot] = [source, *(Pass(source, layer) for layer in between), target]
        for here, there in pairwise(path):
            if there not in ties[here]:
                ties[here].append(there)
    return ties


def test_the_longest_path_counts() -> None:
    found = layers(web("a>r", "a>b", "b>r", "r>c", "r>d", "c>d"))
    assert rows_of(found) == [["a"], ["b"], ["r"], ["c"], ["d"]]
    assert Pass("a", 1) in found.slots[1]
    assert Pass("r", 3) in found.slots[3]


def test_causes_stand_right_before_what_they_explain() -> None:
    assert rows_of(layers(web("a>b", "b>r", "c>r"))) == [["a"], ["b", "c"], ["r"]]


def test_effects_stand_right_behind_what_led_to_them() -> None:
    assert rows_of(layers(web("r>a", "a>b", "r>c"))) == [["r"], ["a", "c"], ["b"]]


def test_lines_are_untangled() -> None:
    made = web("a>c", "b>d", starts="adcb")
    found = layers(Web(("r",), ("r", "a", "b", "d", "c"), made.edges))
    assert crossings(found.slots, behind(made, found)) == 0


def test_a_circle_is_told() -> None:
    assert has_circle(web("a>b", "b>a"))
    assert has_circle(web("r>r"))
    assert not has_circle(web("a>r", "a>b", "b>r"))


def test_causes_stand_above_what_they_explain_and_the_start_right_below() -> None:
    order = downwards(web("a>b", "b>r", "c>r", "r>d", "d>e", "r>f"))
    assert order == ("a", "b", "c", "r", "d", "e", "f")


def test_no_web_is_too_deep() -> None:
    chain = tuple((f"n{number}", f"n{number + 1}") for number in range(3_000))
    nodes = tuple(f"n{number}" for number in range(3_001))
    assert downwards(Web(("n0",), nodes, chain)) == nodes


@given(webs())
def test_every_cause_is_left_of_its_effects(made: Web) -> None:
    assert not has_circle(made)
    found = layers(made)
    numbers = found.layer_of
    assert all(numbers[cause] < numbers[effect] for cause, effect in made.edges)
    assert sorted(node for row in rows_of(found) for node in row) == sorted(made.nodes)


@given(webs())
def test_lines_have_a_place_in_each_layer_that_they_pass(made: Web) -> None:
    numbers = layers(made).layer_of
    for cause, effect in made.edges:
        for layer in range(numbers[cause] + 1, numbers[effect]):
            assert numbers[Pass(cause, layer)] == layer


@given(webs(most=7))
def test_crossings_are_counted_as_by_hand(made: Web) -> None:
    found = layers(made)
    ties = behind(made, found)
    by_hand = 0
    for row, following in pairwise(found.slots):
        pieces = [(row.index(a), following.index(b)) for a in row for b in ties[a]]
        by_hand += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pieces, 2))
    assert crossings(found.slots, ties) == by_hand


@given(webs())
def test_downwards_every_cause_is_above_its_effects(made: Web) -> None:
    order = downwards(made)
    assert sorted(order) == sorted(made.nodes)
    assert all(order.index(cause) < order.index(effect) for cause, effect in made.edges)


@given(webs(circles=True))
def test_circles_end(made: Web) -> None:
    assert sorted(downwards(made)) == sorted(made.nodes)
    if not has_circle(made):
        order = downwards(made)
        assert all(order.index(cause) < order.index(effect) for cause, effect in made.edges)
