"""Compiling in a process of its own: the side of whoever waits for it.

Python runs one thread at a time, and reading TOML, validating records and collecting garbage hold
it for up to a second: an app that compiled on a thread would not answer keys meanwhile.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import IO, Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import replace

from .finding import Finding
from .finding_json import loaded
from .opening import Sought
from .store.sqlite import UNFINISHED
from .watch import Phase, Progress

KEPT = 1_000
"""Findings that are kept to be shown, the latest; the others are only counted."""

_GRACE = 2.0
"""Seconds that the child has to clean up before it is ended by force."""
_TAIL = 4_000  # characters of what a crashed child said


class Compiling:
    """Data sets that are being compiled; `outcome` is the compiled file, or why there is none.

    Raises OSError when no process can be started.
    """

    def __init__(self, sought: Sought) -> None:
        self.label = sought.label
        self.progress = Progress()
        self.outcome: Future[Path] = Future()
        self._findings: deque[Finding] = deque(maxlen=KEPT)
        self._lock = Lock()
        self._folder = sought.path.parent
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - `_listen` closes it
        # -P keeps modules that lie in the reader's folder from being taken for ours.
        command = [sys.executable, "-P", "-m", f"{__package__}.worker", *sought.names]
        self._child = subprocess.Popen(  # noqa: S603 - ourselves, with names that are only read
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._complaints
        )
        self._listener = Thread(target=self._listen, name="scale-explorer-compiling", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._child.pid

    def wait(self, seconds: float) -> Path | None:
        """Return the compiled file if it is there in time; raises DataError when it cannot be."""
        try:
            return self.outcome.result(seconds)
        except Late:
            return None

    def findings(self, after: int) -> tuple[Finding, ...]:
        """Return what was found after the first so many, as far as it is kept."""
        with self._lock:
            found = self.progress.findings - after
            return tuple(self._findings)[-found:] if found > 0 else ()

    def close(self) -> None:
        """Stop the work if it is under way, and remove what is half done."""
        if self._child.poll() is None:
            self._child.terminate()
            try:
                self._child.wait(_GRACE)
            except subprocess.TimeoutExpired:
                self._child.kill()
        self._child.wait()
        self._listener.join()
        for path in self._folder.glob(f"{UNFINISHED}{self._child.pid}-*"):
            with suppress(OSError):
                path.unlink()

    def _listen(self) -> None:
        """Hear the child out, on a thread of its own."""
        assert self._child.stdout is not None
        with self._complaints, self._child.stdout as lines:
            try:
                for line in lines:
                    self._hear(*json.loads(line))
            except Exception as error:  # noqa: BLE001 - told to whoever waits for the outcome
                self.outcome.set_exception(error)
            status = self._child.wait()  # so that it does not stay as a zombie beside the app
            if not self.outcome.done():
                self.outcome.set_exception(self._failure(status))

    def _hear(self, what: str, *words: Any) -> None:
        match what, words:
            case "step", (str(phase), int(done), int(total)):
                self.progress = Progress(Phase(phase), done, total, self.progress.findings)
            case "finding", (str(told),):
                self._take(loaded(told))
            case "path", (str(path),):
                self.outcome.set_result(Path(path))
            case "error", (str(reason),):
                self.outcome.set_exception(DataError(reason))
            case _:
                raise ValueError(f"the worker said {what!r}")

    def _take(self, found: Finding) -> None:
        with self._lock:
            self._findings.append(found)
            self.progress = replace(self.progress, findings=self.progress.findings + 1)

    def _failure(self, status: int) -> Exception:
        """Say why the child told no outcome: it was ended, or it has a fault."""
        if status < 0:
            name = signal.Signals(-status).name
            return DataError(f"Compiling was ended by {name}; there may be too little memory.")
        self._complaints.seek(0)
        said = self._complaints.read().decode(errors="replace")[-_TAIL:]
        return RuntimeError(f"compiling ended with status {status}\n{said}")
