"""What has a key and is in the window can be followed: by a label, or by a click."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from scale_explorer.tui.widgets.keyed_view import KeyedView
from scale_explorer.tui.widgets.lines import Line, Span
from scale_explorer.tui.widgets.overlay import inverted, with_label
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row, Tone
from scale_explorer.tui.widgets.text_lines import TextLines

from .hand import click


class Stage(App[None]):
    CLICK_CHAIN_TIME_THRESHOLD = 60  # however slow the machine, quick clicks count as one gesture
    CSS = "KeyedView { height: 1fr; }"

    def __init__(self, view: KeyedView) -> None:
        super().__init__()
        self.view = view
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_text_lines_moved(self, message: TextLines.Moved) -> None:
        self.told.append(("moved", message.key))

    def on_text_lines_chosen(self, message: TextLines.Chosen) -> None:
        self.told.append(("chosen", message.key))

    def window(self) -> list[str]:
        return [line.text.rstrip() for line in self.view.render_lines(self.view.size.region)]


@asynccontextmanager
async def stage(
    view: KeyedView, size: tuple[int, int]
) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage(view)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def ten_rows() -> RowList:
    view = RowList((Column(min=4, flex=1),))
    heading = Row(None, (Cell("Clients", Tone.HEADING),), kind="heading")
    view.show((heading, *(Row(key, (Cell(f"{key}-name"),)) for key in "abcdefghij")))
    return view


def article() -> TextLines:
    """A passage of plain words, two quoted ones beside each other, and one in the next line."""
    view = TextLines()
    first = (Span("It said "), Span("buying a stake ", key="buy"), Span("in Scale", key="in"))
    second = (Span("Then "), Span("it left", Tone.QUOTE, "left"))
    view.show((Line(first, gutter=" 1 "), Line(), Line(second, gutter=" 2 ")))
    return view


async def test_the_keys_in_the_window_are_in_reading_order() -> None:
    view = ten_rows()
    async with stage(view, (20, 4)):
        assert view.links() == ("a", "b", "c")
        view.scroll_by(2)
        assert view.links() == ("b", "c", "d", "e")


async def test_spans_with_keys_are_links_too_as_long_as_some_of_them_is_seen() -> None:
    view = article()
    async with stage(view, (20, 2)) as (app, _):
        assert app.window() == [f"{' 1 It said buying a':19}▐", "   stake in Scale"]
        assert view.links() == ("buy", "in")
        view.scroll_by(1)
        assert app.window()[0].startswith("   stake in Scale")
        assert view.links() == ("buy", "in")
        view.scroll_by(1)
        assert view.links() == ("left",)


async def test_labels_stand_in_the_cursors_column_or_over_the_text() -> None:
    view = ten_rows()
    async with stage(view, (20, 4)) as (app, _):
        before = app.window()
        view.show_labels({"a": "s", "c": "df", "gone": "x"})
        assert [line[:7] for line in app.window()] == ["Clients", "sa-name", " b-name", "df-name"]
        view.show_labels({})
        assert app.window() == before


async def test_a_label_stands_where_its_words_begin_in_the_window() -> None:
    view = article()
    async with stage(view, (20, 2)) as (app, _):
        view.show_labels({"buy": "x", "in": "df"})
        assert [line[:17] for line in app.window()] == [" 1 It said xuying", "   stake df Scale"]
        view.scroll_by(1)
        assert app.window()[0][:17] == "   xtake df Scale"


async def test_a_label_looks_like_nothing_else_and_takes_only_its_own_line() -> None:
    view = ten_rows()
    async with stage(view, (20, 4)):
        before = view.render_lines(view.size.region)
        view.show_labels({"b": "s"})
        after = view.render_lines(view.size.region)
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert changed == [2]
        label, rest = after[2]
        assert (label.text, bool(label.style and label.style.reverse)) == ("s", True)
        assert label.style != rest.style


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ((12, 0), [("moved", "buy")]),
        ((4, 1), [("moved", "buy")]),  # its words on the next line
        ((9, 1), [("moved", "in")]),
        ((4, 0), []),  # words without a key
        ((1, 0), []),  # beside the words
        ((5, 2), []),  # an empty line
    ],
)
async def test_a_click_on_words_with_a_key_goes_there(
    at: tuple[int, int], told: list[tuple[str, str]]
) -> None:
    async with stage(article(), (20, 8)) as (app, pilot):
        await click(pilot, at)
        assert app.told == told


async def test_a_double_click_on_words_chooses_them() -> None:
    async with stage(article(), (20, 8)) as (app, pilot):
        await click(pilot, (12, 0), times=2)
        assert app.told == [("moved", "buy"), ("moved", "buy"), ("chosen", "buy")]


async def test_the_wheel_scrolls_running_text_both_ways() -> None:
    view = TextLines()
    view.show(tuple(Line((Span(f"line {n}"),)) for n in range(20)))
    async with stage(view, (20, 4)) as (app, pilot):
        tops: list[str] = []
        for kind in (MouseScrollDown, MouseScrollDown, MouseScrollUp):
            app.post_message(kind(None, 2, 2, 0, 1, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            tops.append(app.window()[0].split()[1])
        assert tops == ["2", "4", "2"]


TEXT = st.text(st.sampled_from("ab 会e\u0301👩🔬"), max_size=12)
RED, BLUE = Style(color="red"), Style(color="blue")


@given(TEXT, TEXT, st.integers(0, 9), st.integers(1, 2))
def test_a_label_moves_nothing(one: str, other: str, start: int, length: int) -> None:
    line = [Segment(one, RED), Segment(f"{other}{' ' * 11}", BLUE)]
    shown = with_label(line, start, Segment("xy"[:length]))
    text = "".join(segment.text for segment in shown)
    assert cell_len(text) == sum(segment.cell_length for segment in line)
    assert cell_len(text[: text.index("x")]) == start
    assert "xy"[:length] in text


@given(TEXT, TEXT, st.integers(0, 9), st.integers(0, 9))
def test_what_is_inverted_is_still_the_same_text(
    one: str, other: str, start: int, end: int
) -> None:
    line = [Segment(one, RED), Segment(other, BLUE)]
    shown = inverted(line, start, end)
    assert "".join(segment.text for segment in shown) == one + other
    turned = sum(cell_len(text) for text, style, _ in shown if style and style.reverse)
    assert turned >= min(end, cell_len(one + other)) - start
    twice = inverted(shown, start, end)
    assert not any(style and style.reverse for _, style, _ in twice)
