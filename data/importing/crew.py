"""Processes that read portions of a file beside the one that writes them to disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from types import TracebackType
from typing import Final, Self

from scale_explorer.models.errors import DataError

from .frames import receive, send
from .portion import Portion, Taken, read_portion

ALONE: Final = 10
"""Portions that are read before other processes are started: they take a second to begin."""
_MOST: Final = 4
"""Processes at most: more would not be kept busy by the one that writes."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Reads portions, many of them in processes of their own, which are gone at the context's end.

    They end by themselves, too, where this process is killed: nobody asks them any more. On one
    processor there are none.
    """

    def __init__(self, size: int | None = None, alone: int = ALONE) -> None:
        self._size = min(_MOST, processors()) if size is None else size
        self._alone = alone
        self._members: list[_Member] = []

    def __enter__(self) -> Self:
        """Use it until the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes, whatever they are at."""
        self.disband()

    def disband(self) -> None:
        """End all processes; who is asked again starts others."""
        while self._members:
            self._members.pop().end()

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that there are."""
        return tuple(member.pid for member in self._members)

    def read(self, portions: Iterable[Portion]) -> Iterator[Taken]:
        """Yield what comes of each portion, in order; raises DataError where a process ends."""
        waiting = iter(portions)
        first = waiting if self._size < 2 else islice(waiting, self._alone)
        yield from map(read_portion, first)
        busy = deque[_Member]()
        for portion in waiting:
            if len(busy) < self._size:
                member = self._another(len(busy))
                member.ask(portion)
                busy.append(member)
                continue
            member = busy.popleft()
            taken = member.answer()
            # It gets the next portion before what came of the last one is used.
            member.ask(portion)
            busy.append(member)
            yield taken
        for member in busy:
            yield member.answer()

    def _another(self, number: int) -> _Member:
        """Return a process, started if there are not so many yet."""
        if number == len(self._members):
            try:
                self._members.append(_Member())
            except OSError as error:
                raise DataError(f"No process can be started: {error.strerror}.") from error
        return self._members[number]


class _Member:
    """One process."""

    def __init__(self) -> None:
        # -P keeps modules that lie in the reader's folder from being taken for ours. In a session
        # of its own it hears no Ctrl-C: it ends when this one does not ask any more.
        command = [sys.executable, "-P", "-m", f"{__package__}.worker"]
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked, self._answers = self._process.stdin, self._process.stdout

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def ask(self, portion: Portion) -> None:
        """Hand over a portion; raises DataError where the process is gone."""
        try:
            send(self._asked, portion)
        except OSError as error:
            raise self._gone() from error

    def answer(self) -> Taken:
        """Wait for what comes of the last portion; raises DataError where the process is gone."""
        try:
            taken: Taken = receive(self._answers)
        except EOFError as error:
            raise self._gone() from error
        return taken

    def end(self) -> None:
        """End the process at once: what it is at is of no use."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._asked, self._answers):
            with suppress(OSError):  # what was not read by it cannot be written any more
                pipe.close()

    def _gone(self) -> DataError:
        status = self._process.wait()
        how = signal.Signals(-status).name if status < 0 else f"status {status}"
        return DataError(
            f"A process that read for this one was ended by {how}; there may be too little memory."
            " Nothing was written."
        )
