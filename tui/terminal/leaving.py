"""Leaving because of a signal or a lost terminal: within seconds, whatever else is stuck.

Python runs a signal's handler on the main thread, when that comes to it. A main thread that waits
for a file or a query would never; so the handlers here do nothing, and a thread is told of signals
by the descriptor that C code writes their numbers to (`signal.set_wakeup_fd`).
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from types import FrameType
from typing import NamedTuple, Self

LEAVE_ON = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
"""SIGHUP also where it was ignored (nohup): without a terminal there is nothing to go on with."""
HARMLESS = (signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGPIPE)
"""Signals that end a program by default and mean nothing to this one."""

PATIENCE = 3.0
"""Seconds for leaving in good order."""
_ASK_AGAIN = 0.1
_LAST_WORDS = 0.5


class Steps(NamedTuple):
    """How to leave. `ask` says whether it could ask the app to leave with a signal's number.

    `remember` keeps what should be kept and `rescue` gives the terminal back; both are called when
    that did not help in time. `end` ends the process with a status.
    """

    ask: Callable[[int], bool]
    remember: Callable[[], object]
    rescue: Callable[[], None]
    end: Callable[[int], object] = os._exit


class Leaving:
    """Watches for reasons to leave, inside `with`, on the main thread.

    `number` is the signal that the app is left for, SIGHUP for a terminal that has gone. Then the
    watch goes on behind the block, until the process has ended.
    """

    def __init__(self, steps: Steps, patience: float = PATIENCE) -> None:
        self._steps = steps
        self._patience = patience
        self._lock = Lock()
        self._over = Event()
        self._at_once = Event()
        self._before: dict[int, object] = {}
        self._noted = False
        self.number: int | None = None

    def __enter__(self) -> Self:
        self._hears, self._rings = os.pipe()
        os.set_blocking(self._rings, False)
        for number in (*LEAVE_ON, *HARMLESS):
            self._before[number] = signal.signal(number, self._note)
        self._wakeup_before = signal.set_wakeup_fd(self._rings, warn_on_full_buffer=False)
        Thread(target=self._watch, name="terminal-signals", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.number is not None:
            return
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        self._over.set()
        os.close(self._rings)

    @property
    def is_under_way(self) -> bool:
        """Whether the app is to be left; on the main thread true as soon as a signal arrives."""
        return self._noted or self.number is not None

    @property
    def status(self) -> int | None:
        """The exit status as a shell counts it: 128 and the signal's number."""
        return None if self.number is None else 128 + self.number

    def lost(self) -> None:
        """Leave because the terminal has gone; often SIGHUP says the same. From any thread."""
        self._leave(signal.SIGHUP)

    def _watch(self) -> None:
        """Read the numbers of signals as they arrive."""
        while numbers := os.read(self._hears, 64):
            for number in numbers:
                if number in LEAVE_ON:
                    self._leave(number)
        os.close(self._hears)

    def _leave(self, number: int) -> None:
        with self._lock:
            first = self.number is None and not self._over.is_set()
            if first:
                self.number = number
        if first:
            Thread(target=self._see_it_through, name="terminal-leaving", daemon=True).start()
        elif number != signal.SIGHUP:  # of which a hang-up sends several
            self._at_once.set()

    def _see_it_through(self) -> None:
        assert self.number is not None
        left = self._patience
        while left > 0 and not self._steps.ask(self.number) and not self._at_once.wait(_ASK_AGAIN):
            left -= _ASK_AGAIN
        self._at_once.wait(max(0, left))
        self._last_words()
        self._steps.rescue()
        self._steps.end(128 + self.number)

    def _last_words(self) -> None:
        """Keep what can be kept in a moment."""

        def speak() -> None:
            with suppress(Exception):
                self._steps.remember()

        words = Thread(target=speak, daemon=True)
        words.start()
        words.join(_LAST_WORDS)

    def _note(self, number: int, frame: FrameType | None) -> None:
        """Let the main thread know, which may be ahead of the watch; take no lock, it may hold it.

        Unlike an ignored signal, one with a handler is not handed down to other programs.
        """
        del frame
        self._noted = self._noted or number in LEAVE_ON
