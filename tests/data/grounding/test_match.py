"""Finding a quote in its source."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scale_explorer.data.grounding.fold import fold
from scale_explorer.data.grounding.match import Found, Match, find
from scale_explorer.data.grounding.words import Haystack, words
from scale_explorer.models.evidence import Quote
from scale_explorer.models.text import clean

TEXT = """The “old” mill paid $14 million in 2024, or $1.5 for each of 1,200 sacks.
A mill-owner said: the mill paid late… The mill paid 10² times, ﬁnally. The café closed.

工場は昨日閉鎖された。"""


def quoted(exact: str, **selectors: Any) -> Quote:
    return Quote.model_validate({"source": "s", "exact": exact, **selectors})


def search(exact: str, text: str = TEXT, **selectors: Any) -> Match:
    return find(Haystack.of(text), quoted(exact, **selectors))


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ('The "old" mill', "The “old” mill"),
        ("1,200 sacks. A mill-owner", "1,200 sacks.\nA mill-owner"),
        ("paid late... The", "paid late… The"),
        ("finally", "ﬁnally"),
        ("cafe\u0301 closed", "café closed"),
        ("$1.5 for each", "$1.5 for each"),
        ("$14 million", "$14 million"),
        ("owner said:", "owner said:"),
        ("昨日閉鎖", "昨日閉鎖"),
    ],
)
def test_words_are_found_where_they_stand(exact: str, there: str) -> None:
    start = TEXT.index(there)
    assert search(exact) == Match((start, start + len(there)), Found.UNIQUE)


@pytest.mark.parametrize(
    "exact",
    [
        "the old mill",  # other marks are other words
        "The mill paid $14 million",  # a paraphrase
        "the “old” mill",  # case
        "$1",  # in $14 and $1.5
        "200 sacks",  # in 1,200
        "$1.5 for eac",
        "ine",
        "10",  # in 10²
        "102",
        "paid late.",  # in an ellipsis
        "caf",
        "…",
        "“",
        "-",
    ],
)
def test_what_is_not_there_is_missing(exact: str) -> None:
    assert search(exact) == Match(None, Found.MISSING)


WRAPPED = (
    "Ada said: “the mill’s\n    profit – not its\r\nrevenue – fell −5% to\u00a0$14 million,"
    " or 10² sacks”."
)
PLAIN = '"the mill\'s profit - not its revenue - fell -5% to $14 million, or 10² sacks"'


def test_a_wrapped_curly_quoted_source_matches_a_plain_quote() -> None:
    start = WRAPPED.index("“")
    assert search(PLAIN, WRAPPED) == Match((start, len(WRAPPED) - 1), Found.UNIQUE)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("the mill", "the milt"),  # a letter
        ("the mill", "the Mill"),  # its case
        ("profit", "profits"),
        ("14", "15"),  # a digit
        ("14", "１４"),
        ("10²", "102"),
        ("10²", "10 2"),
        ("-5%", "5%"),  # a sign
        ("-5%", "+5%"),
        ("5%", "5‰"),
        ("$14", "€14"),
        ("$14", "14"),
        ("million", "billion"),  # a word
        ("not ", ""),
        ("not ", "not not "),
        ("fell", "rose"),
        ("mill's", "mills"),
        ("profit -", "profit,"),
        ("or 10", "or, 10"),
        ("sacks", "sack"),
    ],
)
def test_one_changed_letter_digit_sign_or_word_is_not_found(right: str, wrong: str) -> None:
    assert PLAIN.count(right) == 1
    assert search(PLAIN.replace(right, wrong), WRAPPED) == Match(None, Found.MISSING)


@pytest.mark.parametrize(
    ("exact", "text", "found"),
    [
        ("5%", "It fell −5% in May", False),
        ("5%", "It fell -5% in May", False),
        ("5%", "It rose +5% in May", False),
        ("5%", "(-5%)", False),
        ("5", "$-5", False),
        ("−5%", "It fell -5% in May", True),
        ("-5%", "It fell −5% in May", True),
        ("-5%", "It fell 5% in May", False),
        ("5%", "3–5%", True),  # a range, no sign
        ("-5%", "3–5%", False),
        ("19", "COVID-19", True),
        ("2025", "2024–2025", True),
        ("5 sacks", "it sold—5 sacks", True),
        ("5 sacks", "“sold”—5 sacks", True),
        ("$1", "$14", False),
        ("$1", "$1.4", False),
        ("1", "1,000", False),
        ("000", "1,000", False),
        ("4", "$1.4", False),
        ("$1", "$1, or less", True),
        ("1", "1st", False),
        ("5", "5G", False),
        ("10", "10²", False),
        ("２", "2", False),
        ("us", "US", False),
        ("ﬁrm", "firm", True),
        ("firm", "ﬁrm", True),
    ],
)
def test_a_match_begins_and_ends_where_words_and_numbers_do(
    exact: str,
    text: str,
    found: bool,  # noqa: FBT001
) -> None:
    assert (search(exact, text).span is not None) == found


def test_one_letter_is_found_only_as_a_word() -> None:
    assert search("A").span == (TEXT.index("A mill"), TEXT.index("A mill") + 1)
    assert search("m").verdict is Found.MISSING


def test_the_first_of_several_places_is_given() -> None:
    assert search("mill paid") == Match((10, 19), Found.AMBIGUOUS)


@pytest.mark.parametrize(
    ("selectors", "before"),
    [
        ({"prefix": "“old”"}, "“old” "),
        ({"prefix": 'The "old" '}, "“old” "),
        ({"suffix": "$14"}, "“old” "),
        ({"suffix": " late"}, "said: the "),
        ({"prefix": "the", "suffix": "late"}, "said: the "),
        ({"prefix": "… The"}, "late… The "),
        ({"start": TEXT.index("mill paid 10²")}, "late… The "),
    ],
)
def test_context_or_position_chooses(selectors: dict[str, Any], before: str) -> None:
    start = TEXT.index(before) + len(before)
    assert search("mill paid", **selectors) == Match((start, start + 9), Found.UNIQUE)


@pytest.mark.parametrize("selectors", [{"prefix": "new"}, {"suffix": "early"}])
def test_wrong_context_is_not_there(selectors: dict[str, str]) -> None:
    assert search("$14 million", **selectors).verdict is Found.MISSING


def test_a_position_between_the_places_chooses_nothing() -> None:
    assert search("mill paid", start=11).verdict is Found.AMBIGUOUS


def test_an_accent_is_not_cut_from_its_letter() -> None:
    assert search("e", "e\u0332 x").verdict is Found.MISSING


def test_an_empty_text_holds_nothing() -> None:
    assert search("mill", "").verdict is Found.MISSING


def test_a_position_chooses_from_end_to_end_or_not_at_all() -> None:
    start = TEXT.index("mill paid late")
    assert search("mill paid", start=start, end=start + 9).verdict is Found.UNIQUE
    assert search("mill paid", start=start, end=start + 8).verdict is Found.AMBIGUOUS


def test_a_position_has_no_say_in_another_text() -> None:
    quote = quoted("mill paid", start=TEXT.index("mill paid late"))
    assert find(Haystack.of(TEXT), quote, by_position=False).verdict is Found.AMBIGUOUS


LETTERS = "ab é\u0301\u0323ﬁ…\n–-−+“'12.,%$²工場🏭 \u00a0Ü"


TEXTS = st.text(alphabet=LETTERS, min_size=1, max_size=60).map(
    lambda text: clean(text, multiline=True)  # as loading does
)


@given(TEXTS, st.data())
def test_whatever_stands_between_two_borders_is_found_in_its_place(
    text: str, data: st.DataObject
) -> None:
    haystack = Haystack.of(text)
    borders = [place for place in range(len(haystack.text) + 1) if not haystack.splits(place)]
    # A dash that is cut off from the word before it would be the sign of a number.
    opening = [place for place in borders if haystack.text[place : place + 1] not in {*" -+", ""}]
    assume(opening)
    start = data.draw(st.sampled_from(opening))
    end = data.draw(st.sampled_from([place for place in borders if place > start]))
    words_there = haystack.text[start:end].rstrip()
    end = start + len(words_there)
    assume(words(words_there))
    starts = haystack.folded.starts
    exact = text[starts[start] : starts[end]]
    assume(fold(exact).text.strip() == words_there)
    assert search(exact, text).verdict is not Found.MISSING
    chosen = search(exact, text, start=starts[start])
    assert chosen == Match((starts[start], starts[end]), Found.UNIQUE)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=40), st.data())
def test_no_change_of_a_character_is_found_in_its_place_unless_the_tables_fold_it(
    quote: str, data: st.DataObject
) -> None:
    text = f"Alder, {quote} – Birch"
    assume(words(fold(quote).text))
    there = search(quote, text)
    assume(there.verdict is Found.UNIQUE)
    place = data.draw(st.integers(0, len(quote) - 1))
    other = data.draw(st.sampled_from(LETTERS + "cAÉ３‰€×"))
    changed = quote[:place] + other + quote[place + 1 :]
    assume(changed.strip())
    if fold(changed).text.strip() == fold(quote).text.strip():
        assert search(changed, text).span == there.span
    else:
        assert search(changed, text, start=there.span and there.span[0]).span != there.span


@pytest.mark.alone
def test_many_quotes_in_a_long_text_are_found_soon() -> None:
    text = " ".join(f"the {word} mill paid" for word in map(str, range(50_000)))
    haystack = Haystack.of(text)
    started = time.process_time()
    for word in range(0, 50_000, 10):
        quote = Quote.model_validate({"source": "s", "exact": f"the {word} mill"})
        assert find(haystack, quote).verdict is Found.UNIQUE
    assert time.process_time() - started < 3


@pytest.mark.alone
def test_quotes_of_frequent_words_are_found_soon() -> None:
    haystack = Haystack.of("the mill paid and " * 200_000 + "the mill and paid")
    quote = quoted("and mill the paid")
    assert find(haystack, quote).verdict is Found.MISSING
    started = time.process_time()
    for _ in range(20):
        find(haystack, quote)
        assert find(haystack, quoted("mill and paid")).verdict is Found.UNIQUE
    assert time.process_time() - started < 3
