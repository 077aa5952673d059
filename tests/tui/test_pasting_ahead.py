"""What is pasted or typed in one go arrives in the order in which it was sent."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.widgets import Input

from .conftest import Reading


async def test_a_paste_does_not_overtake_the_keys_before_it(reading: Reading) -> None:
    """As on a line that was stuck: what then comes at once is cut into keys and pastes."""
    async with reading() as reader:
        for event in (Key("colon", ":"), Key("a", "a"), Paste("bcd"), Key("left", None)):
            reader.app.post_message(event)
        reader.app.post_message(Key("X", "X"))
        reader.app.post_message(Paste("Y"))
        await reader.until(lambda: "Go to ─" in reader.text)
        await reader.until(lambda: len(reader.app.screen.query_one(Input).value) == 6)
        assert reader.app.screen.query_one(Input).value == "abcXYd"
