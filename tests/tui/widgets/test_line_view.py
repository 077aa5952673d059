"""Lines of a view are those that Textual would put together around and over them."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.geometry import Region
from textual.widget import Widget

from scale_explorer.tui.terminal.plain_lines import AsciiOnly, Colourless
from scale_explorer.tui.widgets.lines import Line, Span
from scale_explorer.tui.widgets.text_lines import TextLines

REGIONS = [(0, 0, 20, 8), (0, 2, 20, 1), (3, 2, 5, 4), (0, 6, 20, 2), (1, 5, 18, 3)]
STYLES = [
    "background: navy; color: white;", "padding: 1 2;", "border: round red;", "opacity: 50%;",
    "tint: red 20%;", "text-opacity: 40%;", "hatch: left green;", "outline: heavy blue;",
]  # fmt: skip


class Stage(App[None]):
    def __init__(self, styles: str = "", filters: tuple[LineFilter, ...] = ()) -> None:
        super().__init__()
        self.styles_of_view = styles
        self.filters = filters

    def compose(self) -> ComposeResult:
        view = TextLines()
        view.set_styles(f"height: 8; {self.styles_of_view}")
        view.show((Line((Span("“buying a 49% stake” in 株式会社, which labels … "),)),))
        yield view

    def get_line_filters(self) -> list[LineFilter]:
        return list(self.filters)


@pytest.mark.parametrize("styles", STYLES)
@pytest.mark.parametrize("region", REGIONS)
async def test_its_lines_are_those_of_textual(
    styles: str, region: tuple[int, int, int, int]
) -> None:
    async with Stage(styles).run_test(size=(20, 10)) as pilot:
        view, crop = pilot.app.query_one(TextLines), Region(*region)
        assert view.render_lines(crop) == Widget.render_lines(view, crop)


@pytest.mark.parametrize("filters", [(AsciiOnly(),), (Colourless(), AsciiOnly())])
async def test_they_go_through_all_filters(filters: tuple[LineFilter, ...]) -> None:
    async with Stage(STYLES[0], filters).run_test(size=(20, 10)) as pilot:
        view, crop = pilot.app.query_one(TextLines), Region(0, 0, 20, 8)
        assert view.render_lines(crop) == Widget.render_lines(view, crop)
        assert "".join(line.text for line in view.render_lines(crop)).isascii()
