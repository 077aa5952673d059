"""A ground is drawn as Textual draws it, one line within its frame standing for all."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.tui.widgets.ground import Ground, Stack

REGIONS = [(0, 0, 20, 8), (0, 0, 20, 1), (3, 2, 5, 4), (0, 7, 20, 1), (1, 5, 18, 3)]


class Stage(App[None]):
    CSS = "Stack { border: round red; border-title-color: blue; padding: 0 1; height: 8; }"

    def compose(self) -> ComposeResult:
        with Stack() as stack:
            stack.border_title = "Title"
            yield Static("within")


@pytest.mark.parametrize("region", REGIONS)
async def test_its_lines_are_those_of_textual(region: tuple[int, int, int, int]) -> None:
    async with Stage().run_test(size=(20, 8)) as pilot:
        stack = pilot.app.query_one(Stack)
        crop = Region(*region)
        assert stack.render_lines(crop) == Widget.render_lines(stack, crop)


async def test_of_what_is_within_the_frame_one_line_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Stage().run_test(size=(20, 8)) as pilot:
        stack = pilot.app.query_one(Stack)
        drawn: list[int] = []
        draw = Widget.render_lines

        def noted(self: Widget, crop: Region) -> object:
            drawn.extend(crop.line_range)
            return draw(self, crop)

        monkeypatch.setattr(Widget, "render_lines", noted)
        lines = Ground.render_lines(stack, Region(0, 0, 20, 8))
    assert (len(lines), drawn) == (8, [0, 1, 7])


async def test_a_line_of_its_own_is_one_of_textuals() -> None:
    async with Stage().run_test(size=(20, 8)) as pilot:
        stack = pilot.app.query_one(Stack)
        assert stack.render_line(2) == Widget.render_line(stack, 2)
