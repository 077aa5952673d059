from __future__ import annotations

import pytest

from scale_explorer.tui.widgets.stops import nearest, step, with_company

KEYS = (None, "a", "b", None, None, "c", None)


@pytest.mark.parametrize(
    ("index", "delta", "expected"),
    [(1, 1, 2), (2, 1, 5), (1, 9, 5), (5, 1, 5), (5, -1, 2), (5, -9, 1), (1, -1, 1)],
)
def test_a_step_skips_what_has_no_key(index: int, delta: int, expected: int) -> None:
    assert step(KEYS, index, delta) == expected


@pytest.mark.parametrize(
    ("index", "direction", "expected"),
    [(3, 1, 5), (3, -1, 2), (6, 1, 5), (0, -1, 1), (2, 1, 2), (-1, 1, 1)],
)
def test_the_nearest_stop_is_ahead_or_else_behind(
    index: int, direction: int, expected: int
) -> None:
    assert nearest(KEYS, index, direction) == expected


@pytest.mark.parametrize("keys", [(), (None, None)])
def test_without_a_key_there_is_no_stop(keys: tuple[None, ...]) -> None:
    assert nearest(keys, 0) is None


@pytest.mark.parametrize(("index", "expected"), [(1, (0, 1)), (2, (2, 2)), (5, (3, 6))])
def test_headings_before_and_the_end_go_with_a_stop(index: int, expected: tuple[int, int]) -> None:
    assert with_company(KEYS, index) == expected
