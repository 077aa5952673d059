"""Things below each other, near where they would best stand and never over each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.pictures.stacking import stacked


@pytest.mark.parametrize(
    ("heights", "wanted", "tops"),
    [
        ([3, 3], [0, 10], (0, 10)),
        ([3, 3], [5, 5], (4, 7)),
        ([1, 1, 1], [9, None, None], (9, 10, 11)),
        ([2, 2], [None, None], (0, 2)),
        ([3, 1, 3], [None, 6, 6], (3, 6, 7)),
        ([], [], ()),
    ],
)
def test_each_stands_as_near_as_may_be(
    heights: list[int], wanted: list[float | None], tops: tuple[int, ...]
) -> None:
    assert stacked(heights, wanted) == tops


WISHES = st.one_of(st.none(), st.floats(-200, 200))


@given(st.lists(st.tuples(st.integers(1, 9), WISHES), max_size=12))
def test_nothing_overlaps(things: list[tuple[int, float | None]]) -> None:
    heights = [height for height, _ in things]
    tops = stacked(heights, [wish for _, wish in things])
    placed = list(zip(tops, heights, strict=True))
    assert all(top + height <= below for (top, height), (below, _) in pairwise(placed))
