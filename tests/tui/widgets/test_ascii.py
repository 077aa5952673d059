from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.widgets.ascii import SIGNS, to_ascii


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("“≈ $150 M” · ¶ 2", '"~ $150 M" - # 2'),
        ("Société Générale", "Societe Generale"),
        ("東京", "????"),
        ("e\u0301", "e"),
        ("👩\u200d🔬 x", "?? x"),
        ("❤\ufe0f x", "?? x"),
        ("✓ locked", "+ locked"),
        ("≤ $5 M, ≥ 2, ≠", "<=$5 M, >=2, !"),
        ("Scale…", "Scale_"),
        ("∆◐◌", "^&@"),
        ("½", "?"),
        ("Ørsted, Łódź, Straße, Æther, Đuro", "Orsted, Lodz, Strase, Ather, Duro"),
        ("№ Роснефть", "? ????????"),
    ],
)
def test_it_says_the_same_in_the_same_room(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


def test_what_is_cut_is_not_taken_for_what_is_about() -> None:
    assert len({to_ascii(sign) for sign in "…≈∆◐◌"}) == 5


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_nothing_but_ascii_is_left_and_no_column_moves(text: str) -> None:
    plain = to_ascii(text)
    assert plain.isascii()
    assert cell_len(plain) == cell_len(text)


@pytest.mark.parametrize("sign", map(chr, SIGNS))
def test_an_emoji_selector_after_one_of_our_signs_moves_no_column(sign: str) -> None:
    written = f"{sign}\ufe0f x"
    assert len(to_ascii(written)) == cell_len(written)
