"""What the canvas makes of Textual's updates is what Textual would have drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyte
import pytest
from textual._compositor import InlineUpdate, LayoutUpdate

from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.terminal import changed_cells
from scale_explorer.tui.terminal.painting.frames import pieces_of
from scale_explorer.tui.terminal.painting.painter import Painter

from .emulated import cells, terminal

KEYS = [
    "down", "down", "enter", "w", "backspace", "tab", "tab", "question_mark", "down", "escape",
    "colon", "m", "e", "escape", "1", "slash", "g", "enter", "escape", "plus", "plus", "T", "down",
    "enter", "y", "escape", "v", "right", "escape", "s", "4", "G", "2", "b", "B", "escape",
]  # fmt: skip


def drawn_by_textual(app: Any) -> pyte.Screen:
    """Have Textual draw the whole screen in its own way on another terminal."""
    update: LayoutUpdate = app.screen._compositor.render_update(
        full=True, screen_stack=app._background_screens
    )
    screen, stream = terminal(*app.size)
    stream.feed(update.render_segments(app.console))
    return screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_every_screen_arrives_as_textual_draws_it(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    painter = Painter(lambda: None)

    def drawn_on(_app: object) -> Painter:
        return painter

    monkeypatch.setattr(changed_cells, "painter_of", drawn_on)
    store = open_store(None)
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "scale-ai")))
    screen, stream = terminal(*size)
    async with app.run_test(size=size) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            stream.feed(painter.canvas.changes())
            assert cells(screen) == cells(drawn_by_textual(app)), key
    store.close()


def test_an_update_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="InlineUpdate"):
        pieces_of(InlineUpdate([]))
