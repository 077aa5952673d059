"""A program in a real pseudo-terminal, read the way a person reads it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f",
    "down": "\x1b[B", "up": "\x1b[A", "right": "\x1b[C", "left": "\x1b[D",
}  # fmt: skip
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_AT_A_TIME = 1.0
"""Seconds of reading after which a test looks again whether what it waits for is there."""
_QUIET_MODES = {"25", "7"}
"""Cursor and line wrap are on in a terminal at rest; every other private mode is off."""


class _Screen(pyte.Screen):
    """A screen that answers when it is asked for its status."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None]) -> None:
        self._answer = answer
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """Runs a command in a pty and emulates the screen that it draws; `term` is what TERM says.

    A program that asks for the terminal's status hears of it while `answers` is true.
    """

    def __init__(
        self,
        command: list[str],
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        ignoring: tuple[signal.Signals, ...] = (),
        term: str | None = "xterm-256color",
    ) -> None:
        columns, rows = size
        self.output = b""
        self.status: int | None = None
        self.answers = True
        self._environment = environment or os.environ
        self._screen = _Screen(columns, rows, self._answer)
        self._stream = pyte.ByteStream(self._screen)
        self._pid, self._tty = pty.fork()
        if self._pid == 0:
            # A shell that runs tests in the background has them ignore interruptions.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            for number in ignoring:
                signal.signal(number, signal.SIG_IGN)
            os.execvpe(command[0], command, _called(term, environment or os.environ))
        self.resize(columns, rows)
        self.modes_before = termios.tcgetattr(self._tty)[:4]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self.hang_up()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._pid

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the screen that is emulated keeps its own."""
        fcntl.ioctl(self._tty, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Take the terminal away; nothing can be read from it or typed any more."""
        if self._tty >= 0:
            os.close(self._tty)
            self._tty = -1

    def press(self, *keys: str) -> None:
        """Type keys, by name or as they are."""
        for key in keys:
            os.write(self._tty, KEYS.get(key, key).encode())

    def _answer(self, data: str) -> None:
        """Answer what the program asks the terminal, such as for its status."""
        if self.answers:
            with suppress(OSError):
                os.write(self._tty, data.encode())

    def click(self, text: str, *, times: int = 1) -> None:
        """Click on the first letter of a text on the screen (xterm, SGR mouse mode)."""
        for _ in range(times):
            self.drag(self.place_of(text), self.place_of(text))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one cell and let it go at another; cells count from (0, 0)."""
        (column, row), (to_column, to_row) = start, end
        self.press(f"\x1b[<0;{column + 1};{row + 1}M")
        if start != end:
            self.press(f"\x1b[<32;{to_column + 1};{to_row + 1}M")
        self.press(f"\x1b[<0;{to_column + 1};{to_row + 1}m")

    def place_of(self, text: str) -> tuple[int, int]:
        """Return the column and row at which a text stands, counted in characters of its line."""
        lines = self.text.splitlines()
        row = next(row for row, line in enumerate(lines) if text in line)
        return lines[row].index(text), row

    def wait_for(self, *texts: str, timeout: float = 30) -> str:
        """Read until the screen shows all texts, and return it."""
        self._read_until(lambda: all(text in self.text for text in texts), timeout, texts)
        return self.text

    def wait_for_output(self, pattern: re.Pattern[bytes], timeout: float = 30) -> None:
        """Read until something stands in all that the program has written."""
        self._read_until(lambda: pattern.search(self.output) is not None, timeout, pattern)

    def wait_until_gone(self, text: str, timeout: float = 30) -> None:
        """Read until the screen no longer shows a text."""
        self._read_until(lambda: text not in self.text, timeout, ("gone:", text))

    def wait_for_exit(self, timeout: float = 30) -> int:
        """Read until the program has ended, and return its exit status."""
        self._read_until(self._ended, timeout, ("the end",))
        assert self.status is not None
        return self.status

    def linger(self, seconds: float) -> None:
        """Read for some time, where what is waited for is the time itself."""
        until = time.monotonic() + seconds
        self._read_until(lambda: time.monotonic() > until, seconds + 1, "time to pass")

    def wait_until(self, done: Callable[[], object], what: str, timeout: float = 30) -> None:
        """Read until something is so."""
        self._read_until(lambda: bool(done()), timeout, what)

    def wait_unread(self, done: Callable[[], object], what: str, timeout: float = 30) -> None:
        """Wait until something is so while nobody reads what is written to the terminal."""
        deadline = time.monotonic() + timeout
        while not done():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout} s for {what}, with nobody reading")
            time.sleep(0.02)

    def has_ended(self) -> bool:
        """Say whether the program has ended; `status` is its exit status then."""
        return self.status is not None or self._ended()

    def modes_left_on(self) -> set[str]:
        """Return the private modes that the program switched and did not switch back."""
        state: dict[str, str] = {}
        for numbers, switch in _MODE.findall(self.output):
            state |= dict.fromkeys(numbers.decode().split(";"), switch.decode())
        return {
            mode
            for mode, switch in state.items()
            if switch != ("h" if mode in _QUIET_MODES else "l")
        }

    def modes_now(self) -> list[object]:
        """Return the terminal's line settings."""
        return list(termios.tcgetattr(self._tty)[:4])

    def _ended(self) -> bool:
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
            self.read(0.1)
        return bool(pid)

    def _read_until(self, done: Callable[[], bool], timeout: float, what: object) -> None:
        deadline = time.monotonic() + timeout
        while not done():
            if time.monotonic() > deadline:
                raise AssertionError(
                    f"waited {timeout} s for {what!r}; the screen shows\n{self.text}{self._crash()}"
                )
            self.read(0.05)

    def _crash(self) -> str:
        """Return what the program wrote down of a fault of its own, if it did."""
        log = Path(self._environment.get("XDG_STATE_HOME", "")) / "scale-explorer" / "crash.log"
        return f"\n{log.read_text(encoding='utf-8')}" if log.is_file() else ""

    def read(self, wait: float) -> None:
        """Take over what the program has written; a closed pty reads as an error.

        Of a program that writes faster than a screen can be emulated it is some for now.
        """
        if self._tty < 0:
            time.sleep(wait)
            return
        until = time.monotonic() + _AT_A_TIME
        while select.select([self._tty], [], [], wait)[0] and time.monotonic() < until:
            try:
                written = os.read(self._tty, 65536)
            except OSError:
                return
            self.output += written
            self._stream.feed(written)
            wait = 0


def _called(term: str | None, environment: Mapping[str, str]) -> dict[str, str]:
    """Give the terminal a name, or none."""
    rest = {name: value for name, value in environment.items() if name != "TERM"}
    return rest if term is None else {**rest, "TERM": term}
