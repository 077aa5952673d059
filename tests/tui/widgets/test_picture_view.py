"""The window on a picture: cursor, arrows, mouse, labels, selection, and what a resize keeps."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from scale_explorer.tui.pictures.grid import Grid, Pen, Point
from scale_explorer.tui.widgets.picture import Area, Moves, Picture, Way
from scale_explorer.tui.widgets.picture_view import PictureView
from scale_explorer.tui.widgets.rows import Tone

from .hand import click, drag


@dataclass(frozen=True)
class Boxes:
    """Boxes in as many columns as there is room for; `moves` are as given."""

    names: tuple[str, ...]
    told: tuple[tuple[str, Way, str], ...] = ()

    def draw(self, width: int, height: int) -> Picture:
        del height
        grid, columns = Grid(), max(1, width // 10)
        for place, name in enumerate(self.names):
            top, left = place // columns * 3, place % columns * 10
            grid.box(Area(top, left, top + 3, left + 9), Pen(Tone.DIM, name))
            grid.write(Point(top + 1, left + 2), name, Pen(key=name))
        moves: Moves = {(start, way): end for start, way, end in self.told}
        return grid.picture(moves)


class Stage(App[None]):
    CLICK_CHAIN_TIME_THRESHOLD = 60  # however slow the machine, quick clicks count as one gesture
    CSS = "PictureView { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.view = PictureView()
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_picture_view_moved(self, message: PictureView.Moved) -> None:
        self.told.append(("moved", message.key))

    def on_picture_view_chosen(self, message: PictureView.Chosen) -> None:
        self.told.append(("chosen", message.key))

    def on_selectable_view_selected(self, message: PictureView.Selected) -> None:
        self.told.append(("selected", message.text))

    def window(self) -> list[str]:
        return [line.text.rstrip() for line in self.view.render_lines(self.view.size.region)]


FOUR = Boxes(("meta", "google", "xai", "openai"))


@asynccontextmanager
async def stage(
    drawing: Boxes = FOUR, cursor: str | None = None, size: tuple[int, int] = (30, 8)
) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.view.show(drawing, cursor)
        await pilot.pause()
        yield app, pilot


async def test_arrows_move_the_cursor_in_four_directions() -> None:
    async with stage() as (app, pilot):
        app.view.move_across(1)
        app.view.move_across(1)
        app.view.move(1)
        app.view.move(-1)
        await pilot.pause()
        assert app.view.cursor == "meta"
        assert not app.view.move_across(-1)
        assert [key for _, key in app.told] == ["meta"]  # of unread moves only the last counts


async def test_arrows_go_where_the_picture_says() -> None:
    async with stage(Boxes(FOUR.names, (("meta", Way.RIGHT, "openai"),))) as (app, _):
        app.view.move_across(1)
        assert app.view.cursor == "openai"


async def test_down_scrolls_where_nothing_is_below() -> None:
    async with stage(Boxes(("one", "two", "three")), size=(12, 4)) as (app, _):
        for _ in range(2):
            app.view.move(1)
        assert app.view.cursor == "three"
        app.view.move(-1)
        app.view.scroll_by(9)
        app.view.move_to_end(-1)
        app.view.move(-1)
        assert (app.view.cursor, app.view.scroll_offset.y) == ("one", 0)


async def test_the_cursor_is_brought_into_view() -> None:
    async with stage(Boxes(tuple("abcdefgh")), "h", size=(12, 4)) as (app, _):
        assert any("│ h" in line for line in app.window())
        app.view.move_to_end(-1)
        assert "│ a" in app.window()[1]


async def test_the_cursor_is_kept_through_any_size() -> None:
    async with stage(Boxes(tuple("abcdefgh")), "f", size=(45, 8)) as (app, pilot):
        for size in ((12, 4), (25, 6), (90, 20), (12, 5)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.view.cursor == "f"
            assert any("│ f" in line for line in app.window())
        assert not app.told


async def test_a_move_that_is_not_yet_told_is_kept_through_a_resize() -> None:
    async with stage(size=(45, 8)) as (app, pilot):
        app.view.show(FOUR, "google")
        app.view.move_across(1)
        await pilot.resize_terminal(25, 8)
        await pilot.pause()
        assert app.view.cursor == "xai"


async def test_showing_the_same_keeps_the_place_and_tells_nothing() -> None:
    async with stage(Boxes(tuple("abcdefgh")), size=(12, 4)) as (app, pilot):
        app.view.scroll_by(3)
        app.view.show(Boxes(tuple("abcdefgh")), "b")
        await pilot.pause()
        assert app.view.cursor == "b"
        assert not app.told


async def test_a_thing_that_has_gone_leaves_the_cursor_near() -> None:
    async with stage(cursor="xai") as (app, _):
        app.view.show(Boxes(("meta", "google", "openai")), "xai")
        assert app.view.cursor == "openai"


async def test_a_click_moves_there_and_a_second_one_chooses() -> None:
    async with stage() as (app, pilot):
        await click(pilot, (12, 2))  # the lower frame of the second box
        assert (app.view.cursor, app.told) == ("google", [("moved", "google")])
        await click(pilot, (3, 4), times=2)
        assert app.told[-1] == ("chosen", "openai")


async def test_a_click_beside_everything_does_nothing() -> None:
    async with stage() as (app, pilot):
        await click(pilot, (9, 1))
        await click(pilot, (25, 7))
        assert (app.view.cursor, app.told) == ("meta", [])


async def test_labels_stand_where_things_begin() -> None:
    async with stage() as (app, _):
        assert app.view.links() == FOUR.names
        app.view.show_labels(dict(zip(FOUR.names, "asdf", strict=True)))
        window = app.window()
        assert (window[0][0], window[0][10], window[0][20], window[3][0]) == ("a", "s", "d", "f")
        app.view.show_labels({})
        assert app.window()[0].startswith("╭")


async def test_only_what_is_in_the_window_has_a_label() -> None:
    async with stage(Boxes(tuple("abc")), size=(12, 4)) as (app, _):
        assert app.view.links() == ("a", "b")
        app.view.scroll_by(2)
        assert app.view.links() == ("a", "b")
        app.view.scroll_by(1)
        assert app.view.links() == ("b", "c")


async def test_text_is_selected_by_dragging() -> None:
    async with stage() as (app, pilot):
        await drag(pilot, (2, 1), (15, 1))
        assert app.told == [("selected", "meta  │ │ goog")]


async def test_three_clicks_select_the_line_and_no_other() -> None:
    async with stage() as (app, pilot):
        await click(pilot, (3, 1), times=3)
        assert app.told[-1] == ("selected", "│ meta  │ │ google│ │ xai   │")


async def test_nothing_at_all_says_what_it_means() -> None:
    async with stage(Boxes(())) as (app, pilot):
        app.view.empty = "Nothing here."
        app.view.show(Boxes(()), None)
        await pilot.pause()
        assert app.view.cursor is None
        app.view.move(1)
        app.view.move_page(1)
        app.view.move_to_end()
        app.view.choose()
        assert not app.view.move_across(1)
        assert any("Nothing here." in line for line in app.window())
        assert not app.told


async def test_pages_move_the_cursor_along() -> None:
    async with stage(Boxes(tuple("abcdefgh")), size=(12, 7)) as (app, _):
        seen: list[str] = []
        for _ in range(4):
            app.view.move_page(1)
            seen.append(str(app.view.cursor))
        assert seen == sorted(seen)
        assert seen[-1] == "h"
        app.view.move_page(-4)
        assert app.view.cursor == "a"
