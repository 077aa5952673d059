"""When linked panes follow the cursor: a held key must cost little, a single one be instant.

The first move after quiet is shown at once; while moves keep coming, only when the cursor rests.
The rest is longer than the pause between repeats of a held key (30 to 50 ms), the quiet longer.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

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


class Follower:
    """Follows the moves of a cursor at that pace; a screen keeps the time."""

    def __init__(self, screen: MessagePump, follow: Callable[[], None]) -> None:
        self._screen = screen
        self._follow = follow
        self._pacer = Pacer()
        self._waiting: Timer | None = None

    def moved(self) -> None:
        """Follow a move now or when the cursor rests; whatever waited before is left out."""
        self.stop()
        if delay := self._pacer.delay(monotonic()):
            self._waiting = self._screen.set_timer(delay, self._follow)
        else:
            self._follow()

    def stop(self) -> None:
        """Follow nothing that still waits."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
