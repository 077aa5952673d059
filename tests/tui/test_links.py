"""A link of a widget of Textual's own is told in the bottom line, as everything is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.tui.screens.lines_above import LinesAbove

from .conftest import Reading


async def test_a_link_is_told_in_the_bottom_line(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("TMUX", raising=False)
    async with reading() as reader:
        reader.app.open_url("https://x.test/\x1b]0;owned")
        await reader.until(lambda: "Not opened: https://x.test/␛]0;owned" in reader.text)
        assert "Not opened" in str(reader.screen.query_one(LinesAbove).visual)
        await reader.press("down")
        assert "Not opened" not in reader.text
