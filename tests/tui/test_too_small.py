"""A screen without room for the panes says so, and nothing else is seen, not for a moment."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen

from scale_explorer.tui.app import ExplorerApp

from .conftest import Reading


@pytest.mark.parametrize("size", [(39, 11), (39, 40), (120, 11), (30, 8), (2, 2)])
async def test_on_a_screen_that_is_too_small_nothing_else_is_ever_seen(
    size: tuple[int, int], reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    display = ExplorerApp._display  # pyright: ignore[reportPrivateUsage] - each picture goes there

    def displayed(app: ExplorerApp, screen: Screen[Any], renderable: Any) -> None:
        drawn = screen._compositor  # pyright: ignore[reportPrivateUsage] - it alone has all lines
        seen.append("\n".join(strip.text for strip in drawn.render_strips()))
        display(app, screen, renderable)

    monkeypatch.setattr(ExplorerApp, "_display", displayed)
    async with reading(size=size) as reader:
        assert len({frame.strip() for frame in seen}) == 1
        told = seen[-1]
        seen.clear()
        assert "scale-explorer needs 40 columns and 12 rows"[: size[0] // 2] in told
        await reader.pilot.resize_terminal(40, 12)
        await reader.pilot.pause()
        assert "2 Meta" in seen[-1]
        assert not any("needs 40" in frame for frame in seen)
        seen.clear()
        await reader.pilot.resize_terminal(*size)
        await reader.until(lambda: reader.text == told)
        assert {frame.strip() for frame in seen} == {told.strip()}
