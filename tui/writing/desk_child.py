"""One process that holds a set, the pipes to it, and the thread that listens."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Pipe
from threading import Thread
from typing import IO

from scale_explorer.models.errors import DataError

from .messages import WRITING, Answer, Asked, Fault, Question, Refusal, Told

_GRACE = 2.0
"""Seconds that the process has to end by itself when nobody asks any more."""
_TAIL = 2_000
"""Characters of what a crashed process said that are handed on."""


class DeskChild:
    """Starts a process; `heard` and `ended` are called on its thread. Raises OSError."""

    def __init__(self, heard: Callable[[Told], None], ended: Callable[[DeskChild], None]) -> None:
        self._heard = heard
        self._ended = ended
        self._writing: set[int] = set()
        self._said = ""
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - `_listen` closes it
        theirs, self._questions = Pipe(duplex=False)
        self._answers, their_answers = Pipe(duplex=False)
        with theirs, their_answers:
            # -P keeps modules that lie in the reader's folder from being taken for ours. In a
            # session of its own it hears no signal that is meant for an editor on the terminal.
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-P", "-m", f"{__package__}.worker"],
                stdin=theirs.fileno(),
                stdout=their_answers.fileno(),
                stderr=self._complaints,
                start_new_session=True,
            )
        self._thread = Thread(target=self._listen, name="scale-explorer-desk-heard", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the process is there no more."""
        return self._process.poll() is not None

    @property
    def is_done(self) -> bool:
        """Whether it ended by itself, as nothing was asked of it for long."""
        return self._process.returncode == 0

    def send(self, asked: Asked) -> None:
        """Say something to it; raises OSError where nobody hears."""
        if isinstance(asked, Question) and asked.method in WRITING:
            self._writing.add(asked.number)
        self._questions.send(asked)

    def end(self) -> None:
        """Have the process end: by itself, as nobody is left to ask, or else by force.

        What it is writing to the files it finishes.
        """
        self._questions.close()
        try:
            self._process.wait(None if self._writing else _GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._thread.join()

    def failure(self) -> Exception:
        """Say why the process ended: it was made to, or it has a fault."""
        status = self._process.returncode
        if status < 0:
            name = signal.Signals(-status).name
            return DataError(f"Writing was ended by {name}; the next key goes on.")
        return RuntimeError(f"writing ended with status {status}\n{self._said}")

    def _listen(self) -> None:
        with self._complaints, self._answers:
            try:
                while True:
                    self._hear(self._answers.recv())
            except (EOFError, OSError):
                pass
            except Exception:  # noqa: BLE001 - what makes no sense ends the process, and is told
                self._process.kill()
            self._process.wait()
            self._complaints.seek(0)
            self._said = self._complaints.read().decode(errors="replace")[-_TAIL:]
        self._ended(self)

    def _hear(self, told: Told) -> None:
        if isinstance(told, Answer | Refusal | Fault):
            self._writing.discard(told.number)
        self._heard(told)
