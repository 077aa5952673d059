from __future__ import annotations

import pytest

from scale_explorer.tui.goto.history import remembered, typed_before
from scale_explorer.tui.memory.preferences import MOST_LINES


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("why google", ("why google", "meta", "deals")),
        ("deals", ("deals", "meta")),
        ("  meta  ", ("meta", "deals")),
        ("   ", ("meta", "deals")),
    ],
)
def test_the_newest_stands_first_and_nothing_twice(typed: str, expected: tuple[str, ...]) -> None:
    assert remembered(("meta", "deals"), typed) == expected


def test_only_so_much_is_kept() -> None:
    full = tuple(map(str, range(MOST_LINES)))
    assert remembered(full, "new") == ("new", *full[:-1])
    assert len(typed_before((*full, "more"))) == MOST_LINES


def test_what_a_file_held_is_safe_to_show() -> None:
    (offer,) = typed_before(("a\x1b[2Jb",))
    assert offer.label.isprintable()
    assert (offer.target, offer.completion) == (None, offer.label)
