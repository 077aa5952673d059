"""When linked panes follow the cursor: a held key must cost little, a single one be instant.

The first move after quiet is shown at once; while moves keep coming, only when the cursor rests.
The rest is longer than the pause between repeats of a held key (30 to 50 ms), the quiet longer.
"""

from __future__ import annotations

QUIET = 0.150
"""Seconds without a move after which the next one is shown at once."""
REST = 0.100
"""Seconds that the cursor rests before the linked panes follow."""


class Pacer:
    """Tells how long to wait before the linked panes follow a move."""

    def __init__(self) -> None:
        self._last_move = float("-inf")

    def delay(self, now: float) -> float:
        """Return the seconds to wait for a move made at `now`, on a clock that never runs back."""
        quiet = now - self._last_move
        self._last_move = now
        return 0.0 if quiet >= QUIET else REST
