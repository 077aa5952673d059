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
    id_column,
)
from scale_explorer.tui.verbs.drawing.cells import fitted_middle, wrapped
from scale_explorer.tui.verbs.drawing.plain import draw

COLUMNS = (Column("id"), Column("title", least=20), Column("amount", right=True))
LISTED = (
    Column("title", least=12),
    Column("amount", right=True),
    Column("when"),
    Column("detail", least=8, spare=True),
    id_column(),
)
ROW = (
    "Meta buys a stake in Scale AI",
    "49 %",
    "2025",
    "from a headline",
    "meta-buys-stake-in-scale-ai",
)
WHOLE = "Meta buys a stake in Scale AI    49 %  2025"


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


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (81, f"{WHOLE}  meta-buys-stake-in-scale-ai"),
        (82, f"{WHOLE}  from a …  meta-buys-stake-in-scale-ai"),
        (None, f"{WHOLE}  from a headline  meta-buys-stake-in-scale-ai"),
        (70, f"{WHOLE}  meta-buys-stake…-scale-ai"),
        (60, "Meta buys a stake in Sc…    49 %  2025  meta-buys-st…cale-ai"),
    ],
)
def test_what_is_spare_gives_way_before_ids_and_ids_before_titles(
    width: int | None, expected: str
) -> None:
    assert text(Sheet(LISTED, (ROW,)), width=width).splitlines()[1] == expected


def test_a_row_that_does_not_fit_is_set_on_several_lines_with_nothing_cut() -> None:
    assert text(Sheet(LISTED, (ROW, ("Short", "", "", "", "id"))), width=32) == (
        "Meta buys a stake in Scale  49 %\n"
        "AI\n"
        "    2025\N{NO-BREAK SPACE}·\n"
        "    meta-buys-stake-in-scale-ai\n"
        "Short\n"
        "    id"
    )


def test_amounts_stand_below_where_no_room_is_left_beside_the_title() -> None:
    cells = ("Meta buys a stake", "≤ $100 / annotation", "2025", "", "")
    assert text(Sheet(LISTED, (cells,)), width=24) == (
        "Meta buys a stake\n"
        "    ≤ $100 /\n"
        "    annotation\N{NO-BREAK SPACE}· 2025"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "width", "expected"),
    [
        ("meta-buys-stake", 15, "meta-buys-stake"),
        ("meta-buys-stake", 10, "meta-b…ake"),
        ("meta", 6, "meta  "),
        ("日本日本", 6, "日…本 "),
    ],
)
def test_ids_are_cut_inside(id_: str, width: int, expected: str) -> None:
    assert fitted_middle(id_, width) == expected


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
