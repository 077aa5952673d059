from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.widgets.cells import visible
from scale_explorer.tui.widgets.lines import Span
from scale_explorer.tui.widgets.rows import Tone
from scale_explorer.tui.widgets.wrap import (
    any_breaks,
    breaks,
    plain_breaks,
    shown_text,
    wrap,
    wrap_placed,
)

TEXT = st.text(
    st.one_of(
        st.sampled_from("ab cd-“’” \n会社。é👩🔬\u200d\ufe0f\u0301#"),
        st.characters(codec=None),
    ),
    max_size=60,
)


def test_highlights_stay_with_their_letters() -> None:
    plain, found = Span("one two "), Span("three four", highlights=((2, 7),))
    (_, first), (second,) = wrap((plain, found), 13)
    assert [first.text[start:end] for start, end in first.highlights] == ["ree"]
    ((start, end),) = second.highlights
    assert second.text[max(start, 0) : end] == "f"


def rows(text: str, width: int) -> list[str]:
    return ["".join(span.text for span in row) for row in wrap((Span(text),), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("buying a 49% stake", 10, ["buying a", "49% stake"]),
        ("buying a 49% stake", 9, ["buying a", "49% stake"]),
        ("one\n\ntwo  ", 9, ["one", "", "two"]),
        ("  indented", 20, ["  indented"]),
        ("extraordinarily", 6, ["extrao", "rdinar", "ily"]),
        ("株式会社Scale AI", 9, ["株式会社", "Scale AI"]),
        ("in 株式会社", 7, ["in 株式", "会社"]),
        ("with their\u00a0AI secrets", 15, ["with their\u00a0AI", "secrets"]),
        ("with their\u00a0AI secrets", 12, ["with", "their\u00a0AI", "secrets"]),
        ("their\u00a0AI\u00a0secrets", 8, ["their\u00a0AI", "secrets"]),
        (
            "✓ words  ~\u00a0Scale\u00a0AI\u00a0secrets",
            14,
            ["✓ words", "~\u00a0Scale\u00a0AI", "secrets"],
        ),
        ("of ✓\u00a0会社", 6, ["of", "✓\u00a0会社"]),
        ("a\tb\x1b[1m", 20, ["a b\ufffd[1m"]),
        ("", 9, [""]),
    ],
)
def test_rows_break_between_words(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_tones_survive_a_break() -> None:
    spans = (Span("He said "), Span("“buying a 49% stake”", Tone.QUOTE))
    assert wrap(spans, 15) == (
        (Span("He said "), Span("“buying", Tone.QUOTE)),
        (Span("a 49% stake”", Tone.QUOTE),),
    )


@given(TEXT, st.integers(2, 20))
def test_no_row_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(row) <= width for row in rows(text, width))


@given(TEXT, st.integers(1, 20))
def test_no_text_is_lost_but_blanks_at_breaks(text: str, width: int) -> None:
    shown = "".join(rows(text, width))
    assert len("".join(shown.split())) == len("".join(visible(text.replace("\n", " ")).split()))


@given(TEXT, st.integers(2, 20))
def test_rows_are_in_order_and_leave_out_only_blanks_and_line_feeds(text: str, width: int) -> None:
    position = 0
    for start, end in breaks(text, width):
        assert position <= start <= end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(st.text("会社案内ab ", max_size=30), st.integers(2, 9))
def test_a_wide_character_is_never_alone_on_half_a_cell(text: str, width: int) -> None:
    for row in rows(text, width):
        assert cell_len(row) == sum(2 if character > "\u3000" else 1 for character in row) <= width


SPANS = st.lists(
    st.text(st.sampled_from("abAI-“’ \n\u00a0\u202f\u2009é👩🔬\u200d\u0301会社"), max_size=12),
    max_size=8,
)


@given(SPANS, st.integers(2, 20))
def test_no_word_that_fits_into_a_row_is_broken(texts: list[str], width: int) -> None:
    """Wherever spans begin and end; only wide characters may stand on either side of a break."""
    text = shown_text(tuple(map(Span, texts)))
    placed = wrap_placed(tuple(map(Span, texts)), width)
    for start, _ in placed[1:]:
        word = word_at(text, start)
        assert not word or cell_len(word) > width or has_wide(word)


def word_at(text: str, place: int) -> str:
    """Return the word that has letters on both sides of a place, or nothing."""
    found = re.finditer(r"\S+", text)
    return next((word[0] for word in found if word.start() < place < word.end()), "")


def has_wide(word: str) -> bool:
    return any(cell_len(sign) > 1 for sign in word)


def test_what_holds_words_together_is_only_broken_where_a_row_has_no_room() -> None:
    text = "✓\u00a0Alexandr\u00a0Wang  ✓\u00a0Scale\u00a0AI"
    for width in range(8, 30):
        broken = {text[end] for _, end in breaks(text, width)[:-1]}
        assert ("\u00a0" in broken) is (width < cell_len("✓\u00a0Alexandr\u00a0Wang"))


PLAIN = st.text(st.sampled_from("ab  -“’⋯é"), max_size=60)


@given(PLAIN, st.integers(2, 20))
def test_plain_text_breaks_row_by_row_where_it_breaks_word_by_word(text: str, width: int) -> None:
    assert plain_breaks(text, width) in {None, any_breaks(text, width)}


@given(TEXT, st.integers(2, 20))
def test_any_text_breaks_where_it_breaks_word_by_word(text: str, width: int) -> None:
    """Only such text is taken for plain as really is."""
    assert breaks(text, width) == any_breaks(text, width)


@pytest.mark.parametrize("text", ["one two three", "“one two’s⋯ three", "один два три"])
def test_usual_text_is_plain(text: str) -> None:
    assert plain_breaks(text, 8) is not None


def test_a_word_without_room_is_no_matter_of_rows() -> None:
    assert plain_breaks("extraordinarily", 6) is None
    assert plain_breaks("in extraordinarily", 6) is None
