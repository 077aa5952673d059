"""Where something stands: the line, the stretch of it that is meant, and the line to show."""

from __future__ import annotations

import time

import pytest

from scale_explorer.data.finding import Place
from scale_explorer.data.loading.decode import ParseError
from scale_explorer.data.loading.excerpt import LONGEST
from scale_explorer.data.loading.parse import parse
from scale_explorer.data.loading.places import Origin, Places, fault_place

RECORD = Origin("a.toml", "figure")
FIGURE = '''\
[[figure]]  # the rent
id = "rent-birch"
subject = "birch"  # not "rent"
value = 5 # "#"
\tnote = "a\ttab"
evidence = [
  "the rent is \\"5\\"",
  { exact = "of the mill" },
]
text = """
The mill has \\
  two stones.
"""
formula = "{birch-rent} / {birch}"
[figure.period]
before = "birch"
'''


def place(text: str, key: str = "", words: str = "") -> Place:
    return Places({"a.toml": text.encode()}, {"a.toml": "a.toml"}).at(RECORD, key, words)


def shown(found: Place) -> str:
    """Draw carets below what is meant, as simply as can be."""
    assert found.marked is not None
    start, end = found.marked
    return f"{found}:{found.column}-{found.end} {found.excerpt[start:end]}"


@pytest.mark.parametrize(
    ("key", "words", "told"),
    [
        ("", "", "a.toml:1:1-11 [[figure]]"),
        ("colour", "", "a.toml:1:1-11 [[figure]]"),
        ("subject", "", 'a.toml:3:11-18 "birch"'),
        ("value", "", "a.toml:4:9-10 5"),
        ("evidence", "", "a.toml:6:12-13 ["),
        ("period", "", "a.toml:15:1-16 [figure.period]"),
        ("subject", "birch", "a.toml:3:12-17 birch"),
        ("evidence", "birch", "a.toml:3:12-17 birch"),
        ("formula", "birch", "a.toml:14:28-33 birch"),
        ("formula", "birc", "a.toml:14:13-17 birc"),
        ("evidence", 'rent is "5"', 'a.toml:7:8-21 rent is \\"5\\"'),
        ("evidence", "of the mill", "a.toml:8:14-25 of the mill"),
        ("text", "The mill has two stones.", "a.toml:11:1-13 The mill has"),
        ("text", "The mill has no stones.", 'a.toml:10:8-11 """'),
        ("note", "a", "a.toml:5:10-11 a"),
    ],
)
def test_what_is_meant_is_found_in_its_line(key: str, words: str, told: str) -> None:
    assert shown(place(FIGURE, key, words)) == told


def test_a_quote_that_stands_in_another_one_too_is_marked_where_it_is_one() -> None:
    quotes = '[[figure]]\nevidence = ["the rent of the mill", "of the mill", \'the rent\']\n'
    assert shown(place(quotes, "evidence", "of the mill")) == "a.toml:2:38-49 of the mill"
    assert shown(place(quotes, "evidence", "the rent")) == "a.toml:2:53-61 the rent"


def test_a_tab_is_shown_as_one_blank_so_that_columns_stay_true() -> None:
    found = place(FIGURE, "note")
    assert found.excerpt == ' note = "a tab"'
    assert shown(found) == 'a.toml:5:9-16 "a tab"'


def test_a_line_is_safe_to_show() -> None:
    found = place("[[figure]]\r\nid = '\u202e\x1bx'\r\n", "id")
    assert found.excerpt == "id = '\N{REPLACEMENT CHARACTER}␛x'"


def test_a_list_of_inline_tables_stands_at_its_key() -> None:
    assert shown(place('figure = [{ id = "x" }]\n', "id", "x")) == "a.toml:1:19-20 x"
    assert place("# nothing\n") == Place("a.toml")


@pytest.mark.parametrize("before", [0, 20, 500])
@pytest.mark.parametrize("after", [0, 500])
def test_of_a_long_line_what_is_meant_is_shown(before: int, after: int) -> None:
    line = f"id = '{'a ' * before}birch{' b' * after}'"
    found = place(f"[[figure]]\n{line}\n", "id", "birch")
    assert (found.column, len(found.excerpt)) == (7 + 2 * before, min(len(line), LONGEST))
    assert shown(found).endswith(" birch")
    assert found.excerpt.startswith("…") == (found.skipped > 0) == (before > 20)
    assert found.excerpt.endswith("…") == (after > 0)


def test_of_what_is_longer_than_can_be_shown_the_beginning_is_marked() -> None:
    found = place(f"[[figure]]\nid = '{'x' * 999}'\n", "id")
    assert (found.column, found.end, found.marked) == (6, 1_007, (5, LONGEST))


@pytest.mark.parametrize(
    ("content", "told", "excerpt"),
    [
        (b"a = 1\nb = yes # no", "a.toml:2:5-6 y", "b = yes # no"),
        (b"a = [", "a.toml:1:6-7 ", "a = ["),
        ("a = 'ä".encode() + b"\xff'", "a.toml:1:7-8 \N{REPLACEMENT CHARACTER}", "a = 'ä�'"),
        (b".".join([b"a"] * 33) + b" = 1", "a.toml:1:69-70 1", ".".join("a" * 33) + " = 1"),
    ],
)
def test_a_syntax_error_has_its_place(content: bytes, told: str, excerpt: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(content, "a.toml")
    found = fault_place(content, "a.toml", caught.value)
    assert (shown(found), found.excerpt) == (told, excerpt)


@pytest.mark.alone
@pytest.mark.parametrize(
    ("words", "line"),
    [("a " * 999 + "b", "a " * 999_999), ("a", "xa" * 999_999), ("a\\" * 999, "a\\" * 999_999)],
    ids=["repeated", "parts of words", "escapes"],
)
def test_no_line_takes_long(words: str, line: str) -> None:
    document = f"[[figure]]\nid = '''{line}'''\n" + "b\n" * 99_999
    places = Places({"a.toml": document.encode()}, {"a.toml": "a.toml"})
    started = time.process_time()
    assert {places.at(RECORD, "id", words).line for _ in range(20)} == {2}
    assert time.process_time() - started < 5
