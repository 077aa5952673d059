"""The network in the app: arrows along ties, the words of each, branches that open."""

from __future__ import annotations

import re

from scale_explorer.tui.pictures.star import CENTRE
from scale_explorer.tui.state import Pane, Place, View

from .conftest import Reading


async def test_a_walk_through_the_network(reading: Reading) -> None:
    async with reading("gemini") as reader:
        await reader.press("V", "k")
        assert reader.now.now.place == Place(View.NETWORK, "gemini")
        assert "─►│ Gemini" in reader.shown(Pane.FOCUS)
        row = reader.scene.row
        assert row is not None
        assert row.key == CENTRE
        await reader.press("left")
        claim = reader.scene.words.answer.claim
        assert claim is not None
        assert claim.id == "google.makes.gemini"
        await reader.press("right", "right")
        claim = reader.scene.words.answer.claim
        assert claim is not None
        assert claim.id == "gemini.competes_with.chatgpt"


async def test_a_branch_opens_and_closes_and_leads_on(reading: Reading) -> None:
    async with reading("gemini") as reader:
        await reader.press("V", "k", "G")
        row = reader.scene.row
        assert row is not None
        assert row.key == "at:google"
        assert row.claim == "google.makes.gemini"
        await reader.press("enter")
        assert "▾ 5  Google" in reader.shown(Pane.FOCUS)
        assert "is ending its purchases from Scale AI" in reader.shown(Pane.FOCUS)
        row = reader.scene.row
        assert row is not None
        assert row.key == "at:google"
        await reader.press("enter")
        assert "▸ 5  Google" in reader.shown(Pane.FOCUS)
        await reader.press("enter", "down", "right", "enter")
        assert reader.now.now.place == Place(View.RECORD, "meta")
        await reader.press("backspace")
        assert reader.now.now.place == Place(View.NETWORK, "gemini")
        assert "▾ 5  Google" in reader.shown(Pane.FOCUS)


async def test_left_leaves_a_branch_step_by_step_and_right_enters_it(reading: Reading) -> None:
    def key() -> str:
        row = reader.scene.row
        assert row is not None
        return row.key

    async with reading("gemini") as reader:
        await reader.press("V", "k", "G", "right")
        assert "▾ 5  Google" in reader.shown(Pane.FOCUS)
        await reader.press("right", "right")
        assert key().startswith("at:google ")
        await reader.press("left", "left")
        assert key() == "at:google"
        assert reader.now.now.pane is Pane.FOCUS
        await reader.press("left")
        assert "▸ 5  Google" in reader.shown(Pane.FOCUS)
        assert (key(), reader.now.now.pane) == ("at:google", Pane.FOCUS)


async def test_a_filter_narrows_it(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press("V", "k", "slash", *"type:makes", "enter")
        await reader.until(lambda: "1 of 17 ties match" in reader.text)
        assert re.search(r"/type:makes +1 ┃", reader.text)
        assert "Labeled data" in reader.shown(Pane.FOCUS)
        assert "invested in" not in reader.shown(Pane.FOCUS)
