from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static

from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Cell, Column, Row, Tone


class Recorded(RowList):
    """A list that notes how often it is drawn again."""

    def __init__(self, columns: tuple[Column, ...] = ()) -> None:
        super().__init__(columns)
        self.drawn = self.windows = 0

    def _window(self) -> list[Strip]:
        self.windows += 1
        return super()._window()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Recorded:
        self.drawn += repaint
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self


class Stage(App[None]):
    CSS = "RowList { height: 1fr; } Static { height: 1; }"

    def __init__(self, rows: tuple[Row, ...], cursor: str | None = None) -> None:
        super().__init__()
        self.list = Recorded((Column(min=4, flex=1, priority=1), Column()))
        self.list.show(rows, cursor)
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.list
        yield Static("below")

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.told.append(("moved", message.key))

    @on(RowList.Chosen, "Recorded")
    def _chosen(self, message: RowList.Chosen) -> None:
        self.told.append(("chosen", message.key))

    def window(self) -> list[str]:
        return [line.text.rstrip() for line in self.list.render_lines(self.list.size.region)]


@asynccontextmanager
async def stage(
    rows: tuple[Row, ...], cursor: str | None = None
) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    """Run a list of five lines by twenty cells."""
    app = Stage(rows, cursor)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        app.list.drawn = 0
        yield app, pilot


def items(*names: str) -> tuple[Row, ...]:
    return tuple(Row(name, (Cell(name),)) for name in names)


HEADING = Row(None, (Cell("Clients", Tone.HEADING),), kind="heading")
TEN = (HEADING, *items(*"abcdefghij"))


async def test_it_shows_the_cursor_and_its_heading_without_a_message() -> None:
    async with stage(TEN) as (app, _):
        assert app.window() == ["Clients            ▐", "▌a                 ▐", " b", " c", " d"]
        assert app.list.cursor == "a"
        assert app.told == []


async def test_a_move_tells_the_key_and_draws_once() -> None:
    async with stage(TEN) as (app, pilot):
        app.list.move(1)
        await pilot.pause()
        assert app.told == [("moved", "b")]
        assert app.list.drawn == 1


async def test_moves_that_nobody_has_read_yet_are_told_once() -> None:
    async with stage(TEN) as (app, pilot):
        for _ in range(3):
            app.list.move(1)
        await pilot.pause()
        assert app.told == [("moved", "d")]


async def test_the_window_follows_by_as_little_as_needed_and_back_to_the_heading() -> None:
    async with stage(TEN) as (app, _):
        app.list.move(4)
        assert app.window()[-1].startswith("▌e")
        assert app.window()[0].startswith(" a")
        app.list.move(-4)
        assert app.window()[0].startswith("Clients")


async def test_pages_and_ends() -> None:
    async with stage(TEN) as (app, _):
        app.list.move_page(1)
        assert app.list.cursor == "e"
        app.list.move_page(1, half=True)
        assert app.list.cursor == "g"
        app.list.move_to_end()
        assert app.list.cursor == "j"
        app.list.move_to_end(-1)
        assert app.list.cursor == "a"
        assert app.window()[0].startswith("Clients")


async def test_at_the_last_item_a_move_scrolls_on_to_what_follows() -> None:
    notes = tuple(Row(None, (Cell(f"note {n}"),)) for n in range(9))
    async with stage((*items("a", "b"), *notes)) as (app, _):
        app.list.move(1)
        app.list.move(1)
        app.list.move(1)
        assert app.list.cursor == "b"
        assert app.window()[-1].strip() == "note 4"


@pytest.mark.parametrize(
    ("names", "cursor", "expected"),
    [("abdefg", "c", "d"), ("a", "c", "a"), ("", "c", None), ("xabc", "c", "c")],
)
async def test_show_keeps_a_vanished_cursors_place_in_silence(
    names: str, cursor: str, expected: str | None
) -> None:
    async with stage(items(*"abcdefg"), "c") as (app, pilot):
        app.list.show(items(*names), cursor)
        await pilot.pause()
        assert app.list.cursor == expected
        assert app.told == []


async def test_rows_that_differ_are_drawn_in_one_go() -> None:
    async with stage(items(*"abcd")) as (app, pilot):
        app.list.show(items("a", "b", "x", "d"), "a")
        await pilot.pause()
        assert app.list.drawn == 1


async def test_all_that_a_key_changes_is_drawn_once() -> None:
    async with stage(TEN) as (app, pilot):
        app.list.windows = 0
        app.list.move(1)
        app.list.show(items(*"abxdefghij"), "b")
        app.list.move(1)
        await pilot.pause()
        assert app.list.windows == 1
        assert app.list.drawn == 1


async def test_what_was_drawn_before_its_turn_is_still_shown() -> None:
    """Textual may ask for other lines of a list than those that changed."""
    async with stage(TEN) as (app, pilot):
        app.list.show(items(*"xbcdefghij"), "x")
        assert app.window()[0].startswith("▌x")
        await pilot.pause()
        assert app.list.drawn == 1


async def test_a_list_that_is_shown_again_unchanged_draws_nothing() -> None:
    async with stage(TEN, "c") as (app, pilot):
        app.list.show(TEN, "c")
        await pilot.pause()
        assert app.list.drawn == 0


async def test_clicks_move_and_double_clicks_choose() -> None:
    async with stage(TEN) as (app, pilot):
        await pilot.click(app.list, offset=(3, 3))
        assert app.told == [("moved", "c")]
        await pilot.click(app.list, offset=(3, 0))
        assert app.list.cursor == "c"
        await pilot.click(app.list, offset=(3, 4), times=2)
        assert app.told[1:] == [("moved", "d"), ("chosen", "d")]


async def test_choose_tells_the_key() -> None:
    async with stage(TEN, "b") as (app, pilot):
        app.list.choose()
        await pilot.pause()
        assert app.told == [("chosen", "b")]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with stage(TEN) as (app, pilot):
        down = MouseScrollDown(app.list, 2, 2, 0, 1, 0, shift=False, meta=False, ctrl=False)
        app.list.post_message(down)
        await pilot.pause()
        assert app.list.scroll_offset.y > 0
        assert app.list.cursor == "a"
        assert app.told == []


async def test_a_narrower_window_drops_columns_and_keeps_the_cursor_in_view() -> None:
    rows = tuple(Row(key, (Cell("Scale AI"), Cell("customer"))) for key in "abcdefgh")
    async with stage(rows, "h") as (app, pilot):
        assert app.window()[-1] == "▌Scale AI  customer▐"
        await pilot.resize_terminal(14, 4)
        await pilot.pause()
        assert app.window()[-1] == "▌Scale AI    ▐"


async def test_the_cursor_is_dimmer_without_the_focus() -> None:
    async with stage(TEN) as (app, pilot):
        styles = [_background(app, 1)]
        app.screen.set_focus(None)
        await pilot.pause()
        styles.append(_background(app, 1))
        assert len({*styles, _background(app, 2)}) == 3
        assert app.list.drawn == 1


def _background(app: Stage, y: int) -> str:
    segment = next(iter(app.list.render_lines(app.list.size.region)[y]))
    assert segment.style
    return str(segment.style.bgcolor)


async def test_another_theme_gives_other_colours() -> None:
    async with stage(TEN) as (app, pilot):
        before = _background(app, 1)
        app.theme = "textual-light"
        await pilot.pause()
        assert _background(app, 1) != before


async def test_with_the_terminals_own_colours_the_cursor_is_reversed() -> None:
    async with stage(TEN) as (app, pilot):
        app.theme = "ansi-dark"
        await pilot.pause()
        reversed_lines = [
            any(segment.style and segment.style.reverse for segment in line)
            for line in app.list.render_lines(app.list.size.region)
        ]
        assert reversed_lines == [False, True, False, False, False]


async def test_a_list_without_rows_says_so() -> None:
    async with stage(()) as (app, _):
        app.list.empty = "No match for [/x"
        assert app.window()[2] == "  No match for [/x"


@pytest.mark.parametrize("text", ["[/", "[bold]x[/bold]", "[@click=app.quit]x", "\x1b[31mx"])
async def test_no_text_is_markup_or_reaches_the_terminal_as_a_command(text: str) -> None:
    async with stage((Row("a", (Cell(text),)),)) as (app, _):
        assert app.window()[0] == "▌" + text.replace("\x1b", "\ufffd")
