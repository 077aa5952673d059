"""A program in a pseudo-terminal, of which every byte is counted and every changed cell."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import Any, Self

import psutil
import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f",
    "down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
}  # fmt: skip
QUIET = 0.35
"""Seconds without output after which a program counts as at rest."""
PATIENCE = 1.5
"""Seconds for which the answer to a key is waited for; on a busy machine it may come late."""
_ARROWS_AS_KEYPAD = re.compile(rb"\x1b\[\?1([hl])")
"""Programs built on curses ask that arrows be sent as ESC O, and are silent otherwise (DECCKM)."""
_ASKED, _ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether updates may be sent as a whole (DEC mode 2026): yes, and each then costs 16 bytes."""

Cells = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one action cost: bytes sent, cells that changed, and seconds to the last byte."""

    sent: int
    cells: int
    seconds: float


@dataclass(frozen=True, slots=True)
class First:
    """When a screen first showed a text, in seconds from the start, and bytes sent until rest."""

    seconds: float
    sent: int


class Program:
    """Runs a command and emulates the screen that it draws."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]
    ) -> None:
        columns, rows = size
        self._size = size
        self._screen: Any = pyte.Screen(columns, rows)
        self._stream: Any = pyte.ByteStream(self._screen)
        self._keypad = False
        self._start = monotonic()
        self._pid, self._tty = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - no shell

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._tty)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def processor_seconds(self) -> float:
        """What the program has used of the processor."""
        used = psutil.Process(self._pid).cpu_times()
        return used.user + used.system

    def started(self, shows: str, patience: float = 60) -> Cost:
        """Wait until the screen shows a text and is at rest; return what the start cost."""
        came: list[tuple[float, bytes]] = []
        while shows not in self.text:
            if monotonic() - self._start > patience:
                raise TimeoutError(f"{shows!r} never came; the screen shows\n{self.text}")
            new = self._until_quiet(0.05)
            self._feed(new)
            came += new
        rest = self._until_quiet(PATIENCE)
        self._feed(rest)
        came += rest
        cells = _changed(_blank(self._size), self._cells())
        return Cost(_length(came), cells, came[-1][0] - self._start)

    def first_shown(self, shows: str, patience: float = 60) -> First:
        """Wait until the screen shows a text and is at rest; return when the text was there first.

        What comes is put on the screen when no more comes: emulating it takes the processor time
        that the program needs.
        """
        sent, seconds = 0, None
        while seconds is None:
            for moment, written in self._until_quiet(QUIET):
                self._stream.feed(written)
                sent += len(written)
                if seconds is None and shows in self.text:
                    seconds = moment - self._start
            if seconds is None and monotonic() - self._start > patience:
                raise TimeoutError(f"{shows!r} never came; the screen shows\n{self.text}")
        return First(seconds, sent)

    @property
    def memory(self) -> tuple[int, int]:
        """Resident bytes of the program's own process, and of all its children."""
        own = psutil.Process(self._pid)
        children = own.children(recursive=True)
        return own.memory_info().rss, sum(child.memory_info().rss for child in children)

    def leave(self, patience: float = 10) -> None:
        """End the program as a terminal does that is closed; what it keeps when it ends is kept."""
        os.kill(self._pid, signal.SIGHUP)
        end = monotonic() + patience
        with suppress(OSError):  # nobody writes there any more
            while monotonic() < end:
                self._until_quiet(QUIET)

    def press(self, *keys: str) -> Cost:
        """Type keys at once, wait until the screen is at rest, and return what that cost."""
        before, start = self._cells(), monotonic()
        self._type(*keys)
        first = self._read(PATIENCE)
        came = [first, *self._until_quiet(QUIET)] if first else []
        return self._cost(came, before, start)

    def hold(self, keys: Sequence[str], pause: float) -> list[Cost]:
        """Type keys one after the other as a held key does; return what each cost until the next.

        What the last one sets off once the key is let go is left to `rest`.
        """
        costs: list[Cost] = []
        start = monotonic()
        for number, key in enumerate(keys):
            before = self._cells()
            pressed = monotonic()
            self._type(key)
            came = self._until(start + (number + 1) * pause)
            costs.append(self._cost(came, before, pressed))
        return costs

    def rest(self, seconds: float = QUIET) -> Cost:
        """Press nothing, and return what came until the program was at rest for that long."""
        before, start = self._cells(), monotonic()
        return self._cost(self._until_quiet(seconds), before, start)

    def idle(self, seconds: float) -> tuple[int, float]:
        """Press nothing for that long; return the bytes that came and the share of a processor."""
        used = self.processor_seconds
        came = self._until(monotonic() + seconds)
        self._feed(came)
        return _length(came), (self.processor_seconds - used) / seconds

    def _cost(self, came: list[tuple[float, bytes]], before: Cells, start: float) -> Cost:
        self._feed(came)
        seconds = came[-1][0] - start if came else 0.0
        return Cost(_length(came), _changed(before, self._cells()), seconds)

    def _type(self, *keys: str) -> None:
        typed = "".join(KEYS.get(key, key) for key in keys)
        if self._keypad:
            typed = typed.replace(KEYS["down"], "\x1bOB").replace(KEYS["up"], "\x1bOA")
        os.write(self._tty, typed.encode())

    def _until_quiet(self, quiet: float) -> list[tuple[float, bytes]]:
        came: list[tuple[float, bytes]] = []
        while chunk := self._read(quiet):
            came.append(chunk)
        return came

    def _until(self, deadline: float) -> list[tuple[float, bytes]]:
        came: list[tuple[float, bytes]] = []
        while (left := deadline - monotonic()) > 0:
            if chunk := self._read(left):
                came.append(chunk)
        return came

    def _read(self, wait: float) -> tuple[float, bytes] | None:
        if not select.select([self._tty], [], [], wait)[0]:
            return None
        written = os.read(self._tty, 65536)
        if _ASKED in written:
            os.write(self._tty, _ANSWERED)
        for switch in _ARROWS_AS_KEYPAD.findall(written):
            self._keypad = switch == b"h"
        return monotonic(), written

    def _feed(self, came: list[tuple[float, bytes]]) -> None:
        for _, written in came:
            self._stream.feed(written)

    def _cells(self) -> Cells:
        columns, rows = self._size
        buffer = self._screen.buffer
        return [[buffer[row][column] for column in range(columns)] for row in range(rows)]


def _length(came: list[tuple[float, bytes]]) -> int:
    return sum(len(written) for _, written in came)


def _blank(size: tuple[int, int]) -> Cells:
    screen: Any = pyte.Screen(*size)
    return [[screen.buffer[row][column] for column in range(size[0])] for row in range(size[1])]


def _changed(before: Cells, after: Cells) -> int:
    return sum(
        old != new
        for line, now in zip(before, after, strict=True)
        for old, new in zip(line, now, strict=True)
    )
