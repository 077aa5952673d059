from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from scale_explorer.tui.widgets.changes import changed_width

RED = Style(color="red")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Meta      ", "Meta      ", 0),
        ("Meta      ", "Google    ", 6),
        ("Meta     1", "Meta     2", 10),
        ("会社      ", "会館      ", 4),
        ("ab会      ", "abcd      ", 4),
        ("👩\u200d🔬x     ", "👩\u200d🔬y     ", 8),  # joined emoji: the whole line
    ],
)
def test_a_line_is_sent_up_to_its_last_change(old: str, new: str, expected: int) -> None:
    assert changed_width(Strip([Segment(old)]), Strip([Segment(new)])) == expected


def test_a_change_of_style_is_a_change() -> None:
    old = Strip([Segment("Meta", RED), Segment("  ")])
    new = Strip([Segment("Meta"), Segment("  ")])
    assert changed_width(old, new) == 4


def test_other_runs_of_the_same_look_are_sent_anyway() -> None:
    old = Strip([Segment("e"), Segment("\u0301 ")])
    new = Strip([Segment("e \u0301")])
    assert changed_width(old, new) > 0
