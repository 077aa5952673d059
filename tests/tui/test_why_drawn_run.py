"""`w` lists the reasons of a record, draws them, and lists them again; the cursor stays."""

from __future__ import annotations

from scale_explorer.tui.state import Pane, Place, View

from .conftest import Reading

RECORD = "google-plans-exit"
LINK = f"meta-buys-stake.accelerated.{RECORD}"


async def test_why_is_drawn_and_listed_again(reading: Reading) -> None:
    async with reading(RECORD) as reader:
        await reader.press("w")
        assert reader.now.now.place == Place(View.WHY, RECORD)
        await reader.press("j", "j", "j")
        assert reader.scene.row is not None
        assert reader.scene.row.claim == LINK
        await reader.press("w")
        assert reader.now.now.place == Place(View.DRAWN, RECORD)
        assert reader.scene.row.key == f"link:{LINK}"
        assert "sped up" in reader.shown(Pane.EVIDENCE)
        await reader.press("left")
        assert reader.scene.row.claim == "meta-buys-stake"
        await reader.press("right", "right")
        assert reader.scene.row.key.startswith(("link:", "box:"))
        await reader.press("w", "backspace", "backspace")
        assert reader.now.now.place == Place(View.WHY, RECORD)


async def test_the_filter_goes_along(reading: Reading) -> None:
    async with reading(RECORD) as reader:
        await reader.press("w", "slash", *"gemini", "enter", "w")
        assert reader.now.now.place.view is View.DRAWN
        assert reader.now.now.focus.filter == "gemini"
        assert "Gemini" in reader.shown(Pane.FOCUS)
        assert "neutral" not in reader.shown(Pane.FOCUS)


async def test_enter_on_a_box_follows_it(reading: Reading) -> None:
    async with reading(RECORD) as reader:
        await reader.press("w", "w", "home", "enter")
        assert reader.now.now.place.view is View.RECORD
