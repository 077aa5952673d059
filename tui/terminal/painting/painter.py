"""Hands the newest picture to the terminal whenever it can take one."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from .canvas import Canvas
from .pace import QUESTION, Pace

_A_MOMENT = 0.03
"""Seconds for which the first picture is let past whatever else is to be done."""


def _wait_for_nothing(_seconds: float) -> None:
    """Take nobody to be under way."""


class Painter:
    """A source of output: what `canvas` should look like, at the pace that the terminal keeps.

    `wake` is called when there may be something to take; `wait` waits until that is out, for so
    many seconds at the most.
    """

    def __init__(
        self,
        wake: Callable[[], None],
        clock: Callable[[], float] = monotonic,
        wait: Callable[[float], None] = _wait_for_nothing,
    ) -> None:
        self.canvas = Canvas()
        self.pace = Pace()
        self._wake = wake
        self._wait_until_out = wait
        self._has_shown = False
        self._clock = clock
        self._over = False

    def take(self) -> bytes:
        """Return what brings the terminal up to date; nothing where that is not due now."""
        if self._over or self._wait() > 0:
            return b""
        changes = self.canvas.changes()
        if not changes:
            return b""
        if self.pace.waits_until() is not None:
            self.pace.give_up()
        self.pace.asked(self._clock())
        return (changes + QUESTION).encode()

    def due_in(self) -> float | None:
        """Return the seconds until something that is not taken yet may go; None: no need to ask."""
        return None if self._over or not self.canvas.is_due else max(0.0, self._wait())

    def show(self) -> None:
        """Have the terminal shown what is on the canvas."""
        self._wake()

    def show_drawn(self) -> None:
        """Show what was drawn just now; of a first picture, see that it comes out.

        Python gives every thread its turn, so that it would take twice as long beside all that
        follows a first picture.
        """
        self._wake()
        if not self._has_shown:
            self._has_shown = True
            self._wait_until_out(_A_MOMENT)

    def answered(self) -> None:
        """Hear the terminal's answer to a question that went with a picture."""
        self.pace.answered()
        self._wake()

    def leave(self) -> float:
        """Draw no more; return the time until which answers may still come."""
        self._over = True
        return self.pace.owed_until()

    def _wait(self) -> float:
        until = self.pace.waits_until()
        return 0.0 if until is None else until - self._clock()
