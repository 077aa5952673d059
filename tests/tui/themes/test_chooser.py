from __future__ import annotations

import pytest
from textual.app import App
from textual.containers import Vertical

from scale_explorer.tui.screens.themes import ThemeChooser
from scale_explorer.tui.themes import THEMES
from scale_explorer.tui.widgets.row_list import RowList


class Host(App[None]):
    """Offers the themes as soon as it runs."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "light"
        self.kept: list[str | None] = []
        self.seen: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(ThemeChooser("light", THEMES, self._wear), self.kept.append)

    def _wear(self, name: str) -> None:
        self.seen.append(name)
        self.theme = name


@pytest.mark.parametrize(
    ("keys", "seen", "kept"),
    [
        (["enter"], [], "light"),
        (["down", "enter"], ["contrast"], "contrast"),
        (["j", "t", "enter"], ["contrast", "ansi"], "ansi"),
        (["up", "enter"], ["dark"], "dark"),
        (["k", "escape"], ["dark", "light"], None),
        (["down", "down", "down", "q"], ["contrast", "ansi", "ansi", "light"], None),
        (["escape"], ["light"], None),
    ],
)
async def test_moving_shows_enter_keeps_escape_restores(
    keys: list[str], seen: list[str], kept: str | None
) -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.kept == [kept]
        assert app.seen == seen
        assert app.theme == (kept or "light")


async def test_a_click_shows_and_a_double_click_keeps() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(RowList, offset=(3, 0))
        await pilot.pause()
        assert app.theme == "dark"
        assert app.kept == []
        await pilot.click(RowList, offset=(3, 2), times=2)
        await pilot.pause()
        assert app.kept == ["contrast"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_it_names_all_and_leaves_room_behind(size: tuple[int, int]) -> None:
    app = Host()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows, frame = app.screen.query_one(RowList), app.screen.query_one(Vertical)
        shown = "\n".join(line.text for line in rows.render_lines(rows.size.region))
        assert all(name in shown for name in THEMES)
        assert "high contrast, dark" in shown
        assert "● current" in shown
        assert "exact words" in shown
        assert frame.region.width <= max(40, size[0] // 2 + 2)
        assert frame.region.height <= 12
