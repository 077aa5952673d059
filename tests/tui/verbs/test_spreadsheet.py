from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.verbs.drawing.blocks import Cell, Column, Sheet
from scale_explorer.tui.verbs.drawing.spreadsheet import defused, draw


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+cmd|x",
        "-2+3|cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "-",
        "=",
        "-1-1",
        "-١",
        " =1+1",
        "\n=1",
        "\u00a0=1",
        '"=1+1"',
        "' -2+3",
        "\uff1d1+1",
        "\uff20A1",
    ],
)
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "“quoted” = 1", "≈ $150 M", "2024-05", " plain", "'"])
def test_what_no_spreadsheet_would_run_is_left_alone(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize("number", ["-5", "+5", "-5.25", -5, 150_000_000, "49"])
def test_numbers_stay_numbers(number: Cell) -> None:
    assert defused(number) == str(number)


def test_nothing_is_an_empty_cell() -> None:
    assert defused(None) == ""


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_a_reader_gets_back_what_was_written(cells: list[str]) -> None:
    sheet = Sheet((Column("a"), Column("b")), (tuple(cells),))
    written = "\n".join(draw(sheet)) + "\n"
    assert list(csv.reader(io.StringIO(written, newline=""))) == [
        ["a", "b"],
        [defused(cell) for cell in cells],
    ]
