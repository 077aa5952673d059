"""Which sign stands beside which part of a paragraph, with the text and without it."""

from __future__ import annotations

from time import process_time

import pytest

from scale_explorer.data.store.rows.sources import SentenceRow, Stretch
from scale_explorer.tui.panes.citing import citing_rows, lines_for
from scale_explorer.tui.panes.margin import margin
from scale_explorer.tui.panes.marks import CITED, UNCITED

Told = list[tuple[int, int, str]]


def sentence(start: int, end: int, *claims: str, why: str = "") -> SentenceRow:
    return SentenceRow(start, end, 1, why, claims)


def signs(sentences: list[SentenceRow], *stretches: tuple[int, int, str | None]) -> Told:
    shown = [
        (Stretch(start, end, 1, text, ()), " ⋯ " if text is None else text)
        for start, end, text in stretches
    ]
    return [(each.start, each.end, each.sign) for each in margin(shown, sentences)]


def test_each_sentence_has_its_own_stretch_of_the_margin() -> None:
    sentences = [sentence(10, 14, "a"), sentence(15, 19), sentence(20, 24, why="a question")]
    assert signs(sentences, (10, 24, "One. Two. Six.")) == [(0, 4, CITED), (5, 9, UNCITED)]


def test_quotes_do_not_part_a_sentence_from_its_sign() -> None:
    found = signs([sentence(0, 9, "a"), sentence(10, 14)], (0, 4, "The "), (4, 14, "mill. Two."))
    assert found == [(0, 4, CITED), (4, 9, CITED), (10, 14, UNCITED)]


@pytest.mark.parametrize(
    ("sentences", "sign"),
    [
        ([sentence(0, 4, "a"), sentence(5, 9, "b")], [CITED]),
        ([sentence(0, 4, "a"), sentence(5, 9)], [UNCITED]),
        ([sentence(0, 9, why="a caption")], []),
    ],
)
def test_a_gap_has_the_sign_of_what_is_left_to_do_in_it(
    sentences: list[SentenceRow], sign: list[str]
) -> None:
    assert signs(sentences, (0, 9, None)) == [(0, 3, each) for each in sign]


def test_a_text_that_was_cut_has_no_sign_behind_its_end() -> None:
    assert signs([sentence(0, 4, "a"), sentence(5, 9)], (0, 12, "One.")) == [(0, 4, CITED)]


@pytest.mark.alone
def test_very_many_sentences_take_linear_time() -> None:
    sentences = [sentence(2 * n, 2 * n + 1, "a") for n in range(20_000)]
    stretches = [(4 * n, 4 * n + 4, "a b ") for n in range(10_000)]
    began = process_time()
    assert len(signs(sentences, *stretches)) == 20_000
    assert process_time() - began < 2


@pytest.mark.parametrize("height", range(40))
def test_the_list_takes_less_than_half_of_any_height(height: int) -> None:
    lines = lines_for(height)
    assert 0 <= 2 * lines < max(height, 1)
    assert len(citing_rows((), lines)) <= lines
