"""How a status looks: always a word, with a mark and a tone beside it, never colour alone."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass

from .widgets.rows import Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of one cell, and a tone."""

    sign: str
    tone: Tone


_NOW = Mark("●", Tone.GOOD)
_COMING = Mark("○", Tone.DIM)
_DOUBT = Mark("?", Tone.WARN)
_LESS = Mark("↓", Tone.WARN)
_OVER = Mark("✕", Tone.BAD)
_DERIVED = Mark("ƒ", Tone.DIM)
_PLAIN = Mark("·", Tone.DIM)

_MARKS = {
    "current": _NOW, "announced": _NOW, "completed": _NOW,
    "planned": _COMING, "pending": _COMING, "rumored": _DOUBT,
    "under review": _DOUBT, "possible": _DOUBT, "likely": _COMING, "conditional": _DOUBT,
    "reducing": _LESS, "reduced": _LESS,
    "ending": Mark("↘", Tone.BAD), "former": _OVER, "cancelled": _OVER,
    "derived": _DERIVED, "estimated": Mark("≈", Tone.DIM),
    "inferred": Mark("┄", Tone.DIM),
}  # fmt: skip


def mark_of(state: str) -> Mark:
    """Return the mark of a status word; of several words the first counts."""
    return _MARKS.get(state.partition(",")[0].strip(), _PLAIN)


def marked(state: str) -> str:
    """Return a status with its mark before it; nothing stays nothing."""
    return f"{mark_of(state).sign} {state}" if state else ""
