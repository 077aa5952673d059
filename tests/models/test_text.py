"""Whatever enters is safe to show, and stays as it is where it is safe."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.models.characters import Sort, sort_of
from scale_explorer.models.text import (
    ATTACHED_PER_BASE,
    FLAGS,
    JOINS_PER_EMOJI,
    MARKS_PER_BASE,
    STAND_IN,
    clean,
)
from tests.hostile.payloads import unsafe_in

SAFE = (
    "Scale AI’s “data” – 49 %",
    "Zürich e\u0301",
    "Nguye\u0302\u0303n Thi\u0323",
    "👩\u200d💻 ❤\ufe0f 1\ufe0f\u20e3 🇩🇪 👍🏽 👁\ufe0f\u200d🗨\ufe0f 🏴\u200d☠\ufe0f 🙂\u200d↔\ufe0f",
    "👨\u200d👩\u200d👧\u200d👦 👩🏻\u200d❤\ufe0f\u200d💋\u200d👨🏻",
    *FLAGS,
    "葛\U000e0100城 \U00031350 \U0001fae8",
    "می\u200cخواهم \u0661\u06dd",
    "שָׁלוֹם עולם مرحبا",
    "हिन्दी र्\u200dय श्री \u0dc1\u0dca\u200d\u0dbb\u0dd3 অবন্তি \u09b0\u200d\u09cd\u09af",
    "\u0d05\u0d35\u0d28\u0d4d\u200d",
    "\u101c\u103b\u103e\u1031\u102c\u1037",
    "กรุงเทพฯ น้ำ",
    "དཔལ་བརྩེགས",
    unicodedata.normalize("NFD", "한국 각"),
    "ᠮᠣᠩ\u180bᠭᠣᠯ\u180eᠠ",
    "\ue000",
)
"""Names and words in many scripts; joiners and selectors are written as escapes."""


@pytest.mark.parametrize("text", SAFE)
def test_what_is_safe_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", SAFE)
def test_what_is_safe_stays_composed_and_decomposed(text: str) -> None:
    for form in ("NFC", "NFD"):
        same = unicodedata.normalize(form, text)
        assert clean(same) == same


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u202a", "\u202e", "\u2060",
        "\u2066", "\u2069", "\u00ad", "\ufeff", "\u034f", "\u17b4", "\u180b", "\u180e", "\u3164",
        "\uffa0", "\u2800", "\ufe0f", "\U000e0100", "\ud800", "\ufffe", "\u0378",
        "\U000e0001", "\U000e0041", "\U000e007f", "\U0001d159", "\U0001f3fd", "\u1161", "\ufff9",
        "\x80", "\x9b", "\x9d", "\U0003fffe",
    ],
)  # fmt: skip
def test_what_hides_in_a_word_is_made_visible(hidden: str) -> None:
    assert clean(f"Me{hidden}ta") == f"Me{STAND_IN}ta"


def test_a_selector_does_not_follow_another() -> None:
    assert clean("❤\ufe0f\ufe0f") == f"❤\ufe0f{STAND_IN}"


def test_controls_become_pictures_and_breaks_become_spaces() -> None:
    assert clean("a\x1b[31m\0\x7f") == "a␛[31m␀␡"
    assert clean("a\r\nb\tc\u2028d") == "a  b c d"
    assert clean("a\r\nb\tc", multiline=True) == "a \nb c"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0488", "\u0e31", "\u0941", "\u0f90"])
def test_a_letter_keeps_as_many_marks_as_writing_needs(mark: str) -> None:
    """Marks of combining class 0 are as many to a terminal as others: Thai vowels, circles."""
    assert clean("a" + mark * 50) == "a" + mark * MARKS_PER_BASE + STAND_IN * (50 - MARKS_PER_BASE)


@pytest.mark.parametrize(("base", "mark"), [("\u0915", "\u093e"), ("\u1100", "\u1161")])
def test_vowels_beside_a_letter_are_bounded_too(base: str, mark: str) -> None:
    shown = clean(base + mark * 50)
    assert shown == base + mark * ATTACHED_PER_BASE + STAND_IN * (50 - ATTACHED_PER_BASE)


@pytest.mark.parametrize("text", ["\u0301a", "\u093ea", "\x1b\u0301", "\n\u0301", "\u1161"])
def test_a_mark_takes_hold_of_nothing_that_is_not_the_texts(text: str) -> None:
    assert not set(clean(text)) & {"\u0301", "\u093e", "\u1161"}


def test_a_picture_joins_as_many_as_the_largest_family() -> None:
    shown = clean("\u200d".join("👩" * 20))
    assert shown.split(STAND_IN)[0].count("\u200d") == JOINS_PER_EMOJI
    assert len(max(shown.split(STAND_IN), key=len)) == 2 * JOINS_PER_EMOJI + 1


def test_one_tone_of_skin_is_enough() -> None:
    assert clean("👍🏽🏽") == f"👍🏽{STAND_IN}"


@pytest.mark.parametrize("region", ["usca", "gbenx", "gbeng0"])
def test_tags_that_name_no_known_flag_hide_nothing(region: str) -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    assert clean(f"🏴{hidden}") == "🏴" + STAND_IN * len(hidden)


def test_digits_take_no_invisible_selector() -> None:
    assert clean("1\ufe0f00 2\ufe0e") == f"1{STAND_IN}00 2{STAND_IN}"


TRICKY = (
    "aé\u0301\u20dd\u093e\u094d\u0930\u200c\u200d\u180e\u1820\u180b\ufe0f\ufe0e\u20e31#"
    "\U000e0067\U000e0062\U000e0065\U000e006e\U000e007f\u1100\u1161\x1b\n\r \u202e\ud800"
    "👩🏽❤🏴↔\ufffd葛\U000e0100"
)
"""What judges what stands beside it, and what is judged by it."""

any_text = st.text(st.characters(codec=None)) | st.text(st.sampled_from(TRICKY))


@given(text=any_text, multiline=st.booleans())
@settings(deadline=None)
def test_any_text_comes_out_safe_of_the_same_length_and_for_good(
    text: str, *, multiline: bool
) -> None:
    shown = clean(text, multiline=multiline)
    assert len(shown) == len(text)
    assert clean(shown, multiline=multiline) == shown
    assert not unsafe_in(shown, allowed="\n" if multiline else "")
    shown.encode()


def test_every_character_comes_out_safe() -> None:
    """Planes 4 to 13 and 15 to 16 hold nothing yet, or what is for private use."""
    every = "".join(map(chr, (*range(0x40000), *range(0xE0000, 0xE1000))))
    assert not unsafe_in(clean(every))


@given(any_text)
@settings(deadline=None)
def test_letters_and_digits_stay_in_their_places(text: str) -> None:
    for before, after in zip(text, clean(text), strict=True):
        if before.isalnum() and sort_of(before) is Sort.PLAIN:
            assert before == after


@pytest.mark.parametrize(
    "piece", ["é", "\u200d\ufe0f", "\u0301", "\U0001f3fd\u200d", "\u20dd", "हि"]
)
def test_cleaning_takes_linear_time(piece: str) -> None:
    once, twice = (steps(piece * count) for count in (2_000, 4_000))
    assert twice <= 2 * once + 10


def steps(text: str) -> int:
    """Count the calls that cleaning a text takes; none of them loops."""
    count = 0

    def note(_frame: object, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        clean(text, multiline=True)
    finally:
        sys.setprofile(None)
    return count


def test_what_is_taken_for_plain_at_a_glance_is_plain() -> None:
    shown = [chr(code) for code in range(128) if chr(code).isprintable()]
    assert {sort_of(each) for each in shown} == {Sort.PLAIN}
    mixed = "".join(shown) + "Zürich 東京"
    assert clean(mixed) == mixed
    assert clean(f"{mixed}\u202e\u0301") == clean(f"{mixed}\u202e") + "\ufffd"
