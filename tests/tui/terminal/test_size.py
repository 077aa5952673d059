from __future__ import annotations

import os

import pytest

from scale_explorer.tui.terminal.size import MOST_COLUMNS, MOST_ROWS, bounded, size_of


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ((120, 40), (120, 40)),
        ((1, 1), (1, 1)),
        ((0, 0), (80, 24)),
        ((-5, 30), (80, 30)),
        ((65_535, 65_535), (MOST_COLUMNS, MOST_ROWS)),
    ],
)
def test_sizes_are_bounded(told: tuple[int, int], taken: tuple[int, int]) -> None:
    assert bounded(*told) == taken


def test_what_is_no_terminal_has_the_usual_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100000")
    end, start = os.pipe()
    assert size_of(end) == (80, 24)
    os.close(end)
    os.close(start)
