"""What was typed into the box, newest first."""

from __future__ import annotations

from scale_explorer.models.text import clean

from ..memory.preferences import MOST_LINES
from .offer import Offer


def remembered(history: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Return the history with `typed` in front, each text once."""
    text = " ".join(typed.split())
    if not text:
        return history
    return (text, *(each for each in history if each != text))[:MOST_LINES]


def typed_before(history: tuple[str, ...]) -> tuple[Offer, ...]:
    """Offer to type again what was typed before."""
    texts = map(clean, history[:MOST_LINES])
    return tuple(Offer(None, text, "typed", completion=text) for text in texts)
