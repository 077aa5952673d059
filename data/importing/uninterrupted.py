"""Steps that belong together, and that nobody who wants the process to end comes between."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def uninterrupted() -> Generator[None]:
    """Let Ctrl+C, SIGTERM and SIGHUP wait for the end of a block, which must be short."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        # What came already is raised here, so this must be undone then, too.
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
