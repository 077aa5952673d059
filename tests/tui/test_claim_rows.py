"""Headings between rows: where they stand, worked out and not counted."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.tui.headings import COUNTED
from scale_explorer.tui.listed import AtHand, Listed
from scale_explorer.tui.panes.claim_rows import MORE, claim_rows
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import View
from scale_explorer.tui.widgets.rows import Row


def claim(number: int, section: str) -> ClaimRow:
    return ClaimRow(
        key=f"{number:08d}", section=section, claim=f"c{number}", target=None, label="Elm", role="",
        amount="", when="", state="", extra="", quotes=1, depth=0, flags=frozenset(),
    )  # fmt: skip


def sheet_of(sections: list[str], *, complete: bool = True) -> Sheet:
    rows = tuple(claim(number, section) for number, section in enumerate(sections))
    return Sheet("", "", "", (), Listed(AtHand(rows, complete)), "x", "")


def told(row: Row) -> str | None:
    return row.cells[0].text if row.kind == "heading" else row.key


@given(st.lists(st.sampled_from(["", "Customers", "Figures"]), max_size=30))
def test_each_section_has_its_heading_below_a_blank_line(sections: list[str]) -> None:
    expected: list[str | None] = []
    numbers = iter(range(len(sections)))
    for place, (section, group) in enumerate(groupby(sections)):
        keys = [f"{next(numbers):08d}" for _ in group]
        title = f"{section}  {len(keys)} lines" if section and len(keys) >= COUNTED else section
        if place or section:
            expected += [None, title] if expected else [title]
        expected += keys
    rows = claim_rows(sheet_of(sections), View.RECORD, frozenset())
    assert [told(row) for row in rows] == expected
    for line, row in enumerate(rows):
        assert row.key is None or rows.find(row.key) == line
    assert rows.find("00000099") is None
    assert rows.find(MORE) is None


def test_where_there_may_be_more_a_row_says_so() -> None:
    rows = claim_rows(sheet_of(["Customers"], complete=False), View.RECORD, frozenset())
    assert [told(row) for row in rows] == ["Customers", "00000000", MORE]
    assert rows.find(MORE) == 2


def test_rows_are_the_same_while_what_they_show_is() -> None:
    one, same, other = sheet_of(["A", "B"]), sheet_of(["A", "B"]), sheet_of(["A", "C"])
    rows = claim_rows(one, View.RECORD, frozenset())
    assert rows == claim_rows(same, View.RECORD, frozenset())
    assert rows != claim_rows(other, View.RECORD, frozenset())
    assert rows != claim_rows(same, View.RECORD, frozenset({"c1"}))
    assert rows != claim_rows(same, View.STORY, frozenset())
