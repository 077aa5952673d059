"""What changes nothing of how a view looks gives it no new styles, and lays nothing out again."""

from __future__ import annotations

import pytest

from scale_explorer.tui.panes.pane import LinkedPane
from scale_explorer.tui.screens.help import HelpScreen
from scale_explorer.tui.state import Pane
from scale_explorer.tui.widgets.line_view import LineView
from scale_explorer.tui.widgets.palette import Palettes
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.text_lines import TextLines

from .conftest import Opener, Reading
from .reader import Reader


@pytest.fixture
def styled(monkeypatch: pytest.MonkeyPatch) -> list[LineView]:
    """Note every view that is given styles; panes keep theirs while they stand where they stand."""
    views: list[LineView] = []
    told = LineView.notify_style_update

    def noted(self: LineView) -> None:
        views.append(self)
        told(self)

    monkeypatch.setattr(LineView, "notify_style_update", noted)
    return views


def of_panes(styled: list[LineView]) -> list[LineView]:
    return [view for view in styled if any(isinstance(on, LinkedPane) for on in view.ancestors)]


async def test_the_keyboard_goes_to_another_pane(reading: Reading, styled: list[LineView]) -> None:
    async with reading() as reader:
        styled.clear()
        await reader.press("tab")
        assert reader.screen.widget_of(Pane.EVIDENCE).view.has_focus
        assert of_panes(styled) == []


async def test_a_pop_up_comes_and_goes(reading: Reading, styled: list[LineView]) -> None:
    async with reading() as reader:
        styled.clear()
        await reader.press("question_mark")
        assert [type(screen) for screen in reader.app.screen_stack[1:]] == [HelpScreen]
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert of_panes(styled) == []


async def test_a_pop_up_without_colours_is_told_by_styles(
    open_app: Opener, styled: list[LineView]
) -> None:
    app = open_app(theme="ansi")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await pilot.pause()
        styled.clear()
        await reader.press("question_mark")
        assert of_panes(styled)
        styled.clear()
        await reader.press("escape")
        assert of_panes(styled)


async def test_a_screen_has_the_classes_of_its_size_before_it_is_drawn(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("question_mark")
        told = reader.app.screen.query_one("#told", TextLines).render_line(0).text
        assert told.startswith("panes.")  # which it says where there is room


async def test_a_moved_cursor_lays_nothing_out(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading() as reader:
        laid_out: list[RowList] = []
        lay_out = RowList._lay_out  # pyright: ignore[reportPrivateUsage]

        def noted(self: RowList, width: int) -> int:
            laid_out.append(self)
            return lay_out(self, width)

        monkeypatch.setattr(RowList, "_lay_out", noted)
        before = reader.scene.row
        await reader.press("down")
        assert reader.scene.row != before
        claims = reader.screen.widget_of(Pane.FOCUS).view
        browse = reader.screen.widget_of(Pane.BROWSE).view
        assert not {claims, browse}.intersection(laid_out)


async def test_other_lines_need_no_other_palette(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading() as reader:
        asked: list[LineView] = []
        look_up = LineView._look_up  # pyright: ignore[reportPrivateUsage]

        def noted(self: LineView) -> Palettes:
            asked.append(self)
            return look_up(self)

        monkeypatch.setattr(LineView, "_look_up", noted)
        shown = reader.shown(Pane.EVIDENCE)
        await reader.press("down")
        await reader.until(lambda: reader.shown(Pane.EVIDENCE) != shown)
        assert asked == []
