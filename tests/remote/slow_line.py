"""A terminal at the end of a slow line, whose buffers take all that is sent at once.

So it is with SSH over a telephone: sshd, the kernels and what lies between them take hundreds of
kilobytes from a program, and the picture that comes last is seen when all before it has come.
"""

from __future__ import annotations

import os
import select
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..terminal import KEYS, Terminal

ROUND_TRIP = 0.150
"""Seconds that a byte needs to the other end and one back."""
BYTES_A_SECOND = 64_000 / 8
_PIECE = 128
"""Bytes that arrive at once, as of a line that carries small packets."""


@dataclass(slots=True)
class _Way:
    """One direction: pieces and when they arrive."""

    free_at: float = 0.0
    pieces: deque[tuple[float, bytes]] = field(default_factory=deque[tuple[float, bytes]])

    def send(self, data: bytes, now: float) -> None:
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            self.free_at = max(self.free_at, now) + len(piece) / BYTES_A_SECOND
            self.pieces.append((self.free_at + ROUND_TRIP / 2, piece))

    def arrived(self, now: float) -> bytes:
        taken: list[bytes] = []
        while self.pieces and self.pieces[0][0] <= now:
            taken.append(self.pieces.popleft()[1])
        return b"".join(taken)

    @property
    def next_at(self) -> float:
        return self.pieces[0][0] if self.pieces else float("inf")


class SlowTerminal(Terminal):
    """A Terminal that sees what is drawn, and is heard, only after a while.

    `begun` is when the program was started, `last_came` when its last byte came.
    """

    output: bytes

    def __init__(
        self,
        command: list[str],
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._down, self._up = _Way(), _Way()
        self.begun = self.last_came = time.monotonic()
        super().__init__(command, size=size, environment=environment)

    @property
    def now(self) -> float:
        """Seconds on the clock of `begun` and `last_came`."""
        return time.monotonic()

    @property
    def under_way(self) -> int:
        """Bytes that the program has sent and that have not come yet."""
        return sum(len(piece) for _, piece in self._down.pieces)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._up.send(KEYS.get(key, key).encode(), time.monotonic())

    def _answer(self, data: str) -> None:
        if self.answers:
            self._up.send(data.encode(), time.monotonic())

    def hold(self, key: str, seconds: float, pause: float) -> int:
        """Hold a key for some seconds, with a pause between repeats; return how often it came."""
        begun, count = time.monotonic(), 0
        while (now := time.monotonic()) - begun < seconds:
            if now >= begun + count * pause:
                self.press(key)
                count += 1
            self.read(0.005)
        return count

    def watch(self, seconds: float) -> list[tuple[float, int]]:
        """Look on for some seconds; return when something came, counted from now, and how much."""
        begun, came = time.monotonic(), list[tuple[float, int]]()
        while (now := time.monotonic()) - begun < seconds:
            before = len(self.output)
            self.read(0.01)
            if len(self.output) > before:
                came.append((now - begun, len(self.output) - before))
        return came

    def read(self, wait: float) -> None:
        """Let arrive what is due within a while, on both ways."""
        until = time.monotonic() + wait
        while True:
            now = time.monotonic()
            due = min(until, self._down.next_at, self._up.next_at)
            if self._tty < 0:
                time.sleep(wait)
            elif select.select([self._tty], [], [], max(0.0, due - now))[0]:
                self._take()
            self._deliver()
            if time.monotonic() >= until:
                return

    def _take(self) -> None:
        try:
            self._down.send(os.read(self._tty, 65536), time.monotonic())
        except OSError:
            time.sleep(0.005)  # the program has ended

    def _deliver(self) -> None:
        if written := self._down.arrived(time.monotonic()):
            self.last_came = time.monotonic()
            self.output += written
            self._stream.feed(written)
        if typed := self._up.arrived(time.monotonic()):
            os.write(self._tty, typed)
