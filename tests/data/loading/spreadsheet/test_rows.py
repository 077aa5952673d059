"""Rows and cells of CSV text: what Python writes is read back, and broken rows hide no others."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.loading.limits import FINDINGS, ROW_CHARACTERS
from scale_explorer.data.loading.spreadsheet import feed as feed_module
from scale_explorer.data.loading.spreadsheet.cells import Fault, cells, fault
from scale_explorer.data.loading.spreadsheet.feed import Feed
from scale_explorer.data.loading.spreadsheet.rows import Row, plain_text, rows

DELIMITERS = st.sampled_from([",", ";", "\t"])
CELLS = st.text(st.sampled_from('ab,;\t"\n \u2028\x0b\x85é🏭='), max_size=6)
Quoting = Literal[0, 1, 2]
QUOTINGS: st.SearchStrategy[Quoting] = st.sampled_from(
    [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=6)


def written(table: list[list[str]], delimiter: str, ends: str, quoting: Quoting) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=quoting)
    writer.writerows(table)
    return out.getvalue()


@given(
    TABLES, DELIMITERS, st.sampled_from(["\n", "\r\n"]),
    QUOTINGS,
)  # fmt: skip
def test_what_python_writes_is_read_back_cell_by_cell(
    table: list[list[str]], delimiter: str, ends: str, quoting: Quoting
) -> None:
    text = plain_text(written(table, delimiter, ends, quoting))
    found = list(rows(text, delimiter))
    assert [row.cells for row in found] == table
    starts = [0, *(place + 1 for place, each in enumerate(text) if each == "\n")]
    for row in found:
        start = starts[row.line - 1]
        assert fault(text, start, delimiter) is None
        assert [cell.value(text) for cell in cells(text, start, delimiter)] == row.cells


@given(st.text(st.sampled_from('a,"\n\r\0é'), max_size=60), DELIMITERS)
def test_any_text_comes_to_an_end_and_no_line_is_read_twice(text: str, delimiter: str) -> None:
    plain = plain_text(text)
    lines = [row.line for row in rows(plain, delimiter)]
    assert lines == sorted(set(lines))
    assert all(line <= plain.count("\n") + 1 for line in lines)
    broken = [row for row in rows(plain, delimiter) if row.broken]
    assert all(row.cells == [] for row in broken)


@given(st.text(st.sampled_from('a,"\n'), max_size=40))
def test_what_cannot_be_cut_is_at_fault_in_both(text: str) -> None:
    starts = [0, *(place + 1 for place, each in enumerate(text) if each == "\n")]
    for row in rows(text, ","):
        start = starts[row.line - 1]
        assert (fault(text, start, ",") is not None) == row.broken
        if not row.broken and row.cells:
            assert [cell.value(text) for cell in cells(text, start, ",")] == row.cells


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a,"b "c" d",e\nf,g\n', [Row(1, [], broken=True), Row(2, ["f", "g"])]),
        ('a,"b\nc,"d",e\nf\n', [Row(1, [], broken=True), Row(2, ["c", "d", "e"]), Row(3, ["f"])]),
        ('a\n"b\nc\n', [Row(1, ["a"]), Row(2, [], broken=True), Row(3, ["c"])]),
        ("a\rb\nc\n", [Row(1, [], broken=True), Row(2, ["c"])]),
        ('"a\nb",c\nd\n', [Row(1, ["a\nb", "c"]), Row(3, ["d"])]),
        ("a\0b\n", [Row(1, ["a\0b"])]),
    ],
)
def test_behind_a_broken_row_reading_goes_on_in_the_next_line(text: str, found: list[Row]) -> None:
    assert list(rows(text, ",")) == found


def test_rows_are_read_from_a_line_on() -> None:
    assert list(rows("a\nb\nc", ",", 2)) == [Row(2, ["b"]), Row(3, ["c"])]
    assert list(rows("a", ",", 5)) == []


def test_a_quote_mark_left_open_does_not_swallow_the_rest() -> None:
    text = 'a,"b\n' + "c,d\n" * ROW_CHARACTERS
    found = list(rows(text, ","))
    assert found[0] == Row(1, [], broken=True)
    assert len(found) == ROW_CHARACTERS + 1


@pytest.mark.parametrize("line", ['a","\n', '"\n', '"","\n', 'a,"b\n', '""a\n'])
def test_however_rows_are_broken_what_is_read_is_bounded(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    following = Feed.__next__

    def counted(feed: Feed) -> str:
        taken = following(feed)
        read.append(len(taken))
        return taken

    monkeypatch.setattr(Feed, "__next__", counted)
    monkeypatch.setattr(feed_module, "ROW_CHARACTERS", 1_000)
    text = line * (100_000 // len(line))
    broken = [row for row in rows(text, ",") if row.broken]
    assert len(broken) <= FINDINGS
    assert sum(read) <= len(text) + len(broken) * (1_000 + 2 * len(line))


def test_of_very_many_broken_rows_the_last_one_says_so() -> None:
    found = list(rows('""a\n' * (FINDINGS + 5), ","))
    assert [row.line for row in found if row.last] == [FINDINGS]
    assert len(found) == FINDINGS


def test_where_a_row_cannot_be_cut() -> None:
    assert fault('a,"b "c"\n', 0, ",") == Fault(6, is_open=False)
    assert fault('a,"b\n', 0, ",") == Fault(2, is_open=True)
    assert fault(f'"{"a" * ROW_CHARACTERS}\n"', 0, ",") == Fault(0, is_open=True)
    assert fault('a,"b"', 0, ",") is None
