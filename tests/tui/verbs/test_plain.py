from __future__ import annotations

import pytest
from rich.cells import cell_len

from scale_explorer.tui.verbs.drawing.blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Item,
    Paragraph,
    Quotation,
    Sheet,
)
from scale_explorer.tui.verbs.drawing.cells import wrapped
from scale_explorer.tui.verbs.drawing.plain import draw

COLUMNS = (Column("id", whole=True), Column("title"), Column("amount", right=True))


def text(*blocks: Block, width: int | None = None) -> str:
    return "\n".join(line.text for line in draw(blocks, width))


def test_columns_align_by_cell_width_and_amounts_to_the_right() -> None:
    sheet = Sheet(COLUMNS, (("a", "日本", "$9"), ("bcd", "Meta", "$150 M")))
    assert text(sheet) == (
        "id   title  amount\n"
        "a    日本       $9\n"
        "bcd  Meta   $150 M"
    )  # fmt: skip


def test_a_column_without_content_is_left_out() -> None:
    assert text(Sheet(COLUMNS, (("a", "", None),))) == "id\na"


def test_a_sheet_without_headings_starts_with_its_rows() -> None:
    assert text(Sheet(COLUMNS, (("a", "b", "c"),), headed=False)) == "a  b  c"


def test_zero_is_shown_as_nothing_and_thousands_are_parted() -> None:
    sheet = Sheet((Column("id"), Column("n", right=True)), (("a", 0), ("b", 12345)))
    assert text(sheet) == "id       n\na\nb   12,345"


def test_only_a_terminal_cuts_cells() -> None:
    sheet = Sheet(COLUMNS, (("meta-buys-stake", "Meta buys a stake in Scale AI" * 3, "49 %"),))
    drawn = text(sheet, width=48).splitlines()
    assert all(cell_len(line) <= 48 for line in drawn)
    assert drawn[1].startswith("meta-buys-stake  Meta buys a stake in")
    assert "…" in drawn[1]
    assert drawn[1].endswith("49 %")
    assert "…" not in text(sheet)


def test_columns_that_do_not_fit_are_left_out_with_a_sign() -> None:
    sheet = Sheet(COLUMNS, (("a" * 20, "Meta buys a stake", "≤ $100 / annotation"),))
    assert text(sheet, width=40) == (
        "id                    title  …\n"
        "aaaaaaaaaaaaaaaaaaaa  Meta buys a stake"
    )  # fmt: skip


def test_without_headings_no_column_is_left_out() -> None:
    cells = ("a" * 20, "Meta buys a stake", "≤ $100 / annotation")
    drawn = text(Sheet(COLUMNS, (cells,), headed=False), width=48)
    assert cell_len(drawn) == 48
    assert [len(cell) for cell in drawn.split("  ")] == [20, 12, 12]


def test_ids_are_cut_last() -> None:
    drawn = text(Sheet(COLUMNS, (("a" * 60, "Meta buys a stake", ""),)), width=48).splitlines()
    assert [len(cell) for cell in drawn[1].split("  ")] == [34, 12]


def test_a_line_feed_in_a_cell_stays_on_the_line() -> None:
    assert text(Sheet((Column("a"),), (("x\ny",),))) == "a\nx y"


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("日本語", 4, ["日本", "語"]),
        ("a\nb", 10, ["a", "b"]),
        ("one two three", None, ["one two three"]),
        ("", 10, [""]),
        ("日本", 1, ["日", "本"]),
    ],
)
def test_wrapping(line: str, width: int | None, expected: list[str]) -> None:
    assert list(wrapped(line, width)) == expected


def test_facts_align_and_wrap_below_themselves() -> None:
    facts = Facts((("valued", "about twenty-nine billion"), ("by", "Meta")))
    assert text(facts, width=24) == (
        "valued  about\n"
        "        twenty-nine\n"
        "        billion\n"
        "by      Meta"
    )  # fmt: skip


def test_headings_stand_close_and_blocks_apart() -> None:
    blocks = (Heading("T"), Paragraph("p"), Heading("S", 2), Item("a"), Item("b", 1, ("u",)))
    assert text(*blocks) == "T\np\n\nS\na\n    b\n        u"


def test_quotations_hold_their_details() -> None:
    assert text(Heading("T"), Quotation("words", ("by A", "here"))) == (
        "T\n\n“words”\n    by A\n    here"
    )


def test_only_headings_are_bold() -> None:
    lines = list(draw((Heading("T"), Sheet(COLUMNS, (("a", "b", "c"),))), None))
    assert [line.bold for line in lines] == [True, True, False]
