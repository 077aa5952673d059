"""A walk through all that the app shows: the panes, what is typed, and every pop-up."""

from __future__ import annotations

from collections.abc import AsyncIterator

from textual.pilot import Pilot

from ..settled import settled
from .drawn import Piece, drawn

_WALK = {
    "the panes": [],
    "typing": ["slash", "p", "l"],
    "what is typed, selected": ["enter", "slash"],
    "nothing found": ["x", "x", "x"],
    "a passage in its source": ["escape", "escape", "4"],
    "matches in the source": ["slash", "s"],
    "the evidence": ["escape", "3"],
    "what may follow a key": ["g"],
    "a menu": ["escape", "y"],
    "the keys": ["escape", "question_mark"],
    "a key searched": ["w"],
    "going to anything": ["escape", "colon", "m", "e"],
    "the themes": ["escape", "t"],
}
"""What is looked at in turn, and the keys that lead there from the one before."""


async def walk(pilot: Pilot[None]) -> AsyncIterator[tuple[str, list[Piece]]]:
    """Go everywhere, and yield what one looks at with all that is drawn there."""
    for name, keys in _WALK.items():
        await pilot.press(*keys)
        await settled(pilot)
        pieces = list(drawn(pilot.app.screen))
        assert len(pieces) > 10
        yield name, pieces
