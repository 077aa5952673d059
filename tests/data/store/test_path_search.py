"""The search for paths on numbers, held against a plain search that tries everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.store.path_rows import Cut
from scale_explorer.data.store.path_search import EFFORT, Search, Way

FAR = 1_000
PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=24)


def both_ways(pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    return {*pairs, *((far, near) for near, far in pairs)}


class Graph:
    """Ties that are walked from first to second; counts how many are read."""

    def __init__(self, pairs: Collection[tuple[int, int]], many: int) -> None:
        self.onward: Mapping[int, set[int]] = defaultdict(set)
        self.back: Mapping[int, set[int]] = defaultdict(set)
        for near, far in pairs:
            if near == far:
                continue
            self.onward[near].add(far)
            self.back[far].add(near)
        self.many = many
        self.read = 0

    def tied(self, row: int, *, onward: bool) -> set[int]:
        return (self.onward if onward else self.back)[row]

    def hubs(self, rows: Collection[int]) -> dict[int, int]:
        sizes = {row: len(self.onward[row]) + len(self.back[row]) for row in rows}
        return {row: size for row, size in sizes.items() if size > self.many}

    def pages(self, rows: Sequence[int], *, onward: bool) -> Iterator[list[tuple[int, int]]]:
        for row in rows:
            found = [(row, far) for far in sorted(self.tied(row, onward=onward))]
            self.read += len(found)
            yield found

    def among(self, row: int, others: Collection[int], *, onward: bool) -> list[int]:
        self.read += len(others)
        return sorted(self.tied(row, onward=onward).intersection(others))


def never() -> bool:
    return False


def search(graph: Graph, first: int, second: int, reach: int = FAR) -> Search:
    return Search(graph, first, second, reach, never)


def by_length(found: Search, most: int) -> list[set[Way]]:
    return [set(found.ways()) for _ in found.lengths(most)]


def every_way(graph: Graph, way: Way, second: int, most: int) -> Iterator[Way]:
    if way[-1] == second:
        yield way
    elif len(way) <= most:
        for far in graph.onward[way[-1]]:
            if far not in way:
                yield from every_way(graph, (*way, far), second, most)


@given(st.one_of(PAIRS, PAIRS.map(both_ways)), st.integers(0, 5), st.integers(1, 6))
def test_all_paths_of_each_length_are_found_and_no_others(
    pairs: Collection[tuple[int, int]], many: int, most: int
) -> None:
    graph = Graph(pairs, many)
    expected = list(every_way(graph, (1,), 2, most))
    for length, found in enumerate(by_length(search(graph, 1, 2), most), 1):
        assert found == {way for way in expected if len(way) == length + 1}


@given(PAIRS, st.integers(0, 5))
def test_no_path_is_found_twice_or_meets_itself(pairs: list[tuple[int, int]], many: int) -> None:
    graph = Graph(both_ways(pairs), many)
    found = search(graph, 1, 2)
    ways = [way for _ in found.lengths(6) for way in found.ways()]
    assert len(set(ways)) == len(ways)
    for way in ways:
        assert len(set(way)) == len(way)
        assert all(far in graph.onward[near] for near, far in pairwise(way))


@given(PAIRS, st.integers(0, 5))
def test_exhausted_means_that_no_path_is_left(pairs: list[tuple[int, int]], many: int) -> None:
    graph = Graph(both_ways(pairs), many)
    found = search(graph, 1, 2)
    known = [(list(found.ways()), found.exhausted) for _ in found.lengths(9)]
    if any(exhausted for _, exhausted in known) and not any(ways for ways, _ in known):
        assert not list(every_way(graph, (1,), 2, 20))


def test_of_hubs_between_two_records_hardly_anything_is_read() -> None:
    """1 – 3 – 4 – 2, where 3 and 4 have ten thousand ties each."""
    around = [(3, 1_000 + each) for each in range(10_000)]
    around += [(4, 50_000 + each) for each in range(10_000)]
    graph = Graph(both_ways([(1, 3), (3, 4), (4, 2), *around]), many=256)
    found = search(graph, 1, 2, reach=100_000)
    lengths = found.lengths(6)
    assert [next(lengths) for _ in range(3)] == [1, 2, 3]
    assert list(found.ways()) == [(1, 3, 4, 2)]
    assert graph.read < 20


def test_a_hub_is_read_where_nothing_else_is_left() -> None:
    around = [(3, 1_000 + each) for each in range(500)]
    graph = Graph(both_ways([(1, 3), (1_007, 5), (5, 2), *around]), many=256)
    assert by_length(search(graph, 1, 2), 4)[-1] == {(1, 3, 1_007, 5, 2)}


def test_a_search_that_looks_at_too_much_says_so() -> None:
    graph = Graph(both_ways([(1, 10 + each) for each in range(50)]
                            + [(2, 100 + each) for each in range(50)]), many=256)  # fmt: skip
    found = search(graph, 1, 2, reach=20)
    assert list(found.lengths(6)) == [1, 2]
    assert found.cut is Cut.RECORDS


def test_what_is_tied_to_nothing_is_exhausted_at_once() -> None:
    found = search(Graph(both_ways([(1, 3), (3, 4)]), many=256), 1, 2)
    lengths = found.lengths(6)
    assert next(lengths) == 1
    next(lengths)
    assert found.exhausted


@pytest.mark.parametrize("asked", [0, 1, 3])
def test_whoever_stops_it_gets_what_is_known(asked: int) -> None:
    left = iter([False] * asked)
    graph = Graph(both_ways([(1, 3), (3, 4), (4, 2)]), many=256)
    found = Search(graph, 1, 2, FAR, lambda: next(left, True))
    assert len(list(found.lengths(6))) <= asked + 1
    assert found.cut is Cut.STOPPED


def test_circles_without_end_are_given_up() -> None:
    """Of a crowd in which everybody knows everybody nobody waits for all long ways."""
    crowd = [(one, other) for one in range(10, 40) for other in range(10, one)]
    found = search(Graph(both_ways([(1, 10), (2, 11), *crowd]), many=256), 1, 2)
    count = sum(len(list(found.ways())) for _ in found.lengths(12))
    assert 28 < count < EFFORT
    assert found.cut is Cut.WAYS
