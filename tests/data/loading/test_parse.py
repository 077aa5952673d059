"""TOML from anywhere: a table or an error that says where, and soon."""

from __future__ import annotations

import time
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.loading.decode import ParseError
from scale_explorer.data.loading.layout import layout
from scale_explorer.data.loading.parse import fault, parse
from scale_explorer.data.loading.skeleton import skeleton


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = 1\nb = 2025-06\n", r"a\.toml:2:9: Expected newline.*in quotes"),
        (b"a = yes", r"a\.toml:1:5: Invalid value"),
        (b"[a\n", r"a\.toml:1:3: Expected '\]'"),
        (b"a = 1\na = 2\n", r"a\.toml:2:6: Cannot overwrite a value"),
        ("ok\nä = 'ö".encode() + b"\xff", r"a\.toml:2:7: byte 12 is not UTF-8"),
        (b"\n\xff", r"a\.toml:2:1: byte 2 is not UTF-8"),
        (b"\x7fELF\0", r"not a text file"),
        (b'a = "\\ud800"', r"a\.toml:1:12: Escaped character"),
        (b"a = " + b"1" * 5000, r"a\.toml:1: a number must have"),
        (b"b = 1\na = " + b"[" * 100_000, r"a\.toml:2: lists and tables stand in"),
        (b"a = " + b"{a=" * 100_000, r"a\.toml:1: .* 32 deep"),
        (b".".join([b"a"] * 9) + b" = 1", "more than 8 parts"),
        (b"[" + b" . ".join([b'"a"'] * 9) + b"]", "more than 8 parts"),
    ],
)
def test_an_error_says_where_and_what(content: bytes, said: str) -> None:
    with pytest.raises(ParseError, match=said):
        parse(content, "a.toml")


@pytest.mark.alone
@pytest.mark.parametrize(
    "bomb",
    [
        b".".join([b"a"] * 1_000_000) + b" = 1",
        b"[" + b".".join([b"a"] * 1_000_000) + b"]",
        b'"' * 1_000_000,
        b'"\\' * 500_000,
        b'x = """' + b'a"' * 500_000,
        b"x = [" + b"1.5," * 500_000,
    ],
    ids=["key", "header", "quotes", "escapes", "open string", "numbers"],
)
def test_no_document_takes_long(bomb: bytes) -> None:
    started = time.process_time()
    with pytest.raises(ParseError):
        parse(bomb, "a.toml")
    assert time.process_time() - started < 5


def test_many_points_in_words_and_numbers_are_no_long_key() -> None:
    text = f'a = "{"Hm. " * 50}"\nb = [{"1.5, " * 50}]  # {"." * 50}\n'
    assert parse(text.encode(), "a.toml")["b"] == [Decimal("1.5")] * 50


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse(b"\xef\xbb\xbfa = 1", "a.toml") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = nan", "finite"),
        ("a = [{ b = -inf }]", "finite"),
        ("a = 1e999", "finite"),
        ("a = 1e99999999999999999999", "finite"),
        (f"a = 0x{'f' * 100_000}", "digits"),
        (f"a = 1.{'1' * 41}", "digits"),
        (f"a = {'[' * 33}{']' * 33}", "deep"),
        (f"a = {'[' * 20}{']' * 20}", ""),
        ("a = 1_000_000.25\nb = true\nc = 0.0", ""),
    ],
)
def test_bounds_of_values(text: str, said: str) -> None:
    found = fault(parse(text.encode(), "a.toml"))
    assert (found and found[0] == "a" and said in found[1]) if said else found is None


@given(
    st.binary(max_size=200) | st.text(alphabet="a.=[]{}\"'#\\\n 1-", max_size=60).map(str.encode)
)
def test_any_bytes_give_a_table_or_a_parse_error(content: bytes) -> None:
    with suppress(ParseError):
        assert isinstance(parse(content, "a.toml"), dict)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('a = """x"y""z\n\n"""  # hi\n[[b]]', 'a = ""\n\n  \n[[b]]'),
        ("a = '''x''y\n'''''\nb = 1", 'a = ""\n\nb = 1'),
        ('a = "# [[no]]" # [[no]]', 'a = "" '),
        ('a = """\\"""[[no]]"""\nb = 1', 'a = ""\nb = 1'),
        ("a = '\\'\n[[b]]", 'a = ""\n[[b]]'),
    ],
)
def test_a_skeleton_keeps_lines_and_loses_words(text: str, left: str) -> None:
    assert skeleton(text) == left


DOCUMENT = '''\
top = 1
[dataset]
id = "x"  # [[company]]

[[company]]
id = "a"
summary = """
[[company]]
name = "not a key"
"""
evidence = [
  "one",
  { exact = "two",
    source = "s" },
]
name = "A"
[[company]]
id = "b"
[[company.history]]
status = "x"
[company.identifiers]
lei = "y"
'''


def test_a_layout_finds_tables_and_their_keys() -> None:
    found = layout(DOCUMENT).tables
    assert {name: lines.start for name, lines in found.items()} == {
        ("", 0): 1, ("dataset", 0): 2, ("company", 0): 5, ("company", 1): 17,
    }  # fmt: skip
    assert found["company", 0].keys == {"id": 6, "summary": 7, "evidence": 11, "name": 16}
    assert found["company", 1].keys == {"id": 18, "history": 19, "identifiers": 21}
    assert (found["company", 0].end, found["company", 1].end) == (17, 24)
