"""What folding changes, and what it never may."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.grounding.fold import fold


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“big” ‘small’ «wide» „low“", '"big" \'small\' "wide" "low"'),
        ("self‑driving – or — not − 5", "self-driving - or - not - 5"),
        ("wait…", "wait..."),
        ("ﬁnal oﬀer, ﬄuent", "final offer, ffluent"),
        ("a\u00a0b\u2009c\n\n d\r\n\te", "a b c d e"),
        ("cafe\u0301 is café", "café is café"),
        ("\u1112\u1161\u11ab", "한"),
        ("ﬁ\u0301", "fí"),
        ("", ""),
    ],
)
def test_typography_is_folded(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize("text", ["Cut", "10²", "½", "é", "１４", "a--b", "don't"])
def test_case_letters_digits_and_signs_stay(text: str) -> None:
    assert fold(text).text == text


@given(st.text(max_size=80))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet="ab “…ﬁ\n\u0301e\u00a0\u1112\u1161", max_size=60))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert folded.starts[-1] == len(text)
    assert list(folded.starts) == sorted(folded.starts)
    for place, character in enumerate(folded.text):
        start = folded.starts[place]
        # The stretch up to the next original character folds to what holds the folded one.
        end = next(later for later in folded.starts[place + 1 :] if later > start)
        assert character in fold(text[start:end]).text


def test_folding_a_long_text_is_fast() -> None:
    text = "“Big” news – e\u0301…\n\n" * 60_000
    started = time.monotonic()
    fold(text)
    assert time.monotonic() - started < 5
