from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from scale_explorer.tui.widgets.lines import Line, MarginSign, Span
from scale_explorer.tui.widgets.rows import Tone
from scale_explorer.tui.widgets.text_lines import TextLines


class Stage(App[None]):
    CSS = "TextLines { height: 6; }"

    def __init__(self, view: TextLines) -> None:
        super().__init__()
        self.view = view
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_text_lines_moved(self, message: TextLines.Moved) -> None:
        self.told.append(("moved", message.key))

    def window(self) -> list[str]:
        return [line.text.rstrip() for line in self.view.render_lines(self.view.size.region)]


@asynccontextmanager
async def stage(view: TextLines, width: int = 20) -> AsyncGenerator[tuple[Stage, Pilot[None]]]:
    app = Stage(view)
    async with app.run_test(size=(width, 8)) as pilot:
        await pilot.pause()
        yield app, pilot


def passages(count: int) -> tuple[Line, ...]:
    """Passages of two rows each at a width of 20."""
    return tuple(
        Line((Span(f"passage {n} is"), Span(" quite long", Tone.QUOTE)), key=f"p{n}")
        for n in range(count)
    )


QUOTE = Line((Span("“buying a 49% stake in 株式会社”", Tone.QUOTE),), "q", indent=1, gutter="¶1")


async def test_lines_wrap_under_themselves() -> None:
    view = TextLines()
    view.show((QUOTE, Line()))
    async with stage(view) as (app, _):
        assert app.window()[:4] == ["¶1 “buying a 49%", "   stake in 株式会社", "   ”", ""]


SIGNS = (MarginSign(0, 10, "│"), MarginSign(10, 18, "┊", Tone.DIM, 1))


async def test_a_margin_has_a_sign_for_every_row_that_holds_its_stretch() -> None:
    view = TextLines()
    text = Span("one two three four five six")
    view.show((Line((text,), gutter="1 ", margin=SIGNS), Line((text,), gutter="2 ", margin=())))
    async with stage(view, 14) as (app, _):
        assert app.window()[:6] == [
            "1 │ one two", "  ┊ three four", "    five six", "2   one two", "    three four",
            "    five six",
        ]  # fmt: skip


async def test_of_several_signs_of_a_row_the_weightiest_is_drawn() -> None:
    view = TextLines()
    light = (MarginSign(0, 3, "│", weight=2), MarginSign(4, 7, "┊", weight=1))
    view.show((Line((Span("one two"),), margin=light),))
    async with stage(view) as (app, _):
        assert app.window()[0] == "│ one two"


async def test_the_end_shows_where_the_window_stands() -> None:
    view = TextLines()
    view.show(passages(6))
    async with stage(view) as (app, _):
        view.scroll_by(99)
        assert app.window()[4:] == [f"{'passage 5 is quite':19}▐", f"{'long':19}▐"]
        view.scroll_by(-99)
        assert app.window()[0] == f"{'passage 0 is quite':19}▐"


async def test_a_passage_is_revealed_a_third_from_the_top() -> None:
    view = TextLines()
    view.show(passages(9))
    async with stage(view) as (app, _):
        view.reveal("p5")
        assert app.window()[2].startswith("passage 5")
        view.reveal("p6")  # already in view
        assert app.window()[2].startswith("passage 5")
        view.reveal("gone")
        assert app.window()[2].startswith("passage 5")


async def test_what_was_to_be_revealed_before_there_was_a_window_is() -> None:
    view = TextLines()
    view.show(passages(9))
    view.reveal("p7")
    async with stage(view) as (app, _):
        assert any(line.startswith("passage 7") for line in app.window())


async def test_other_lines_begin_at_the_top_and_the_same_stay() -> None:
    view = TextLines()
    view.show(passages(9))
    async with stage(view) as (app, _):
        view.scroll_by(4)
        view.show(passages(9))
        assert app.window()[0].startswith("passage 2")
        view.show(passages(8))
        assert app.window()[0].startswith("passage 0")


async def test_another_width_keeps_the_passage_one_reads() -> None:
    view = TextLines()
    view.show(passages(9))
    async with stage(view) as (app, pilot):
        view.scroll_by(8)
        await pilot.resize_terminal(11, 8)
        await pilot.pause()
        assert app.window()[0].startswith("passage 4")


async def test_with_a_cursor_it_marks_whole_passages_and_tells_moves() -> None:
    view = TextLines(holds_cursor=True)
    view.show((Line((Span("Quotes", Tone.HEADING),)), *passages(4)), "p0")
    async with stage(view) as (app, pilot):
        assert [line[:5] for line in app.window()] == [
            " Quot",
            "▌pass",
            "▌long",
            " pass",
            " long",
            " pass",
        ]
        view.move(2)
        await pilot.pause()
        assert app.told == [("moved", "p2")]
        assert [line[:1] for line in app.window()] == [" ", " ", " ", " ", "▌", "▌"]


async def test_a_passage_higher_than_the_window_is_read_by_pages() -> None:
    view = TextLines(holds_cursor=True)
    words = " ".join(f"w{n}" for n in range(60))
    lines = (Line((Span("before"),), "a"), Line((Span(words),), "b"), Line((Span("z"),), "c"))
    view.show(lines)
    async with stage(view, width=9) as (app, _):
        view.move(1)
        assert app.window()[0].startswith("▌w0")
        view.move_page(1)
        assert view.cursor == "b"
        assert app.window()[0].startswith("▌w10")
        for _ in range(5):
            view.move_page(1)
        assert view.cursor == "c"
        view.move_page(-1)
        assert view.cursor == "b"
        view.move_page(-1)
        assert not app.window()[0].startswith("▌w0")
        view.move_to_end()
        view.move(-1)
        assert app.window()[-1].startswith("▌w58")
        view.show(lines, "b")
        assert app.window()[-1].startswith("▌w58")


async def test_an_automatic_height_follows_the_text() -> None:
    view = TextLines()
    view.styles.height = "auto"
    view.show((QUOTE,))
    async with stage(view) as (_, pilot):
        assert view.size.height == 3
        view.show(())
        await pilot.pause()
        assert view.size.height == 0
        view.show((QUOTE, QUOTE))
        await pilot.pause()
        assert view.size.height == 6
