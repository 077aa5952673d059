"""Watching files on a thread: tells that something changed when it has come to rest."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

from .watched import Sight, Signature, Watched, is_suspect

POLL = 0.2
"""Seconds between two looks: a change must be on the screen within one."""
SETTLE = 0.08
"""Seconds without a further change after which a change is told: a checkout of many is one."""
SUSPECT = 0.5
"""The same where a file has gone or is empty: some editors save by way of that."""
LONGEST = 3.0
"""Seconds after which what never rests is told all the same."""


_PATIENCE = 0.5
"""Seconds for which the end of the thread is waited for: it may be reading a set over a network."""


class Watcher:
    """Calls `changed`, on its thread, whenever something watched is other than it was last told.

    `begin` says, on that thread, what is watched and how it was before it was read.
    """

    def __init__(
        self, begin: Callable[[], tuple[Watched, Signature]], changed: Callable[[], None]
    ) -> None:
        self._begin = begin
        self._changed = changed
        self._sight = Sight()
        self._woken = Event()
        self._demanded = False
        self._ends = False
        self._thread = Thread(target=self._run, name="scale-explorer-watcher", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def watch(self, watched: Watched) -> None:
        """Watch other paths from now on; what was not watched before counts as changed once.

        So nothing is missed that happened to it between its being read and this.
        """
        self._watched = watched

    def demand(self) -> None:
        """Tell at once, and whether or not anything changed."""
        self._demanded = True
        self._woken.set()

    def close(self) -> None:
        """End the thread."""
        self._ends = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        self._watched, self._seen = self._begin()
        while not self._rests(POLL):
            now = self._sight.look(self._watched)
            if now != self._seen and not self._demanded:
                now = self._settled(now)
            demanded, self._demanded = self._demanded, False
            if self._ends:
                return
            if demanded or now != self._seen:
                self._seen = now
                self._changed()

    def _settled(self, now: Signature) -> Signature:
        """Return how things are when nothing changes any more, or when that is demanded."""
        begun = monotonic()
        while not self._rests(SUSPECT if is_suspect(self._seen, now) else SETTLE):
            last, now = now, self._sight.look(self._watched)
            if now == last or self._demanded or monotonic() - begun > LONGEST:
                break
        return now

    def _rests(self, seconds: float) -> bool:
        """Wait, or until woken; say whether to end."""
        self._woken.wait(seconds)
        self._woken.clear()
        return self._ends
