"""CSV files row by row: bad rows hide no others, and a strange heading is refused."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.importing import csv_records as module
from scale_explorer.data.importing.csv_records import csv_records
from scale_explorer.data.importing.lines import LINE_BYTES, of_bytes
from scale_explorer.data.importing.rejected import Rejected
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.importing.table_rows import LineFeed, Row, rows
from scale_explorer.data.loading.decode import ParseError
from scale_explorer.data.loading.limits import ROW_CHARACTERS
from scale_explorer.data.loading.spreadsheet.columns import ENTITIES, FIGURES, RELATIONSHIPS, Layout
from scale_explorer.models.kinds import Kind

from .gathering import sorted_out


def read(
    text: str | bytes, layout: Layout = ENTITIES, only_source: str | None = None
) -> tuple[list[Item], list[Rejected]]:
    content = text.encode() if isinstance(text, str) else text
    return sorted_out(csv_records(of_bytes(content), "x.csv", 0, layout, only_source))


def test_rows_are_records() -> None:
    items, rejected = read("type,name,country\ncompany,A,US\nperson,Ann,\n\n")
    assert not rejected
    assert [(item.kind, item.id, item.line) for item in items] == [
        (Kind.COMPANY, "a", 2), (Kind.PERSON, "ann", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_signs_ends_and_a_mark_are_read(sign: str, end: str) -> None:
    text = end.join(["\ufefftype,name", 'company,"A', 'B"']).replace(",", sign)
    items, rejected = read(text)
    assert not rejected
    assert items[0].fields["name"] == "A B"


def test_all_rows_behind_a_long_beginning_are_read() -> None:
    text = "type,name\n" + "".join(f"company,A {number}\n" for number in range(200))
    items, _ = read(text)
    assert [item.line for item in items] == list(range(2, 202))


def test_relationships_and_figures_are_read_with_their_quotes() -> None:
    (tie,), _ = read(
        "type,subject,object,status,source,quote\nowns,a,b,current,s,it owns b\n", RELATIONSHIPS
    )
    assert (tie.id, tie.fields["history"]) == ("a.owns.b", [{"status": "current"}])
    assert tie.evidence == ({"source": "s", "exact": "it owns b"},)
    (revenue,), _ = read("subject,measure,value,quote\na,revenue,$5,for $5\n", FIGURES, "s")
    assert revenue.fields["value"]["stated"] == "5"
    assert revenue.evidence == ({"source": "s", "exact": "for $5"},)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("firm,A", 'type cannot be "firm"'),
        ("company", "1 cell where the heading has 2"),
        ("company,A,B", "3 cells"),
        ("company,", "name is missing"),
        ('company,"A"B', "quote mark"),
        ("company,#REF!", "formula that failed"),
        ("company,\0", "zero"),
        ("company,東", "id"),
    ],
)
def test_a_bad_row_is_told_and_hides_no_other(row: str, words: str) -> None:
    items, (told,) = read(f"type,name\n{row}\ncompany,B\n")
    assert [item.id for item in items] == ["b"]
    assert words in f"{told.finding.message} {told.finding.hint}"
    assert told.finding.place is not None
    assert told.finding.place.line == 2


def test_bytes_that_are_no_text_cost_their_line() -> None:
    items, (told,) = read(b"type,name\ncompany,\xff\ncompany,B\n")
    assert [item.id for item in items] == ["b"]
    assert told.finding.code == "not_utf8"
    assert "iconv" in told.finding.hint


def test_a_line_that_is_too_long_costs_itself() -> None:
    items, (told,) = read(f"type,name\ncompany,{'x' * LINE_BYTES}\ncompany,B\n")
    assert ([item.id for item in items], told.finding.code) == (["b"], "line_too_long")


def test_a_quote_mark_that_is_never_closed_costs_a_row() -> None:
    filling = "company,C\n" * (ROW_CHARACTERS // 5)
    items, (told,) = read(f'type,name\ncompany,"A\n{filling}')
    assert len(items) == ROW_CHARACTERS // 5
    assert told.finding.place is not None
    assert told.finding.place.line == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("type|name\ncompany|A\n", r"parted by bars \(\|\)"),
        ("type,nmae\ncompany,A\n", r"lacks the column name \(nmae is none\)"),
        ("type,name,cuontry\n", "no column cuontry.*did you mean country"),
        ("type,name,name\n", "name is there twice"),
        ("a,b\n1,2\n", "must name columns"),
        ("", "no row"),
        (b"\xff\xfet\0y\0", "UTF-16"),
    ],
)
def test_a_heading_that_is_not_understood_is_refused(text: str | bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        read(text)


@given(
    st.lists(
        st.lists(st.text('a"\n, é', min_size=1, max_size=5), min_size=2, max_size=2), max_size=8
    )
)
def test_rows_are_cut_as_the_standard_reader_cuts_the_whole(wanted: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(wanted)
    feed = LineFeed(of_bytes(text.getvalue().encode()), "x.csv")
    found = list(rows(feed, ",", "x.csv"))
    assert [each.cells for each in found if isinstance(each, Row)] == wanted


@given(st.text('a"\n,', max_size=40))
def test_no_text_stops_the_reading(text: str) -> None:
    feed = LineFeed(of_bytes(text.encode()), "x.csv")
    found = list(rows(feed, ",", "x.csv"))
    lines = [each.line if isinstance(each, Row) else _line(each) for each in found]
    assert lines == sorted(lines)


def _line(rejected: Rejected) -> int:
    assert rejected.finding.place is not None
    return rejected.finding.place.line or 0


def test_only_the_beginning_is_kept_for_the_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_HEAD", 3)
    numbered = of_bytes(b"type,name\n" + b"company,A\n" * 10)
    found = csv_records(numbered, "x.csv", 0, ENTITIES)
    next(found)
    assert next(numbered)[0] == 4
