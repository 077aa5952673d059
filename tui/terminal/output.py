"""What goes to the terminal: a thread that alone waits for it, so that nobody else ever does."""

from __future__ import annotations

import os
import select
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import Protocol

ROOM = 1024 * 1024
"""Bytes of control sequences that may wait beside a source; one that does not fit is left out."""
SPARE = 64 * 1024
"""Bytes beyond them for short sequences, which switch modes and must not be lost."""
_SHORT = 4096

_AT_ONCE = 64 * 1024
_BLOCKING_AT_ONCE = 256  # Linux calls a terminal writable when it takes this many bytes
_IDLE = 0.01  # seconds until a source that was due and had nothing is asked again


class Source(Protocol):
    """What the terminal should show; asked on the thread of the output.

    It is asked only when the terminal can take bytes and nothing else waits. So what a slow
    terminal missed is never made.
    """

    def take(self) -> bytes:
        """Return what brings the terminal up to date; empty when nothing is due now."""
        ...

    def due_in(self) -> float | None:
        """Say in how many seconds `take` may have something without a `wake`; None for never."""
        ...


class Output(Thread):
    """Writes to a terminal what is queued, and else what its source makes.

    `descriptor` should not block and stays open; one that does is written to in small pieces.
    `on_lost` is called once, on this thread, when the terminal has gone, and `on_fault` with what
    the source failed of (without it, that counts as lost). What was begun is written to its end
    before anything else, as half a control sequence would swallow what follows.
    """

    def __init__(
        self,
        descriptor: int,
        source: Source | None,
        on_lost: Callable[[], None],
        on_fault: Callable[[Exception], None] | None = None,
    ) -> None:
        super().__init__(name="terminal-output", daemon=True)
        self._descriptor = descriptor
        self._at_once = _BLOCKING_AT_ONCE if os.get_blocking(descriptor) else _AT_ONCE
        self._source = source
        self._on_lost = on_lost
        self._on_fault = on_fault
        self._lock = Lock()
        self._queue: deque[bytes] = deque()
        self._queued = 0
        self._begun = memoryview(b"")
        self._news = Event()
        self._news.set()
        self._rests = Event()
        self._asked_again = 0.0
        self._deadline: float | None = None
        self._over = False
        self._hears, self._rings = os.pipe()
        os.set_blocking(self._hears, False)
        os.set_blocking(self._rings, False)

    def write(self, text: str) -> None:
        """Queue control sequences, in order, before the source's next bytes; never block."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            if self._over or not self._has_room(len(data)):
                return
            self._queue.append(data)
            self._queued += len(data)
        self._ring()

    def wake(self) -> None:
        """Tell that the source has news."""
        self._news.set()
        self._rests.clear()
        self._ring()

    def wait_for_rest(self, seconds: float) -> None:
        """Wait, so long at the most, until nothing is left to write."""
        self._rests.wait(seconds)

    def flush(self) -> None:
        """Do nothing: what is queued is written as soon as the terminal takes it."""

    def stop(self, patience: float) -> bool:
        """Write what is queued, for at most `patience` seconds, and end; say whether it got out.

        The source is not asked any more.
        """
        self._deadline = monotonic() + patience
        self._ring()
        self.join(patience + _IDLE)
        return not (self._begun or self._queue or self.is_alive())

    def run(self) -> None:
        """Write until it is stopped or the terminal has gone."""
        try:
            while self._goes_on():
                self._turn()
        except OSError:
            self._on_lost()
        except Exception as error:
            if self._on_fault is None:
                self._on_lost()
                raise
            self._on_fault(error)
        finally:
            self._end()

    def _goes_on(self) -> bool:
        if self._deadline is None:
            return True
        return bool(self._begun or self._queue) and monotonic() < self._deadline

    def _turn(self) -> None:
        """Wait for the terminal, for something to write, or for the moment at which it is due."""
        self._begin()
        due = self._due_in()
        wants = bool(self._begun) or due == 0
        if not wants:
            self._rests.set()
        wait = self._wait(None if wants else due)
        heard, takes, _ = select.select(
            [self._hears], [self._descriptor] if wants else [], [], wait
        )
        if heard:
            os.read(self._hears, 4096)
        elif not takes:
            self._news.set()  # its moment has come
        if takes:
            self._begin()  # what was queued while it waited goes first
            self._begun = self._begun or self._taken()
            self._put()

    def _begin(self) -> None:
        """Begin with all that is queued, unless something is under way."""
        if self._begun:
            return
        with self._lock:
            self._begun = memoryview(b"".join(self._queue))
            self._queue.clear()
            self._queued = 0

    def _due_in(self) -> float | None:
        """Say in how many seconds the source is to be asked; 0 for as soon as can be."""
        if self._source is None or self._deadline is not None:
            return None
        now = monotonic()
        if self._news.is_set():
            return 0
        due = self._source.due_in()
        return None if due is None else max(0, due, self._asked_again - now)

    def _taken(self) -> memoryview:
        if self._source is None:
            return memoryview(b"")
        self._news.clear()  # before it is asked: what comes meanwhile is news again
        made = self._source.take()
        if not made:
            self._asked_again = monotonic() + _IDLE
        return memoryview(made)

    def _put(self) -> None:
        if self._begun:
            with suppress(BlockingIOError):
                written = os.write(self._descriptor, self._begun[: self._at_once])
                self._begun = self._begun[written:]

    def _wait(self, due: float | None) -> float | None:
        if self._deadline is None:
            return due
        left = max(0, self._deadline - monotonic())
        return left if due is None else min(due, left)

    def _has_room(self, size: int) -> bool:
        if self._source is None:
            return True  # whole frames come this way then, and one left out would be missed
        return self._queued + size <= ROOM + (SPARE if size <= _SHORT else 0)

    def _ring(self) -> None:
        """Have the thread look; a pipe that is full has rung already, a closed one is over."""
        with self._lock:
            if not self._over:
                with suppress(BlockingIOError):
                    os.write(self._rings, b"\0")

    def _end(self) -> None:
        with self._lock:
            self._over = True
            os.close(self._hears)
            os.close(self._rings)
