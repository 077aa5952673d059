"""How much may be under way to a terminal: a slow line must not fill up with old pictures.

Behind each picture the terminal is asked for its status (DSR 5, ECMA-48 8.3.35), which every
terminal answers once it has come that far. Buffers between here and there, such as those of an SSH
connection, take hundreds of kilobytes without a word, and one would have to look on while all of it
is drawn before the newest picture. A terminal that never answers is never waited for.
"""

from __future__ import annotations

from collections import deque

QUESTION = "\x1b[5n"
ANSWERS = frozenset({"\x1b[0n", "\x1b[3n"})
"""What a terminal says to it: all is well, or not."""

UNDER_WAY = 2
"""Pictures that may be on their way: one drawn there while the next one travels."""
_PATIENCE = 1.0
_FIRST_PATIENCE = 0.3
_LONGEST_PATIENCE = 8.0
"""Seconds after which an answer counts as lost, and one picture more is sent to see."""


class Pace:
    """Counts questions and answers; times are seconds on a clock that never runs back."""

    def __init__(self) -> None:
        self._asked: deque[float] = deque()
        self._patience = _PATIENCE
        self.answers = False
        """Whether this terminal has ever answered."""

    def asked(self, now: float) -> None:
        """Note that a question went out."""
        self._asked.append(now)
        if not self.answers and len(self._asked) > 1:
            self._asked.popleft()

    def answered(self) -> None:
        """Note an answer, which is that to the oldest question."""
        self.answers = True
        self._patience = _PATIENCE
        if self._asked:
            self._asked.popleft()

    def waits_until(self) -> float | None:
        """Return the time until which no picture may go; None when one may go now."""
        if not self.answers or len(self._asked) < UNDER_WAY:
            return None
        return self._asked[-1] + self._patience

    def give_up(self) -> None:
        """Let another picture go although nothing was answered, and wait longer the next time."""
        if self._asked:
            self._asked.popleft()
        self._patience = min(2 * self._patience, _LONGEST_PATIENCE)

    @property
    def is_owed(self) -> bool:
        """Whether answers may still come."""
        return bool(self._asked)

    def owed_until(self) -> float:
        """Return the time at which answers that have not come are no longer waited for."""
        if not self._asked:
            return 0.0
        return self._asked[0] + (_PATIENCE if self.answers else _FIRST_PATIENCE)
