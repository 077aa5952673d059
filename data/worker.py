"""Compiling in a process of its own: the child's side.

    python -m scale_explorer.data.worker [NAME…]

It compiles what `opening.seek` finds under the names, and tells on standard output how that goes:
one JSON array a line, which begins with `step`, `finding`, `path` (the compiled file) or `error`
(a sentence for people). It ends unfinished, and leaves nothing behind, when it is told to by a
signal or when nobody listens any more.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from time import monotonic
from types import FrameType

from scale_explorer.models.errors import ScaleExplorerError

from .finding import Finding
from .finding_json import dumped
from .opening import seek
from .watch import Phase, StoppedError

FINISHED, REFUSED, STOPPED = 0, 3, 143
"""Exit statuses: compiled, not to be read, ended from outside (128 + SIGTERM)."""

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

SECONDS = 0.1
"""Seconds between two steps that are told."""


class Teller:
    """Tells every finding, and now and then a step."""

    def __init__(self) -> None:
        self._due = 0.0

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Tell how far it is, unless that was told a moment ago."""
        if (now := monotonic()) >= self._due:
            self._due = now + SECONDS
            say("step", phase.value, done, total)

    def found(self, finding: Finding) -> None:
        """Tell a finding."""
        say("finding", dumped(finding))


def say(*words: object) -> None:
    """Write a line at once; raises StoppedError when nobody reads it."""
    try:
        sys.stdout.write(json.dumps(words) + "\n")
        sys.stdout.flush()
    except OSError as error:
        raise StoppedError from error


def main(names: Sequence[str]) -> int:
    """Compile the sets under the names; return the exit status."""
    for number in _ENDING:
        signal.signal(number, _stop)
    try:
        say("path", os.fspath(seek(names).compile(Teller())))
    except ScaleExplorerError as error:
        say("error", str(error))
        return REFUSED
    except StoppedError:
        return STOPPED
    return FINISHED


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop at once, and let no second signal disturb the cleaning up."""
    del number, frame
    for each in _ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise StoppedError


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
