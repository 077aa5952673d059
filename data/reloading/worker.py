"""Compiling again and again, in a process of its own that is warm: the child's side.

    python -m scale_explorer.data.reloading.worker

Loading Pydantic and the readers takes most of a second, compiling a set of common size a quarter
of one. See `request` for what is asked and answered.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from scale_explorer.models.errors import DataError, ScaleExplorerError

from ..finding import Finding, Severity
from ..loading.databases import is_database
from ..loading.load import faults
from ..loading.read import shown
from ..opening import Sought, seek
from ..store import build
from ..store.compile import compile_set
from ..watch import Phase, Progress, StoppedError
from .request import Answer, Compiled, Faulty, Request, Same, answer_line, request_of
from .watched import watched_of

SECONDS = 0.1
"""Seconds between two looks at whether something newer is asked, and two steps that are told."""
LONG = 5.0
"""Seconds of work after which the process ends, and gives back the memory that it took."""

_IN = 0
_CHUNK = 65_536
_WARM = (build, compile_set)
"""What compiling needs is loaded before it is asked for."""


class Asked:
    """The requests on standard input, of which the newest counts."""

    def __init__(self) -> None:
        self._unread = b""

    def newest(self) -> Request | None:
        """Wait for a request; None when nobody will ask any more."""
        while b"\n" not in self._unread:
            if not self._read():
                return None
        while self.is_waiting():
            if not self._read():
                return None
        *lines, self._unread = self._unread.split(b"\n")
        return request_of(lines[-1])

    def is_waiting(self) -> bool:
        """Say whether something was asked, or the asker has gone."""
        return bool(select.select([_IN], [], [], 0)[0])

    def _read(self) -> bool:
        part = os.read(_IN, _CHUNK)
        self._unread += part
        return bool(part)


class Teller:
    """Tells a step now and then; stops the work when something newer is asked."""

    def __init__(self, number: int, asked: Asked) -> None:
        self._number = number
        self._asked = asked
        self._due = monotonic() + SECONDS
        self._found = 0

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Tell how far it is; raises StoppedError when that is of no interest any more."""
        if (now := monotonic()) < self._due:
            return
        self._due = now + SECONDS
        if self._asked.is_waiting():
            raise StoppedError
        tell(self._number, Progress(phase, done, total, self._found))

    def found(self, finding: Finding) -> None:
        """Count a finding."""
        del finding
        self._found += 1


def tell(number: int, answer: Answer) -> None:
    """Write an answer at once; raises StoppedError when nobody reads it."""
    try:
        sys.stdout.write(answer_line(number, answer))
        sys.stdout.flush()
    except OSError as error:
        raise StoppedError from error


def main() -> None:
    """Answer requests until nobody asks any more, or one took long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the app to say when to end
    asked = Asked()
    while (request := asked.newest()) is not None:
        begun = monotonic()
        try:
            for answer in answers(request, asked):
                tell(request.number, answer)
        except StoppedError:
            continue
        if monotonic() - begun > LONG:
            return


def answers(request: Request, asked: Asked) -> Iterator[Answer]:
    """Yield what is to be watched, and then what became of the request."""
    try:
        if request.index:
            _require_index(Path(request.names[0]))
        sought = seek(request.names)
        yield watched_of(sought)
        yield _outcome(request, sought, Teller(request.number, asked))
    except ScaleExplorerError as error:
        yield Faulty((Finding("unreadable_set", Severity.ERROR, str(error)),))


def _require_index(path: Path) -> None:
    """Raise DataError with what to do where an index has gone, or something else is in its place.

    It goes on being shown, whatever that is: what was opened as an index stays one.
    """
    if is_database(path):
        return
    what = "is no index any more" if os.path.lexists(path) else "is gone"
    raise DataError(
        f"{shown(path.name)} {what}: put it back, or import it again.\n"
        f"scale-explorer import SOURCE -o {shown(path)}"
    )


def _outcome(request: Request, sought: Sought, teller: Teller) -> Answer:
    name = sought.state
    if sought.is_index:
        # Its state is what it says of itself, which a damaged one says as well.
        _look_at(sought)
    if name == request.shown:
        return Same()
    found = tuple(_faults(sought))
    known = set(request.broken)
    if news := tuple(fault for part, fault in found if known.isdisjoint(part)):
        return Faulty(news)
    still = tuple(dict.fromkeys(path for part, _ in found for path in part if path in known))
    if _look_at(sought):
        return Compiled(sought.path, name, still)
    return Compiled(sought.compile(teller), name, still, made=True)


def _look_at(sought: Sought) -> bool:
    """Say whether there is something to open; raises DataError for an index that is damaged."""
    store = sought.ready()
    if store is not None:
        store.close()
    return store is not None


def _faults(sought: Sought) -> Iterator[tuple[tuple[str, str], Finding]]:
    """Yield why files cannot be read, with the path of each and that of its set."""
    for files in sought.sets:
        for fault in faults(files):
            yield (fault.place.path if fault.place else "", files.label), fault


if __name__ == "__main__":
    main()
