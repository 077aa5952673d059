"""What folding changes, and what it never may."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.grounding.fold import (
    DASHES,
    ELLIPSES,
    LIGATURES,
    QUOTE_MARKS,
    SPACES,
    fold,
)


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


@pytest.mark.parametrize(
    "text",
    [
        "Cut", "10²", "½", "é", "１４", "a--b", "don't", "５％", "x₂", "Ⅳ", "№ 5", "™", "µ", "ß",
        "ĳ", "€5", "5‰", "±5", "×", "∞", "a/b", "٣", "œ", "ı", "K.", "~5", "5°", "(c)", "·",
    ],
)  # fmt: skip
def test_case_letters_digits_and_signs_stay(text: str) -> None:
    assert fold(text).text == text


@given(st.text(max_size=80))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


MARKS = st.text(
    alphabet="aeﬁﬅ…\u0301\u0323\u0308\u0345\u1112\u1161\u11ab\u0dd9\u0dcf🏭'“ ", max_size=40
)


@given(st.one_of(st.text(max_size=80), MARKS))
def test_however_an_accent_is_written_the_folded_text_is_one(text: str) -> None:
    once = fold(text).text
    assert fold(unicodedata.normalize("NFD", text)).text == once
    assert fold(unicodedata.normalize("NFC", text)).text == once
    assert unicodedata.is_normalized("NFC", once)


def test_every_letter_that_joins_the_one_before_is_known() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            composed = unicodedata.normalize("NFC", pair)
            assert fold(pair).text == fold(composed).text


TABLES = (QUOTE_MARKS, DASHES, SPACES)


def test_nothing_is_folded_but_what_the_tables_list() -> None:
    """Every character of Unicode alone: the tables and NFC are all that may change it."""
    listed = {form: plain for table in TABLES for plain, forms in table.items() for form in forms}
    listed |= ELLIPSES | LIGATURES
    apart = "\ue000"  # joins with nothing
    for first in range(0, sys.maxunicode, 4096):
        characters = [chr(code) for code in range(first, first + 4096)]
        composed = [unicodedata.normalize("NFC", character) for character in characters]
        expected = ["".join(listed.get(each, each) for each in written) for written in composed]
        assert fold(apart.join(characters)).text == apart.join(expected)


def test_no_table_folds_a_letter_digit_or_currency() -> None:
    folded = [form for table in TABLES for forms in table.values() for form in forms]
    categories = {unicodedata.category(form) for form in folded}
    assert categories <= {
        "Pi",
        "Pf",
        "Ps",
        "Pe",
        "Po",
        "Pd",
        "Sk",
        "Sm",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Lm",
    }
    assert {form for form in folded if unicodedata.category(form) == "Lm"} == {"ʼ"}
    assert {form for form in folded if unicodedata.category(form) == "Sm"} == {"−"}


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


@pytest.mark.alone
def test_folding_a_long_text_is_fast() -> None:
    text = "“Big” news – e\u0301…\n\n" * 20_000
    started = time.process_time()
    fold(text)
    assert time.process_time() - started < 5
