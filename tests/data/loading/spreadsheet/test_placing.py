"""Which part of a CSV file is meant: words in a cell, the cell, or the row."""

from __future__ import annotations

import pytest

from scale_explorer.data.finding import Place
from scale_explorer.data.loading.excerpt import LONGEST
from scale_explorer.data.loading.places import Origin, Places

FIGURES = '''\
\ufeffid,subject,measure,value,note,quote,quote_2,mentions_2
rent,birch,revenue, $5 ,,the rent of the mill,"of the ""mill""",the mill = birch
,birch,revenue,$5,,"a long
quote, on birch and
birch-mills",birch-mill,
x,birch
'''


def place(line: int, key: str = "", words: str = "", text: str = FIGURES) -> Place:
    places = Places({"figures.csv": text.encode()}, {"figures.csv": "set/figures.csv"})
    return places.at(Origin("figures.csv", "figure", line), key, words)


def shown(found: Place) -> str:
    assert found.marked is not None
    start, end = found.marked
    return f"{found.line}:{found.column}-{found.end} {found.excerpt[start:end]}"


@pytest.mark.parametrize(
    ("line", "key", "words", "told"),
    [
        (2, "", "", "2:1-5 rent"),
        (2, "colour", "", "2:1-5 rent"),
        (2, "subject", "", "2:6-11 birch"),
        (2, "value", "", "2:21-23 $5"),
        (2, "note", "", "2:25-25 ,"),
        (2, "evidence", "", "2:26-46 the rent of the mill"),
        (2, "quote_2", "", '2:48-63 of the ""mill""'),
        (2, "evidence", 'of the "mill"', '2:48-63 of the ""mill""'),
        (2, "evidence", "of the mill", "2:35-46 of the mill"),
        (2, "evidence", '"mill"', '2:55-63 ""mill""'),
        (2, "evidence", "the mill", "2:38-46 the mill"),
        (2, "mentions_2", "the mill", "2:65-73 the mill"),
        (2, "evidence", "birch", "2:76-81 birch"),
        (2, "value", "birch", "2:6-11 birch"),
        (2, "value", "elm", "2:21-23 $5"),
        (2, "5", "", "2:26-46 the rent of the mill"),
        (2, "8", "", "2:81-81 "),
        (3, "", "", '3:1-27 ,birch,revenue,$5,,"a long'),
        (3, "evidence", "a long\nquote, on birch and\nbirch-mills", "3:21-27 a long"),
        (3, "evidence", "on birch", "4:8-16 on birch"),
        (3, "evidence", "birch-mills", "5:1-12 birch-mills"),
        (3, "evidence", "birch-mill", "5:14-24 birch-mill"),
        (6, "value", "", "6:1-2 x"),
    ],
)
def test_what_is_meant_is_found_in_its_row(line: int, key: str, words: str, told: str) -> None:
    assert shown(place(line, key, words)) == told


def test_windows_line_ends_change_no_place() -> None:
    windows = FIGURES.replace("\n", "\r\n")
    assert place(3, "evidence", "on birch", windows) == place(3, "evidence", "on birch")


def test_a_row_is_safe_to_show_and_cut_where_it_is_long() -> None:
    text = f"subject,measure,value\n{'x' * 999},\u202eb,\x1bc\n"
    found = place(2, "value", text=text)
    assert (found.column, len(found.excerpt)) == (1_004, LONGEST)
    assert shown(found).endswith("␛c")
    assert "\u202e" not in found.excerpt


def test_of_a_file_without_a_heading_the_line_is_meant() -> None:
    assert shown(place(1, "value", text="a,b\n")) == "1:1-4 a,b"


def test_whole_words_come_before_parts_of_words() -> None:
    text = "subject,measure,quote\na,b,elms and elm\n"
    assert shown(place(2, "evidence", "elm", text)) == "2:14-17 elm"
    assert shown(place(2, "evidence", "lm", text)) == "2:6-8 lm"
