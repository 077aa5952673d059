"""How findings repeat words of a data set."""

from __future__ import annotations

_SHOWN = 60  # characters of a quote that a message repeats


def shortened(words: str) -> str:
    """Return some words on one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
