"""What comes from the terminal: a thread that reads it, and tells when it has gone."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import NamedTuple

_AT_ONCE = 4096
_TICK = 0.02
"""Seconds between looks at whether an Esc was a key of its own, as long as that is open."""
_OPEN = 0.5
"""Seconds after a key for which it may be; a terminal sends the rest of a sequence long before."""
_PATIENCE = 1.0


class Hooks(NamedTuple):
    """Whom the input thread tells; all of them are called on it.

    `on_text` takes what was read, `on_tick` is called for a while after it, `on_lost` once when
    nothing can ever be read again, and `on_fault` once with what one of the others failed of.
    """

    on_text: Callable[[str], None]
    on_tick: Callable[[], None]
    on_lost: Callable[[], None]
    on_fault: Callable[[Exception], None]


class Input(Thread):
    """Reads a terminal until it is stopped or the terminal has gone.

    A terminal in raw mode never ends its input by itself: end of input, as much as an error, means
    that it was hung up. Bytes that are not UTF-8 are replaced.
    """

    def __init__(self, descriptor: int, hooks: Hooks) -> None:
        super().__init__(name="terminal-input", daemon=True)
        self._descriptor = descriptor
        self._hooks = hooks
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._read_at = 0.0
        self._stopped = False
        self._hears, self._rings = os.pipe()

    def stop(self) -> None:
        """End the thread, and wait for that."""
        self._stopped = True
        with suppress(OSError):
            os.write(self._rings, b"\0")
        self.join(_PATIENCE)

    def run(self) -> None:
        """Read until it is over."""
        try:
            while not self._stopped and self._turn():
                pass
        except Exception as error:  # noqa: BLE001 - whoever listens ends the app with it
            self._hooks.on_fault(error)
        finally:
            os.close(self._hears)
            os.close(self._rings)

    def _turn(self) -> bool:
        """Wait for what comes next; say whether anything may come after it."""
        wait = _TICK if monotonic() - self._read_at < _OPEN else None
        ready, _, _ = select.select([self._descriptor, self._hears], [], [], wait)
        if self._hears in ready:
            return False
        if ready:
            return self._read()
        self._hooks.on_tick()
        return True

    def _read(self) -> bool:
        try:
            data = os.read(self._descriptor, _AT_ONCE)
        except BlockingIOError:
            return True  # somebody else on the terminal read it first
        except OSError:
            data = b""
        if not data:
            self._hooks.on_lost()
            return False
        self._read_at = monotonic()
        if text := self._decode(data):
            self._hooks.on_text(text)
        return True
