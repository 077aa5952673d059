"""Follows the files of the open data sets, and says what became of each change. No Textual.

All that takes time happens elsewhere: a thread looks at the files, a process compiles them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Lock, Timer
from typing import TypeAlias

from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.frozen import dataclass

from ..finding import Finding
from ..loading.sets import resolve
from ..loading.writable import why_not_writable
from ..opening import Sought, seek
from ..watch import Progress
from .request import Answer, Compiled, Faulty, Request, Same
from .warm import WarmWorker
from .watched import Sight, Signature, Watched, watched_of
from .watcher import SUSPECT, Watcher

BROKEN = frozenset({"syntax_error", "unreadable_file", "unreadable_set"})
"""Findings that tell of a whole file or set that cannot be read."""

WARM_AFTER = 1.5
"""Seconds after which the process is made ready, when the first screen is long drawn."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The sets that are shown, and who says how their files were when they were read.

    `shown` is their state (`Sought.state`), which changes with anything that is shown. Sets that
    are not `writable` change seldom; `index` says that they are an index. `begin` is asked once, on
    a thread that may read files.
    """

    names: tuple[str, ...]
    shown: str
    begin: Callable[[], tuple[Watched, Signature]]
    writable: bool
    index: bool = False


def followed(sought: Sought) -> Followed:
    """Return what is needed to follow sets from here on; to be asked right after they were read."""
    at = watched_of(sought)
    begun = at, Sight().look(at)
    writable = _is_writable(sought.names)
    return Followed(sought.names, sought.state, lambda: begun, writable, sought.is_index)


def followed_unread(names: tuple[str, ...], shown: str) -> Followed:
    """Return the same for sets that nobody has read: `shown` is what was compiled of them before.

    They are read when it is asked how they were; what is another by then has changed.
    """
    return Followed(names, shown, partial(_read, names, shown), _is_writable(names))


def _read(names: tuple[str, ...], shown: str) -> tuple[Watched, Signature]:
    """Return what to watch of sets, and how it was before they were read once more.

    So what is saved in between is either read or seen to be another.
    """
    try:
        at = watched_of(seek(names))
        seen = Sight().look(at)
        return at, seen if seek(names).state == shown else {}
    except (OSError, ScaleExplorerError):  # whoever compiles them says why
        paths = [Path(name) for name in names]
        folders = frozenset(os.fspath(path.parent) for path in paths)
        return Watched(frozenset(map(os.fspath, paths)), folders), {}


def _is_writable(names: tuple[str, ...]) -> bool:
    return not all(why_not_writable(resolve(name)) for name in names or (None,))


@dataclass(frozen=True, slots=True)
class Failed:
    """Reading anew failed for a reason that lies not in the files."""

    error: Exception


Outcome: TypeAlias = Compiled | Same | Faulty | Failed
"""What became of a change, or of a demand to read anew."""


class Reloader:
    """Calls `told` with the outcome of every change, and with the progress of long work.

    With an outcome goes the number of the newest demand that it answers. It is called on threads
    of the reloader's own. `findings` asks, once and on such a thread, what was found wrong with
    what is shown: a file that was broken already is no news.
    """

    def __init__(
        self,
        followed: Followed,
        told: Callable[[int, Outcome | Progress], None],
        findings: Callable[[], Iterable[Finding]],
    ) -> None:
        self._names = followed.names
        self._shown = followed.shown
        self._index = followed.index
        self._told = told
        self._findings: Callable[[], Iterable[Finding]] | None = findings
        self._broken: tuple[str, ...] = ()
        self._demands = 0
        self._answering = 0
        self._answered = 0
        self._number = 0
        self._later: Timer | None = None
        self._lock = Lock()
        self._worker = WarmWorker(self._hear)
        self._watcher = Watcher(followed.begin, self._ask)

    @property
    def pid(self) -> int | None:
        """The number of the process that compiles, while there is one."""
        return self._worker.pid

    def start(self, *, warm: bool) -> None:
        """Begin to follow; with `warm` the process is made ready before anything changes."""
        self._watcher.start()
        if warm:
            self._soon(WARM_AFTER, self._watcher.demand)

    def demand(self) -> int:
        """Read the files anew at once; return the number of this demand."""
        self._demands += 1
        self._watcher.demand()
        return self._demands

    def close(self) -> None:
        """End the threads and the process; nothing is told any more."""
        with self._lock:
            self._told = _unheard
            self._forget_later()
        self._watcher.close()
        self._worker.close()

    def _ask(self) -> None:
        """Have the files compiled as they are now; what was under way is given up."""
        if self._findings is not None:
            self._broken = broken_paths(self._findings())
            self._findings = None  # it keeps a store open
        with self._lock:
            self._forget_later()
            self._number += 1
            self._answering = self._demands
            request = Request(self._number, self._names, self._shown, self._broken, self._index)
        self._worker.ask(request)

    def _hear(self, number: int, answer: Answer | Exception) -> None:
        with self._lock:
            if number != self._number:
                return
            demands = self._answering
            demanded = demands > self._answered
            match answer:
                case Watched():
                    self._watcher.watch(answer)
                    return
                case Compiled():
                    self._shown, self._broken = answer.name, answer.broken
                case Faulty() if not demanded:
                    # It may be half written: what is not mended in a moment is told.
                    self._soon(SUSPECT, partial(self._tell, number, demands, answer))
                    return
                case _:
                    pass
        outcome = Failed(answer) if isinstance(answer, Exception) else answer
        self._tell(number, demands, outcome)

    def _tell(self, number: int, demands: int, outcome: Outcome | Progress) -> None:
        with self._lock:
            if number != self._number:
                return
            told = self._told
            if not isinstance(outcome, Progress):
                self._answered = demands
        told(demands, outcome)

    def _soon(self, seconds: float, act: Callable[[], None]) -> None:
        self._later = Timer(seconds, act)
        self._later.daemon = True
        self._later.start()

    def _forget_later(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None


def broken_paths(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the files and sets that could not be read at all."""
    return tuple(each.place.path for each in findings if each.code in BROKEN and each.place)


def _unheard(demands: int, outcome: Outcome | Progress) -> None:
    """Tell nobody."""
