"""The process that compiles again and again: the side of whoever asks it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import IO

from scale_explorer.models.errors import DataError

from ..folders import folder
from ..store.sqlite import UNFINISHED
from .request import Answer, Compiled, Faulty, Request, Same, answer_of, request_line

_GRACE = 2.0
"""Seconds that the process has to end by itself when nobody asks any more."""
_TAIL = 2_000
"""Characters of what a crashed process said that are handed on."""

Heard = Callable[[int, Answer | Exception], None]
"""Told the number of a request and an answer to it, or why there will be none."""


class WarmWorker:
    """Starts the process when it is needed; hands on what it answers, on a thread of its own."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._child: _Child | None = None
        self._open: Request | None = None
        self._closed = False
        self._lock = Lock()

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._child.process.pid if self._child else None

    def ask(self, request: Request) -> None:
        """Ask for something; what was asked before is given up."""
        with self._lock:
            if self._closed:
                return
            failure = self._sent(request)
        if failure is not None:
            self._heard(request.number, failure)

    def close(self) -> None:
        """End the process, and with it what it is at; nothing is heard any more."""
        with self._lock:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _sent(self, request: Request) -> OSError | None:
        """Send a request; return why that failed, if so."""
        self._open = request
        try:
            self._send(request)
        except OSError as error:
            self._open = None
            return error
        return None

    def _send(self, request: Request) -> None:
        try:
            self._started().send(request)
        except BrokenPipeError:  # it ended just now
            self._child = None
            self._started().send(request)

    def _started(self) -> _Child:
        if self._child is None and not self._closed:
            self._child = _Child(self._hear, self._mourn)
        if self._child is None:
            raise BrokenPipeError
        return self._child

    def _hear(self, number: int, answer: Answer) -> None:
        with self._lock:
            asked = self._open
            if self._closed or asked is None or asked.number != number:
                return
            if isinstance(answer, Compiled | Same | Faulty):
                self._open = None
        self._heard(number, answer)

    def _mourn(self, child: _Child, status: int) -> None:
        """Ask another process where one ended that was done, and else tell what became of it."""
        with self._lock:
            if self._child is child:
                self._child = None
            asked = None if self._closed else self._open
            if asked is None:
                return
            failure: Exception | None = child.failure(status)
            if status == 0:
                failure = self._sent(asked)
            self._open = asked if failure is None else None
        if failure is not None:
            self._heard(asked.number, failure)


class _Child:
    """One process, and the thread that listens to it."""

    def __init__(
        self, hear: Callable[[int, Answer], None], mourn: Callable[[_Child, int], None]
    ) -> None:
        self._hear = hear
        self._mourn = mourn
        # Loaded here because a process is only begun after the first screen.
        import tempfile  # noqa: PLC0415

        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - `_listen` closes it
        # -P keeps modules that lie in the reader's folder from being taken for ours. In a session
        # of its own it hears no signal that is meant for an editor on the terminal.
        command = [sys.executable, "-P", "-m", f"{__package__}.worker"]
        self.process = subprocess.Popen(  # noqa: S603 - ourselves
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            start_new_session=True,
        )
        self._thread = Thread(target=self._listen, name="scale-explorer-reloading", daemon=True)
        self._thread.start()

    def send(self, request: Request) -> None:
        """Write a request; raises OSError where nobody reads it."""
        assert self.process.stdin is not None
        self.process.stdin.write(request_line(request))

    def end(self) -> None:
        """Have the process end: by itself, as nobody is left to ask, or else by force."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._thread.join()
        for path in folder("cache").glob(f"{UNFINISHED}{self.process.pid}-*"):
            with suppress(OSError):
                path.unlink()

    def failure(self, status: int) -> Exception:
        """Say why the process ended: it was made to, or it has a fault."""
        if status < 0:
            name = signal.Signals(-status).name
            return DataError(f"Reading anew was ended by {name}; there may be too little memory.")
        return RuntimeError(f"reading anew ended with status {status}\n{self._said}")

    def _take(self, line: bytes) -> None:
        """Hand on an answer; one that makes no sense ends the process, and that is told."""
        try:
            answer = answer_of(line)
        except (ValueError, TypeError, KeyError, RecursionError):
            self.process.kill()
        else:
            self._hear(*answer)

    def _listen(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with self._complaints, self.process.stdin, self.process.stdout as pipe:
            unread = b""
            while part := pipe.read(65_536):
                *lines, unread = (unread + part).split(b"\n")
                for line in lines:
                    self._take(line)
            status = self.process.wait()
            self._complaints.seek(0)
            self._said = self._complaints.read().decode(errors="replace")[-_TAIL:]
        self._mourn(self, status)
