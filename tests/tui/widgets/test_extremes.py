"""Whatever the text, every line fills its width to the cell, or all that is right of it moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.line_view import LineView
from scale_explorer.tui.widgets.lines import Line, Span
from scale_explorer.tui.widgets.palette import Palette
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row, Tone
from scale_explorer.tui.widgets.tab_line import Tab, TabLine
from scale_explorer.tui.widgets.text_lines import TextLines

TONES = {tone: Style(color=f"color({number})") for number, tone in enumerate(Tone)}
PALETTE = Palette(TONES, match=Style(underline=True), thumb=Style())
PALETTES = (PALETTE, PALETTE.with_cursor(Style(bold=True), Style(bgcolor="blue")))
COLUMNS = (
    Column(min=16, flex=3, priority=9),
    Column(min=10, max=18, flex=1, priority=8),
    Column(min=3, priority=4),
)

PIECES = st.sampled_from([
    "Scale AI ", "a" * 40, "会社", "案", "👩\u200d🔬", "👩🏽\u200d🚀", "❤\ufe0f", "1\ufe0f\u20e3",
    "🇺🇸", "e\u0301", "مرحبا", "שלום", "ﷺ", "½", "#", " ", "\t", "\x1b[31m",
    "\u200d", "\ufe0f", "\u0301",
])  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join)
WIDTHS = st.integers(20, 200)


def assert_fills(line: list[Segment], width: int) -> None:
    """Hold that the text has the width, measured as one or in pieces, and in ASCII as well."""
    joined = list(Segment.simplify(line))
    for segments in (line, joined):
        assert sum(cell_len(segment.text) for segment in segments) == width
    assert cell_len("".join(segment.text for segment in line)) == width
    assert sum(len(to_ascii(segment.text)) for segment in joined) == width


class Drawn(LineView):
    """Draws without a terminal."""

    def drawn(self, width: int, palette: Palette) -> list[list[Segment]]:
        return [self._paint(line, width, palette) for line in range(self._lay_out(width))]


class DrawnRows(Drawn, RowList):
    pass


class DrawnText(Drawn, TextLines):
    pass


class DrawnTabs(Drawn, TabLine):
    pass


CELLS = st.builds(
    Cell,
    TEXTS,
    st.sampled_from(Tone),
    st.sampled_from(["left", "right", "decimal"]),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=2).map(tuple),
    st.booleans(),
)
ROWS = st.builds(
    Row,
    st.sampled_from([None, "key"]),
    st.lists(CELLS, max_size=4).map(tuple),
    st.integers(0, 4),
    st.sampled_from(["item", "heading", "rule", "text"]),
)


@given(st.lists(ROWS, max_size=4).map(tuple), WIDTHS)
def test_rows_fill_their_width(rows: tuple[Row, ...], width: int) -> None:
    view = DrawnRows(COLUMNS)
    view.show(rows)
    for line in view.drawn(width, PALETTE):
        assert_fills(line, width)


SPANS = st.builds(Span, TEXTS, st.sampled_from([Tone.PLAIN, Tone.QUOTE]), st.none())
LINES = st.builds(
    Line,
    st.lists(SPANS, max_size=5).map(tuple),
    st.sampled_from([None, "key"]),
    st.integers(0, 3),
    st.sampled_from(["", "¶ 12 "]),
)


@pytest.mark.parametrize("holds_cursor", [True, False])
@given(st.lists(LINES, max_size=3).map(tuple), WIDTHS)
def test_running_text_fills_its_width(
    holds_cursor: bool,  # noqa: FBT001 - a parameter of the test
    passages: tuple[Line, ...],
    width: int,
) -> None:
    view = DrawnText(holds_cursor=holds_cursor)
    view.show(passages)
    for line in view.drawn(width, PALETTES[holds_cursor]):
        assert_fills(line, width)


@given(st.lists(TEXTS, max_size=4), st.integers(0, 5), st.integers(1, 200))
def test_tabs_fill_their_width(names: list[str], current: int, width: int) -> None:
    view = DrawnTabs()
    view.show(tuple(Tab(str(n), str(n), name) for n, name in enumerate(names)), str(current))
    for line in view.drawn(width, PALETTE):
        assert_fills(line, width)


def test_a_long_name_and_a_long_quote_are_cut_and_wrapped_where_there_is_room() -> None:
    rows = DrawnRows(COLUMNS)
    rows.show((Row("a", (Cell("N" * 200), Cell("$1 bn"), Cell("3"))),))
    (line,) = rows.drawn(80, PALETTE)
    name, *rest = "".join(segment.text for segment in line).split()
    assert (set(name), rest) == ({"N", "…"}, ["$1", "bn", "3"])
    quote = DrawnText()
    quote.show((Line((Span("word " * 400),)),))
    assert len(quote.drawn(20, PALETTE)) == 100
