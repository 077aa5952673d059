from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.widgets.cells import clip, cut, visible


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Scale AI", 8, "Scale AI"),
        ("Scale AI", 7, "Scale …"),
        ("会社案内", 8, "会社案内"),
        ("会社案内", 7, "会社案…"),
        ("会社案内", 6, "会社…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("👩\u200d🔬 lab", 3, "👩\u200d🔬…"),
        ("Scale AI", 1, "…"),
        ("Scale AI", 0, ""),
    ],
)
def test_clip_cuts_by_cells_and_says_so(text: str, width: int, expected: str) -> None:
    assert clip(text, width) == expected


@given(st.text(max_size=30), st.integers(0, 40))
def test_what_is_clipped_fits_and_begins_like_the_text(text: str, width: int) -> None:
    clipped = clip(visible(text), width)
    assert cell_len(clipped) <= width
    assert clipped == visible(text) or visible(text).startswith(clipped.removesuffix("…"))


@given(st.text(max_size=30), st.integers(0, 40))
def test_cut_takes_as_much_as_fits(text: str, width: int) -> None:
    end = cut(text, width)
    assert cell_len(text[:end]) <= width
    assert end == len(text) or cell_len(text[: end + 1]) > width


def test_controls_get_a_width_but_keep_the_length() -> None:
    hostile = "a\x1b]52;c;x\x07\tb\x9b\u2028\ud800\n"
    shown = visible(hostile)
    assert len(shown) == len(hostile)
    assert shown.startswith("a\ufffd]52;c;x\ufffd b")
    assert not any(ord(character) < 0x20 for character in shown)


@pytest.mark.parametrize("text", ["“49 %” — ½", "会社\u00a0x", "👩\u200d🔬", "e\u0301"])
def test_honest_text_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009"])
def test_a_joiner_takes_hold_of_no_blank(blank: str) -> None:
    """A row ends before a blank that permits no break, and one of another kind would be held."""
    assert visible(f"会社\u200d{blank}x") == f"会社\ufffd{blank}x"
    assert visible(f"{blank}\u200dx") == f"{blank}\ufffdx"
