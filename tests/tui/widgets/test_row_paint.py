from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from scale_explorer.tui.widgets.columns import Place
from scale_explorer.tui.widgets.palette import Palette
from scale_explorer.tui.widgets.row_paint import paint_row
from scale_explorer.tui.widgets.rows import Cell, Kind, Row, Tone

TONES = {tone: Style(color=f"color({number})", bgcolor="black") for number, tone in enumerate(Tone)}
MATCH = Style(underline=True)
PALETTE = Palette(TONES, match=MATCH, thumb=Style())
PLACES = (Place(0, 10, 10), Place(1, 9, 5))


def text_of(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def test_cells_stand_in_their_columns() -> None:
    row = Row("a", (Cell("Scale AI"), Cell("$28.5 bn", align="decimal")), depth=1)
    assert text_of(paint_row(row, PLACES, 26, PALETTE)) == "   Scale AI   $28.5 bn    "


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("1.25", "    1.25 "), ("$870 M", " $870 M  "), ("unknown", "  unknown")],
)
def test_decimal_points_stand_in_one_line(amount: str, expected: str) -> None:
    row = Row("a", (Cell("x"), Cell(amount, align="decimal")))
    assert text_of(paint_row(row, PLACES, 22, PALETTE))[13:22] == expected


def test_a_heading_stands_left_with_its_count_at_the_right() -> None:
    row = Row(None, (Cell("Investors"), Cell("3", align="right")), kind="heading")
    assert text_of(paint_row(row, PLACES, 16, PALETTE)) == "Investors      3"


def test_a_long_heading_leaves_its_count_room() -> None:
    row = Row(None, (Cell("Competitors and rivals"), Cell("12", align="right")), kind="heading")
    assert text_of(paint_row(row, PLACES, 16, PALETTE)) == "Competitors…  12"


def test_the_cursor_has_a_sign_and_a_tint() -> None:
    palette = PALETTE.with_cursor(Style(color="red"), Style(bgcolor="blue"))
    marker, text = paint_row(Row("a", (Cell("Scale AI"),)), (), 12, palette)
    blue = Style(bgcolor="blue")
    assert marker == Segment("▌", Style(color="red") + blue)
    assert text == Segment("Scale AI   ", TONES[Tone.PLAIN] + blue)


def test_highlights_are_laid_over_the_tone() -> None:
    row = Row("a", (Cell("Scale AI", Tone.GOOD, highlights=((6, 99), (0, 2))),))
    shown = [(s.text, s.style) for s in paint_row(row, (), 9, PALETTE)]
    good = TONES[Tone.GOOD]
    assert shown == [
        (" ", TONES[Tone.PLAIN]),
        ("Sc", good + MATCH),
        ("ale ", good),
        ("AI", good + MATCH),
    ]


def test_blanks_join_the_text_before_them() -> None:
    row = Row("a", (Cell("ab", Tone.DIM), Cell("cd", Tone.DIM)))
    (line,) = paint_row(row, PLACES, 30, PALETTE)
    assert line.style == TONES[Tone.DIM]


@pytest.mark.parametrize("kind", ["item", "heading"])
@pytest.mark.parametrize("width", [1, 2, 5, 13, 40])
def test_every_row_fills_its_width_exactly(kind: Kind, width: int) -> None:
    cells = (Cell("会社 [/b] \x1b[31m"), Cell("x" * 30), Cell("9", align="right"))
    row = Row("a", cells, depth=7, kind=kind)
    line = text_of(paint_row(row, PLACES, width, PALETTE))
    assert cell_len(line) == width
    assert "\x1b" not in line
